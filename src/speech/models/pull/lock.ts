/** One process at a time in a folder: the others wait, and a holder that died, however it died, is replaced. */
import { randomUUID } from 'node:crypto';
import {
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemCode, toWriteError } from '../../../errors/index.ts';
import type { Clock } from '../../../resilience/index.ts';

/** How a lock is waited for. */
export interface LockOptions {
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Told once, when another process holds it. */
  readonly onWait: () => void;
  /** How often a waiter looks. Default 200 ms. */
  readonly pollMs?: number;
  /** How often the holder shows that it lives. Default 2 s. */
  readonly heartbeatMs?: number;
  /** How long a waiter hears nothing of a holder on another machine before it takes over. Default 30 s. */
  readonly silentMs?: number;
}

interface Holder {
  readonly file: string;
  readonly host: string;
  readonly pid: number;
}

const HOST = hostname().replaceAll(/[^\w.-]/g, '_');

/**
 * Runs `work` while no other process does so under the same lock.
 *
 * @param lock a path of its own; the folder above it is made when absent, and removed when it is empty
 * @throws AppError `cannot-write`; the signal's reason; what `work` throws
 */
export async function withLock<Result>(
  clock: Clock,
  lock: string,
  options: LockOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  const release = await acquire(clock, lock, options);
  try {
    return await work();
  } finally {
    await release();
  }
}

/**
 * The lock is a folder with one file in it, named by its holder. It comes into being by a rename, complete; a dead
 * holder is removed by that name, so that two who take over at once cannot remove each other.
 */
async function acquire(clock: Clock, lock: string, options: LockOptions): Promise<() => Promise<void>> {
  const { signal, onWait, pollMs = 200, heartbeatMs = 2_000, silentMs = 30_000 } = options;
  const name = `${HOST}@${process.pid}@${randomUUID()}`;
  let told = false;
  let heard = { sign: '', atMs: 0 };
  signal.throwIfAborted();
  while (!(await claim(lock, name))) {
    const holder = await readHolder(lock);
    if (holder === undefined) {
      // Released or half removed since: an empty folder is nobody's.
      await unlessGone(rmdir(lock));
      continue;
    }
    // No clock is compared with another's: what counts is how long this waiter has seen no sign of life.
    const sign = await signOfLife(holder.file);
    if (sign !== heard.sign) {
      heard = { sign, atMs: clock.nowMs() };
    }
    const isDead = holder.host === HOST && !isAlive(holder.pid);
    if (isDead || clock.nowMs() - heard.atMs > silentMs) {
      await unlessGone(unlink(holder.file));
      await unlessGone(rmdir(lock));
      continue;
    }
    if (!told) {
      onWait();
      told = true;
    }
    await wait(pollMs, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
  const mine = join(lock, name);
  const heartbeat = setInterval(() => {
    const now = new Date(clock.wallMs());
    // A sign that cannot be given is missed by those who wait, and no reason to end the process.
    utimes(mine, now, now).catch(() => {});
  }, heartbeatMs).unref();
  return async () => {
    clearInterval(heartbeat);
    await unlessGone(unlink(mine));
    await unlessGone(rmdir(lock));
    await unlessGone(rmdir(dirname(lock)));
  };
}

/** Whether the lock is now this process's. */
async function claim(lock: string, name: string): Promise<boolean> {
  const above = dirname(lock);
  await mkdir(above, { recursive: true }).catch((error: unknown) => {
    throw toWriteError(error, above);
  });
  let prepared: string | undefined;
  try {
    prepared = await mkdtemp(`${lock}-`);
    await writeFile(join(prepared, name), '');
    await rename(prepared, lock);
    return true;
  } catch (error) {
    if (prepared !== undefined) {
      await rm(prepared, { recursive: true, force: true });
    }
    // The folder above was removed meanwhile: the next attempt makes it again. Windows calls a folder that is there
    // EPERM or EACCES; elsewhere these two are real refusals.
    const taken = [
      'ENOTEMPTY',
      'EEXIST',
      'ENOENT',
      ...(process.platform === 'win32' ? ['EPERM', 'EACCES'] : []),
    ];
    if (taken.includes(systemCode(error))) {
      return false;
    }
    throw toWriteError(error, lock, above);
  }
}

/** undefined when nobody holds it. */
async function readHolder(lock: string): Promise<Holder | undefined> {
  const [name] = await readdir(lock).catch(() => []);
  if (name === undefined) {
    return undefined;
  }
  const [host = '', pid = ''] = name.split('@');
  return { file: join(lock, name), host, pid: Number.parseInt(pid, 10) };
}

async function signOfLife(file: string): Promise<string> {
  const facts = await stat(file).catch(() => undefined);
  return facts === undefined ? '' : `${file} ${facts.mtimeMs}`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return systemCode(error) !== 'ESRCH';
  }
}

/** Another process may have been faster to remove or to replace something: that is no failure. */
async function unlessGone(act: Promise<void>): Promise<void> {
  try {
    await act;
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'EPERM'].includes(systemCode(error))) {
      throw error;
    }
  }
}
