/** The pip at hand: looked for, installed where that is allowed, else missed. */
import type { ProgramDeps } from './npm-source.ts';
import type { Command } from './run-program.ts';
import { findOnPath, runProgram } from './run-program.ts';
import { SourceFailure } from './source.ts';

/** Ways to start it, the likeliest first. */
const CANDIDATES: readonly Command[] = [
  ['pip3'],
  ['pip'],
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['py', '-m', 'pip'],
];

/** A package server that does not answer must not hold the pull up. */
const APT_BOUNDS = [
  '-o',
  'Acquire::http::Timeout=20',
  '-o',
  'Acquire::Retries=1',
  '-o',
  'DPkg::Lock::Timeout=120',
];

/**
 * How pip is started. When there is none, root on Debian or Ubuntu gets it from the system's packages.
 *
 * @throws SourceFailure when there is none, and none can be had
 */
export async function findPip(deps: ProgramDeps, signal: AbortSignal): Promise<Command> {
  const pip = (await workingPip(deps, signal)) ?? (await installedPip(deps, signal));
  if (pip === undefined) {
    throw new SourceFailure('pip: no such program');
  }
  return pip;
}

async function workingPip(
  { clock, env, programStallMs }: ProgramDeps,
  signal: AbortSignal,
): Promise<Command | undefined> {
  for (const [name, ...args] of CANDIDATES) {
    const program = await findOnPath(name, env);
    if (program !== undefined) {
      // Python is often there without its pip.
      const command: Command = [program, ...args, '--version'];
      const { code } = await runProgram(clock, command, { env, signal, stallMs: programStallMs });
      if (code === 0) {
        return [program, ...args];
      }
    }
  }
  return undefined;
}

async function installedPip(deps: ProgramDeps, signal: AbortSignal): Promise<Command | undefined> {
  const aptGet = process.getuid?.() === 0 ? await findOnPath('apt-get', deps.env) : undefined;
  if (aptGet === undefined) {
    return undefined;
  }
  const options = {
    env: { ...deps.env, DEBIAN_FRONTEND: 'noninteractive' },
    signal,
    // It prints nothing that tells progress: this bounds the whole of it.
    stallMs: 10 * deps.programStallMs,
  };
  // A stale list of packages may still do: only the installation decides.
  await runProgram(deps.clock, [aptGet, ...APT_BOUNDS, 'update'], options);
  const install = ['install', '-y', '--no-install-recommends', 'python3-pip'];
  const { code, output } = await runProgram(deps.clock, [aptGet, ...APT_BOUNDS, ...install], options);
  if (code !== 0) {
    const reason = output.split('\n').find((line) => line.startsWith('E: '));
    throw new SourceFailure(reason?.slice('E: '.length) ?? `apt-get ended with ${String(code)}`);
  }
  return workingPip(deps, signal);
}
