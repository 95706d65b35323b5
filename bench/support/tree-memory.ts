/** The memory of a process and all its descendants, from /proc (Linux). */
import { readFileSync, readdirSync } from 'node:fs';

/** Resident memory in MB, shared pages counted in each process: an upper bound. */
export function memoryOfTreeMb(root: number): number {
  const parents = new Map<number, number>();
  const pages = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) {
      continue;
    }
    try {
      // After the name in brackets: state, parent; the 22nd value from there is the resident set in pages.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      parents.set(pid, Number(fields[1]));
      pages.set(pid, Number(fields[21]));
    } catch {
      // It ended while we looked.
    }
  }
  const inTree = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 0; at = parents.get(at)) {
      if (at === root) {
        return true;
      }
    }
    return false;
  };
  let sum = 0;
  for (const [pid, resident] of pages) {
    if (inTree(pid)) {
      sum += resident;
    }
  }
  return (sum * 4096) / 2 ** 20;
}
