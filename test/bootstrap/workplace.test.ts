import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inWorkplace } from '../../scripts/bootstrap/workplace.mjs';
import { temporaryFolder } from './support/temporary.ts';

const MODULE = new URL('../../scripts/bootstrap/workplace.mjs', import.meta.url).href;
const HOST = hostname().replaceAll(/[^\w.-]/g, '_');

/** Fast enough for a test, with a silence that a busy machine does not reach by itself. */
function options(signal: AbortSignal = new AbortController().signal, told: number[] = []) {
  return { signal, onWait: (pid: number) => void told.push(pid), pollMs: 5, heartbeatMs: 20, silentMs: 2000 };
}

/** Leaves the lock of a process that cannot release it any more. */
function leaveLock(folder: string, holder: string): string {
  mkdirSync(join(folder, '.lock'));
  const file = join(folder, '.lock', holder);
  writeFileSync(file, '');
  return file;
}

/** The id of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('inWorkplace', () => {
  it('lets one process at a time work, however many want to', async () => {
    const folder = temporaryFolder();
    const counter = join(folder, 'counter');
    writeFileSync(counter, '0');
    const program = `
      import { readFileSync, writeFileSync } from 'node:fs';
      import { setTimeout as wait } from 'node:timers/promises';
      const { inWorkplace } = await import(${JSON.stringify(MODULE)});
      const options = { signal: new AbortController().signal, onWait() {}, pollMs: 2 };
      for (let turn = 0; turn < 5; turn++) {
        await inWorkplace(${JSON.stringify(folder)}, options, async () => {
          const count = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'));
          await wait(3);
          writeFileSync(${JSON.stringify(counter)}, String(count + 1));
        });
      }`;
    const children = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' }),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(readFileSync(counter, 'utf8')).toBe('20');
    expect(readdirSync(folder)).toEqual(['counter']);
  });

  it('gives the work a scratch folder and removes it, also when the work fails', async () => {
    const folder = join(temporaryFolder(), 'not', 'there', 'yet');
    const scratch = await inWorkplace(folder, options(), async (path) => {
      expect(readdirSync(path)).toEqual([]);
      return path;
    });
    expect(existsSync(scratch)).toBe(false);
    await expect(inWorkplace(folder, options(), () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes over at once from a process that died, and clears what it left', async () => {
    const folder = temporaryFolder();
    leaveLock(folder, `${HOST}@${deadPid()}@left`);
    mkdirSync(join(folder, '.incoming-left'));
    const told: number[] = [];
    const names = await inWorkplace(folder, options(undefined, told), async (scratch) =>
      readdirSync(folder).filter((name) => !scratch.endsWith(name)),
    );
    expect(names).toEqual(['.lock']);
    expect(told).toEqual([]);
  });

  it('takes over from a holder elsewhere that shows no sign of life, told once', async () => {
    const folder = temporaryFolder();
    leaveLock(folder, 'another.host@4711@left');
    const told: number[] = [];
    const done = await inWorkplace(folder, { ...options(undefined, told), silentMs: 40 }, async () => 'done');
    expect(done).toBe('done');
    expect(told).toEqual([4711]);
  });

  it('waits for a holder elsewhere as long as that shows signs of life', async () => {
    const folder = temporaryFolder();
    const lock = leaveLock(folder, 'another.host@4711@busy');
    const beaten = Promise.withResolvers<'still waiting'>();
    let beats = 0;
    const heart = setInterval(() => {
      beats += 1;
      utimesSync(lock, beats, beats);
      if (beats === 60) {
        beaten.resolve('still waiting');
      }
    }, 10);
    onTestFinished(() => clearInterval(heart));
    const waiting = inWorkplace(folder, { ...options(), silentMs: 300 }, async () => 'worked');
    // Sixty beats take twice the silence that would make it dead.
    expect(await Promise.race([waiting, beaten.promise])).toBe('still waiting');
    clearInterval(heart);
    expect(await waiting).toBe('worked');
  });

  it('stops waiting when it is told to, and leaves the lock to its holder', async () => {
    const folder = temporaryFolder();
    const lock = leaveLock(folder, `${HOST}@${process.pid}@busy`);
    const stop = new AbortController();
    const waiting = inWorkplace(
      folder,
      { ...options(stop.signal), onWait: () => stop.abort() },
      async () => {},
    );
    await expect(waiting).rejects.toThrow('aborted');
    expect(existsSync(lock)).toBe(true);
  });
});
