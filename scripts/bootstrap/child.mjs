/** Child processes: quiet ones that install something, and the one that the bootstrap hands over to. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { isatty } from 'node:tty';

/** @typedef {{ readonly code: number, readonly output: string }} Outcome */
/** @typedef {{ readonly env: NodeJS.ProcessEnv, readonly cwd: string }} Surroundings */

/** Of a long output its end counts: that is where the reason of a failure stands. */
const MAX_OUTPUT_CHARS = 64 * 1024;
const HANDED_ON = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program to its end without showing its output.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Surroundings & { readonly signal: AbortSignal }} options abort ends the child, and then rejects
 * @returns {Promise<Outcome>} code 127 when it could not be started
 */
export async function runQuietly(program, args, { env, cwd, signal }) {
  signal.throwIfAborted();
  // Its standard input is closed: what is piped in belongs to the program that is started afterwards.
  const child = spawn(program, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  const stop = () => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-MAX_OUTPUT_CHARS);
    });
  }
  try {
    const code = await exitCodeOf(child, 'close').catch((error) => {
      output += String(error.message);
      return 127;
    });
    signal.throwIfAborted();
    return { code, output };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Runs a program in place of this one: same streams, its exit code, its signals.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Surroundings} options
 * @returns {Promise<number>} its exit code; 128 + number when a signal ended it (130 for SIGINT)
 */
export async function handOver(program, args, { env, cwd }) {
  const child = spawn(program, args, { env, cwd, stdio: 'inherit' });
  // Ctrl-C on a terminal reaches the child by itself: a second one would read as "at once".
  const isOnTerminal = [0, 1, 2].some((stream) => isatty(stream));
  /** @param {NodeJS.Signals} signal */
  const handOn = (signal) => {
    if (signal !== 'SIGINT' || !isOnTerminal) {
      child.kill(signal);
    }
  };
  for (const signal of HANDED_ON) {
    process.on(signal, handOn);
  }
  try {
    return await exitCodeOf(child, 'exit');
  } finally {
    for (const signal of HANDED_ON) {
      process.off(signal, handOn);
    }
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {'exit' | 'close'} event `close` also waits for its output
 * @returns {Promise<number>}
 */
function exitCodeOf(child, event) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once(
      event,
      (/** @type {number | null} */ code, /** @type {keyof typeof constants.signals | null} */ signal) => {
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
      },
    );
  });
}
