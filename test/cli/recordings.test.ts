import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CliWorld } from './support/run-cli.ts';
import { collect, createWorld } from './support/run-cli.ts';

let world: CliWorld;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.close();
});

describe('files that cannot be analysed', () => {
  it('are told one by one with name, code and mend, the others go on, and the exit code is 1', async () => {
    await mkdir(join(world.cwd, 'folder'));
    await writeFile(join(world.cwd, 'empty.mp4'), '');
    await writeFile(join(world.cwd, 'text.mp4'), 'no recording at all\n'.repeat(50));
    const { exitCode, stdout, stderr } = await world.run([
      'analyze',
      'absent.mp4',
      'folder',
      'empty.mp4',
      'text.mp4',
      '--threads',
      '1',
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.split('\n').filter((line) => line.startsWith('Error'))).toEqual([
      'Error: There is no file absent.mp4. (file-not-found)',
      'Error: folder is a folder or a device, not a file. (not-a-file)',
      'Error: empty.mp4 is empty. (file-empty)',
      expect.stringMatching(/^Error: text\.mp4 .*\(not-media\)$/),
    ]);
    expect(stderr.match(/^ {2}\S/gm)).toHaveLength(4);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('may have any name: spaces, quotes, emoji, a leading dash, controls', async () => {
    const names = ['my "talk".mp4', "it's 😀.mp4", '-x.mp4', 'a\u001b[2Jb\n.mp4'];
    await Promise.all(names.map((name) => writeFile(join(world.cwd, name), '')));
    const { exitCode, stderr } = await world.run(['analyze', '--threads', '1', './-x.mp4', '--', ...names]);
    expect(exitCode).toBe(1);
    expect(stderr.split('\n').filter((line) => line.startsWith('Error'))).toEqual([
      'Error: ./-x.mp4 is empty. (file-empty)',
      'Error: my "talk".mp4 is empty. (file-empty)',
      "Error: it's 😀.mp4 is empty. (file-empty)",
      'Error: -x.mp4 is empty. (file-empty)',
      'Error: a\\u001b[2Jb\\u000a.mp4 is empty. (file-empty)',
    ]);
  });

  it('are events on standard error for a program', async () => {
    const { exitCode, stdout, stderr } = await world.run(['transcribe', 'absent.mp4', '--json']);
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    const events: unknown[] = stderr
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(events[0]).toEqual({ event: 'started', file: 'absent.mp4' });
    expect(events.at(-1)).toMatchObject({
      event: 'failed',
      file: 'absent.mp4',
      error: {
        code: 'file-not-found',
        message: expect.stringContaining('absent.mp4'),
        mend: expect.any(String),
      },
    });
  });

  it('tells an empty standard input by its name, and leaves no temporary file', async () => {
    const { exitCode, stderr } = await world.run(['analyze', '-']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Error: stdin is empty. (file-empty)');
    expect(await readdir(join(world.dataFolder, 'tmp'))).toEqual([]);
  });

  it('are kept nowhere when they came from standard input', async () => {
    const { exitCode, stderr } = await world.run(['analyze', '-'], {
      stdin: 'no recording at all\n'.repeat(50),
    });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^Error: stdin .*\(not-media\)$/m);
    expect(await readdir(join(world.dataFolder, 'tmp'))).toEqual([]);
  });

  it('stops before any work when the folder for results cannot be made', async () => {
    await writeFile(join(world.cwd, 'file'), '');
    const { exitCode, stderr } = await world.run(['analyze', 'absent.mp4', '--out', 'file']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('(cannot-write)');
    expect(stderr).not.toContain('absent.mp4');
  });
});

describe('cancelling', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s exits with 130 at once and leaves no temporary file',
    async (signal) => {
      const child = world.start(['analyze', '-', '--json']);
      const ended = collect(child);
      child.stdin.on('error', () => {});
      child.stdin.write(Buffer.alloc(200_000, 1));
      const tmp = join(world.dataFolder, 'tmp');
      await vi.waitUntil(async () => (await readdir(tmp).catch(() => [])).length === 1, {
        timeout: 10_000,
        interval: 10,
      });
      const startedMs = performance.now();
      child.kill(signal);
      const { exitCode, stderr } = await ended;
      // The promise is 200 ms; a loaded machine may be slower to tell us about the end.
      expect(performance.now() - startedMs).toBeLessThan(1000);
      expect(exitCode).toBe(130);
      expect(stderr.trimEnd().split('\n').at(-1)).toBe('{"event":"cancelled"}');
      expect(await readdir(tmp)).toEqual([]);
    },
  );
});
