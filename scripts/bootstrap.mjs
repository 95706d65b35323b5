#!/usr/bin/env node
/**
 * Runs Speech Coach, its tests or its tools from a bare clone: installs what is missing, then hands over.
 *
 * It has no dependencies and runs on Node.js 18, for it is what brings the newer one and the packages.
 */
import { constants } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from './bootstrap/child.mjs';
import { environmentFor } from './bootstrap/node-runtime.mjs';
import { findProgram } from './bootstrap/packages.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { BootstrapError, createVoice } from './bootstrap/voice.mjs';

/**
 * @typedef {import('./bootstrap/prepare.mjs').Needs & {
 *   readonly env?: NodeJS.ProcessEnv,
 *   readonly nodeArgs: () => readonly string[],
 * }} Command what it needs, what it finds in the environment besides, and what Node.js is to run when all is there
 */

/** Ended by a signal before the command could start. */
class Stopped extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(signal);
    this.exitCode = 128 + constants.signals[signal];
  }
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));

process.exitCode = await main(process.argv.slice(2), process.env);

/**
 * @param {readonly string[]} words of the command line
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code: the command's own, 1 when it could not be started, 2 for a wrong use
 */
async function main([name = '', ...args], env) {
  const say = createVoice(env);
  const command = commandOf(name, args, env);
  if (command === undefined) {
    say('usage');
    return 2;
  }
  try {
    const node = await untilStopped((signal) =>
      prepare(command, {
        root,
        env,
        signal,
        say,
        workplace: (folder) => ({ signal, onWait: (pid) => say('waiting', { pid, folder }) }),
      }),
    );
    const childEnv = { ...environmentFor(node, env), ...command.env };
    return await handOver(node, command.nodeArgs(), { env: childEnv, cwd: command.cwd });
  } catch (error) {
    if (error instanceof Stopped) {
      return error.exitCode;
    }
    if (error instanceof BootstrapError) {
      say(error.key, error.details);
    } else {
      say('system-failure', { reason: error instanceof Error ? error.message : String(error) });
    }
    return 1;
  }
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Command | undefined} undefined when there is no such command
 */
function commandOf(name, args, env) {
  switch (name) {
    case 'start': {
      const cwd = callersFolder(env);
      const example = relative(cwd, join(root, 'examples', 'example-talk-en.mp4'));
      const words = args.length > 0 ? args : ['analyze', example];
      return { kind: 'run', media: true, cwd, nodeArgs: () => [join(root, 'src', 'main.ts'), ...words] };
    }
    case 'test':
    case 'test:slow':
      return {
        kind: 'test',
        media: true,
        cwd: root,
        env: { SPEECH_COACH_TEST_KIND: name === 'test' ? 'fast' : 'slow' },
        nodeArgs: () => [findProgram(root, 'vitest'), 'run', ...args],
      };
    case 'exec': {
      const [program, ...rest] = args;
      return program === undefined
        ? undefined
        : {
            kind: 'test',
            media: false,
            cwd: root,
            nodeArgs: () => (program === 'node' ? rest : [findProgram(root, program), ...rest]),
          };
    }
    default:
      return undefined;
  }
}

/**
 * Where the person stands: npm moves to the checkout before it starts a script, and relative names would be lost.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function callersFolder(env) {
  const isStartedByNpm =
    env['npm_lifecycle_event'] === 'start' && env['npm_package_json'] === join(root, 'package.json');
  return (isStartedByNpm && env['INIT_CWD']) || process.cwd();
}

/**
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} work
 * @returns {Promise<T>} rejects with Stopped when a signal came and the work has wound up
 */
async function untilStopped(work) {
  const stop = new AbortController();
  /** @type {Stopped | undefined} */
  let stopped;
  /** @param {NodeJS.Signals} signal */
  const onSignal = (signal) => {
    stopped ??= new Stopped(signal);
    stop.abort(stopped);
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) {
    process.on(signal, onSignal);
  }
  try {
    const result = await work(stop.signal);
    // The last step may not have noticed.
    stop.signal.throwIfAborted();
    return result;
  } catch (error) {
    throw stopped ?? error;
  } finally {
    for (const signal of signals) {
      process.off(signal, onSignal);
    }
  }
}
