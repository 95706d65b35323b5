/** Children go after the programs that people look at: recognition and decoding fill every core. */
import { constants, setPriority } from 'node:os';

/** Lowers a process to nice 10. Does nothing when it has gone, or where that is not allowed. */
export function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It works at its own priority then.
  }
}
