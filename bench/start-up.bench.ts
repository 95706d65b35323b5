/** From the command to its first progress line, warm: what a person waits before anything moves. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { measureInTurns } from './support/measure.ts';
import { printTable } from './support/table.ts';

const RUNS = 7;
const root = join(import.meta.dirname, '..');
const talk = join(root, 'examples/example-talk-en.mp4');

const found = await measureInTurns(
  {
    bare: () => untilFirstOutput(['-e', 'process.stderr.write(".")']),
    progress: () => untilFirstOutput([join(root, 'src/main.ts'), 'analyze', '--json', talk]),
  },
  RUNS,
);
printTable(
  ['what', 'time', 'reach'],
  [
    ['a bare Node process to its first output', `${found.bare.toFixed(0)} ms`, ''],
    ['the command to its first progress line', `${found.progress.toFixed(0)} ms`, '1000 ms'],
  ],
);

/** Milliseconds from the start of a Node process to its first byte on standard error; then it is ended. */
async function untilFirstOutput(args: readonly string[]): Promise<number> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  await once(child.stderr, 'data');
  const tookMs = performance.now() - startedMs;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return tookMs;
}
