/** Runs the real command in a process of its own, in an empty world: no settings, no data, an own working folder. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));

/** What a run gave. */
export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run. */
export interface StartOptions {
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** A program with its arguments that runs the command, such as `['setsid']`. Default: none. */
  readonly through?: readonly string[];
}

/** A place to run commands in. */
export interface CliWorld {
  /** The working folder, absolute. */
  readonly cwd: string;
  /** The data folder; not there until a command makes it. */
  readonly dataFolder: string;
  start(args: readonly string[], options?: StartOptions): ChildProcessWithoutNullStreams;
  run(
    args: readonly string[],
    options?: StartOptions & { readonly stdin?: string | Uint8Array },
  ): Promise<CliResult>;
  /** Deletes all of it. */
  close(): Promise<void>;
}

/** Makes a place. */
export async function createWorld(): Promise<CliWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'cli-'));
  const cwd = folder;
  const dataFolder = join(folder, 'data');

  const start: CliWorld['start'] = (args, { env = {}, through = [] } = {}) => {
    const [program = process.execPath, ...rest] = [...through, process.execPath, MAIN, ...args];
    return spawn(program, rest, {
      cwd,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        LANG: 'C.UTF-8',
        SPEECH_COACH_HOME: dataFolder,
        ...env,
      },
    });
  };
  return {
    cwd,
    dataFolder,
    start,
    run: async (args, { stdin = '', ...options } = {}) => {
      const child = start(args, options);
      // A command that does not read its input closes it, which is no fault of the writer.
      child.stdin.on('error', () => {});
      child.stdin.end(stdin);
      return collect(child);
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Everything that a process says until it ends. */
export async function collect(child: ChildProcessWithoutNullStreams): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  });
  return { exitCode, stdout, stderr };
}
