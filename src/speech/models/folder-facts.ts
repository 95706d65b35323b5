/** What is in a folder: whether something is there, and how much it all takes. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether there is anything of that path. */
export async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** The bytes of all files in a folder and below; 0 when it is not there. What goes away meanwhile does not count. */
export async function bytesIn(folder: string): Promise<number> {
  const paths = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    paths.map(async (path) => {
      const facts = await stat(join(folder, path)).catch(() => undefined);
      return facts?.isFile() === true ? facts.size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
