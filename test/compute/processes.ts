/** What the tests ask about processes. */
import { readFileSync } from 'node:fs';

/** Whether a process runs. One that has ended and waits to be collected does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || processState(pid) !== 'Z';
}

/** The one-letter state of a Linux process, as in proc(5); undefined when it is gone. */
function processState(pid: number): string | undefined {
  try {
    return /\) (\w) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
