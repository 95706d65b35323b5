import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { endOf } from './support/checkout.ts';
import type { Ending } from './support/checkout.ts';
import { npmSettings } from './support/context.ts';
import { cloneCheckout, fetchOldNode, startOn } from './support/fresh-machine.ts';
import type { FreshMachine } from './support/fresh-machine.ts';
import { createLoopbackRegistry, publish } from './support/loopback-registry.ts';
import { temporaryFolder } from './support/temporary.ts';

const SYSTEM_PATH = '/usr/local/bin:/usr/bin:/bin';
const WITHOUT_NETWORK = ['unshare', '--map-root-user', '--net'];

let toolbox: string;
let oldPath: string;

beforeAll(async () => {
  toolbox = mkdtempSync(join(tmpdir(), 'speech-coach-old-node-'));
  oldPath = `${await fetchOldNode(toolbox, '18.20.8', '9.9.4')}:${SYSTEM_PATH}`;
});

afterAll(() => rmSync(toolbox, { recursive: true, force: true }));

function machine(path: string, more: Partial<FreshMachine> = {}): FreshMachine {
  return { path, home: temporaryFolder(), ...more };
}

async function run(on: FreshMachine, clone: string, ...command: string[]): Promise<Ending & { sec: number }> {
  const start = performance.now();
  const ending = await endOf(startOn(on, clone, command));
  return { ...ending, sec: (performance.now() - start) / 1000 };
}

function expectSuccess({ code, stderr }: Ending): void {
  expect(code === 0 ? 'success' : `${code}: ${stderr}`).toBe('success');
}

/** What the bootstrap itself said. */
function saidBy({ stderr }: Ending): string[] {
  return stderr.split('\n').filter((line) => line.startsWith('speech-coach: '));
}

function entriesOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

describe('a fresh clone in an empty home', () => {
  it.each([
    ['the Node.js and npm of this machine', () => SYSTEM_PATH],
    ['Node.js 18 and npm 9', () => oldPath],
  ])('analyses the example and then runs tests, with %s', async (name, pathOf) => {
    const clone = cloneCheckout();
    const on = machine(pathOf());
    const first = await run(on, clone, 'npm', 'start');
    expectSuccess(first);
    expect(first.stdout).toMatch(/example-talk-en/);
    expect(existsSync(join(clone, 'node_modules', 'vitest'))).toBe(false);

    const second = await run(on, clone, 'npm', 'start');
    expectSuccess(second);
    expect(saidBy(second)).toEqual([]);

    const tests = await run(on, clone, 'npm', 'test', '--', 'test/bootstrap/voice.test.ts');
    expectSuccess(tests);
    expect(tests.stdout.trim().split('\n').at(-1)).toMatch(/^\d+ passed, 0 failed/);

    const nothing = await run(on, clone, 'npm', 'run', 'check', '--', '--version');
    process.stdout.write(
      `With ${name}: first start ${first.sec.toFixed(1)} s, second ${second.sec.toFixed(1)} s, ` +
        `first tests ${tests.sec.toFixed(1)} s, tsc --version by npm ${nothing.sec.toFixed(2)} s\n`,
    );
  });

  it('is prepared once when two commands start together', async () => {
    const clone = cloneCheckout();
    const on = machine(oldPath);
    const command = ['node', 'scripts/bootstrap.mjs', 'exec', 'node', '--version'];
    const endings = await Promise.all([run(on, clone, ...command), run(on, clone, ...command)]);
    expect(endings.map(({ code }) => code)).toEqual([0, 0]);
    expect(endings.map(({ stdout }) => stdout)).toEqual([endings[0].stdout, endings[0].stdout]);
    const said = endings.flatMap(saidBy);
    expect(said.filter((line) => line.includes('waiting'))).toHaveLength(1);
    expect(said.filter((line) => line.includes('Fetching Node.js'))).toHaveLength(1);
    expect(said.filter((line) => line.includes('Installing the packages'))).toHaveLength(1);
  });

  it.each([
    ['while Node.js is fetched', 'Fetching Node.js'],
    ['while the packages are installed', 'Installing the packages'],
  ])('is left tidy by Ctrl-C %s, and comes up after a kill', async (_, moment) => {
    const clone = cloneCheckout();
    const on = machine(oldPath);
    const command = ['node', 'scripts/bootstrap.mjs', 'exec', 'node', '--version'];
    const startAndSignal = async (signal: NodeJS.Signals) => {
      const child = startOn(on, clone, command);
      const ended = endOf(child);
      for (let said = ''; !said.includes(moment);) {
        said += String((await once(child.stderr, 'data'))[0]);
      }
      process.kill(-(child.pid ?? Number.NaN), signal);
      return ended;
    };
    expect((await startAndSignal('SIGINT')).code).toBe(130);
    expect(entriesOf(join(clone, '.node')).filter((entry) => !entry.startsWith('v24.'))).toEqual([]);
    expect(existsSync(join(clone, 'node_modules', '.speech-coach.json'))).toBe(false);

    await startAndSignal('SIGKILL');
    const { code, stdout } = await run(on, clone, ...command);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/^v24\./) });
    expect(entriesOf(join(clone, '.node'))).toEqual([expect.stringMatching(/^v24\./)]);
  });

  it('refuses a Node.js that is not the pinned one, and keeps nothing of it', async () => {
    const registry = await createLoopbackRegistry([publish(`node-linux-${process.arch}`, '24.21.0')]);
    onTestFinished(() => registry.close());
    const clone = cloneCheckout();
    const ending = await run(machine(oldPath, { env: npmSettings(registry.url) }), clone, 'npm', 'start');
    expect(ending.code).toBe(1);
    expect(saidBy(ending).at(-2)).toMatch(
      /What arrived is not what it should be: node-linux-\w+@24\.21\.0 \(sha512\)/,
    );
    expect(entriesOf(join(clone, '.node'))).toEqual([]);
  });
});

// A network of its own, without any way out, is a right that not every machine gives.
const hasUnshare = spawnSync('unshare', [...WITHOUT_NETWORK.slice(1), 'true']).status === 0;

describe.skipIf(!hasUnshare)('without a network', () => {
  it('says what could not be fetched, at every step, and starts when all is there', async () => {
    const clone = cloneCheckout();
    const on = machine(oldPath);
    const offline = { ...on, before: WITHOUT_NETWORK };
    const start = ['node', 'scripts/bootstrap.mjs', 'start'];
    const expectFailure = async (what: RegExp) => {
      const ending = await run(offline, clone, ...start);
      expect(ending).toMatchObject({ code: 1, stdout: '' });
      expect(saidBy(ending).at(-2)).toMatch(what);
      expect(ending.stderr).not.toMatch(/^\s+at /m);
      expect(ending.sec).toBeLessThan(60);
    };
    await expectFailure(/Could not fetch node-linux-/);
    expect(entriesOf(join(clone, '.node'))).toEqual([]);

    expectSuccess(await run(on, clone, ...start));
    expectSuccess(await run(offline, clone, ...start));

    // What npm has kept of earlier fetches would do without a network.
    rmSync(join(on.home, '.npm'), { recursive: true });
    rmSync(join(on.home, '.local'), { recursive: true });
    await expectFailure(/Could not fetch @moonshine-ai/);

    rmSync(join(clone, 'node_modules'), { recursive: true });
    await expectFailure(/Could not fetch the packages/);
    expect(existsSync(join(clone, 'node_modules', '.speech-coach.json'))).toBe(false);
  });
});
