/** Looks at the processes of this machine, by Linux's /proc. */
import { readdir, readFile } from 'node:fs/promises';

/** A running process. */
export interface RunningProcess {
  readonly pid: number;
  readonly parentPid: number;
  readonly command: string;
}

/** The process, unless it has ended: one that only waits to be taken note of (a zombie) has. */
export async function findProcess(pid: number): Promise<RunningProcess | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const match = /^\d+ \((.*)\) (\S) (\d+)/s.exec(text);
  if (match === null || match[2] === 'Z' || match[2] === 'X') {
    return null;
  }
  return { pid, command: match[1] ?? '', parentPid: Number(match[3]) };
}

/** The running processes that this one has started. */
export async function listChildren(): Promise<readonly RunningProcess[]> {
  const names = await readdir('/proc');
  const all = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map((name) => findProcess(Number(name))),
  );
  return all.filter((found) => found !== null).filter(({ parentPid }) => parentPid === process.pid);
}

/** How many bytes a running process has written in all, to files and pipes. */
export async function bytesWritten(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/io`, 'utf8');
  return Number(/^wchar: (\d+)$/m.exec(text)?.[1]);
}
