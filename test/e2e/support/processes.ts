/** Finds running processes by a mark in their environment, by Linux's /proc. */
import { readdir, readFile } from 'node:fs/promises';

/** A running process. */
export interface RunningProcess {
  readonly pid: number;
  readonly kind: ProcessKind;
}

/** What a process is in this product; `other` runs the program. */
export type ProcessKind = 'program' | 'recogniser' | 'ffmpeg' | 'ffprobe' | 'other';

/** All processes whose environment holds `mark`. One that has ended and waits to be collected has none. */
export async function processesMarked(mark: string): Promise<readonly RunningProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map((pid) => readMarked(pid, mark)));
  return found.filter((each) => each !== null);
}

async function readMarked(pid: number, mark: string): Promise<RunningProcess | null> {
  const environment = await readText(`/proc/${pid}/environ`);
  return environment.includes(mark) ? { pid, kind: kindOf(await readText(`/proc/${pid}/cmdline`)) } : null;
}

function kindOf(commandLine: string): ProcessKind {
  const [program = '', ...args] = commandLine.split('\0');
  const [script = ''] = args;
  if (program === process.execPath) {
    return script.endsWith('/speech.child.ts') ? 'recogniser' : 'program';
  }
  const name = program.split('/').at(-1);
  return name === 'ffmpeg' || name === 'ffprobe' ? name : 'other';
}

/** Empty when the process has gone, or is not ours to look at. */
async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
