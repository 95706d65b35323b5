/** A folder in which one process at a time installs: the others wait, and what a dead one left is cleared. */
import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** @typedef {{ readonly file: string, readonly host: string, readonly pid: number }} Holder */
/**
 * @typedef {object} WorkplaceOptions
 * @property {AbortSignal} signal ends the waiting
 * @property {(pid: number) => void} onWait told once, when another process is at work
 * @property {number} [pollMs] how often a waiter looks; 200
 * @property {number} [heartbeatMs] how often the holder shows that it lives; 2000
 * @property {number} [silentMs] how long a waiter hears nothing before it takes over; 30 000
 */

const LOCK = '.lock';
const SCRATCH = '.incoming-';
const HOST = hostname().replaceAll(/[^\w.-]/g, '_');

/**
 * Runs `work` alone in a folder, with a scratch folder of its own that is removed afterwards.
 *
 * @template T
 * @param {string} folder made when absent
 * @param {WorkplaceOptions} options
 * @param {(scratch: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inWorkplace(folder, options, work) {
  mkdirSync(folder, { recursive: true });
  const release = await acquire(join(folder, LOCK), options);
  try {
    // Nobody else is at work, so these are from processes that died.
    for (const name of readdirSync(folder).filter((entry) => entry.startsWith(SCRATCH))) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
    const scratch = mkdtempSync(join(folder, SCRATCH));
    try {
      return await work(scratch);
    } finally {
      rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
    }
  } finally {
    release();
  }
}

/**
 * The lock is a folder that holds one file, named by its holder. It comes into being by a rename, complete; a dead
 * holder is removed by that name, so that two who take over at once cannot remove each other.
 *
 * @param {string} lock
 * @param {WorkplaceOptions} options
 * @returns {Promise<() => void>} releases; may be called twice
 */
async function acquire(lock, { signal, onWait, pollMs = 200, heartbeatMs = 2000, silentMs = 30_000 }) {
  const name = `${HOST}@${process.pid}@${randomUUID()}`;
  let told = false;
  let heard = { sign: '', atMs: 0 };
  while (!claim(lock, name)) {
    const holder = readHolder(lock);
    if (holder === undefined) {
      // Released or half removed since: an empty folder is nobody's.
      unlessGone(() => rmdirSync(lock));
      continue;
    }
    // No clock is compared with another's: what counts is how long the waiter itself has seen no sign of life.
    const sign = signOfLife(holder.file);
    if (sign !== heard.sign) {
      heard = { sign, atMs: performance.now() };
    }
    const isDead = holder.host === HOST && !isAlive(holder.pid);
    if (isDead || performance.now() - heard.atMs > silentMs) {
      unlessGone(() => unlinkSync(holder.file));
      unlessGone(() => rmdirSync(lock));
      continue;
    }
    if (!told) {
      onWait(holder.pid);
      told = true;
    }
    await wait(pollMs, undefined, { signal });
  }
  const mine = join(lock, name);
  const heartbeat = setInterval(() => unlessGone(() => touch(mine)), heartbeatMs).unref();
  return () => {
    clearInterval(heartbeat);
    unlessGone(() => unlinkSync(mine));
    unlessGone(() => rmdirSync(lock));
  };
}

/**
 * @param {string} lock
 * @param {string} name
 * @returns {boolean} whether the lock is now this process's
 */
function claim(lock, name) {
  const prepared = mkdtempSync(`${lock}-`);
  try {
    writeFileSync(join(prepared, name), '');
    renameSync(prepared, lock);
    return true;
  } catch (error) {
    rmSync(prepared, { recursive: true, force: true });
    // Windows calls a folder that is there EPERM or EACCES; elsewhere those two are real refusals.
    const taken =
      process.platform === 'win32' ? ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'] : ['ENOTEMPTY', 'EEXIST'];
    if (taken.includes(codeOf(error))) {
      return false;
    }
    throw error;
  }
}

/**
 * @param {string} lock
 * @returns {Holder | undefined} undefined when nobody holds it
 */
function readHolder(lock) {
  try {
    const [name] = readdirSync(lock);
    if (name === undefined) {
      return undefined;
    }
    const [host = '', pid = ''] = name.split('@');
    return { file: join(lock, name), host, pid: Number.parseInt(pid, 10) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** @param {string} file */
function signOfLife(file) {
  try {
    return `${file} ${statSync(file).mtimeMs}`;
  } catch {
    return '';
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return codeOf(error) !== 'ESRCH';
  }
}

/** @param {string} file */
function touch(file) {
  const now = new Date();
  utimesSync(file, now, now);
}

/**
 * Another process may have been faster to remove or to replace something: that is no failure.
 *
 * @param {() => void} act
 */
function unlessGone(act) {
  try {
    act();
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) {
      throw error;
    }
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
