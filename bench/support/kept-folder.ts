/** What the benches fetch and keep between runs: inside the folder of temporary files, where it may be deleted any time. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/index.ts';

/**
 * The folder of that name, filled when it is not there yet. It comes into its place whole, so that a cut leaves
 * nothing behind that passes for complete.
 *
 * @param name change it whenever `fill` would put something else there
 * @throws what `fill` throws
 */
export function keptFolder(name: string, fill: (folder: string) => void): string {
  const parent = join(loadConfig({ env: process.env }).config.tmpFolder, 'bench');
  const folder = join(parent, name);
  if (existsSync(folder)) {
    return folder;
  }
  const unfinished = join(parent, `.${name}-${process.pid}`);
  mkdirSync(unfinished, { recursive: true });
  try {
    fill(unfinished);
    renameSync(unfinished, folder);
    return folder;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
