/** Programs of the system: whether a path is one, and which of a name is found first. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';

/** The first of the paths that is a file which may be run; undefined when none is. */
export async function findProgram(candidates: Iterable<string>): Promise<string | undefined> {
  for (const candidate of candidates) {
    if (await isProgram(candidate)) {
      return candidate;
    }
  }
  return undefined;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
