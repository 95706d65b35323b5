/** Programs of a test's own on PATH: small scripts that stand for pip, npm or apt-get, and note how they are called. */
import { readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder for PATH. */
export interface FakePrograms {
  readonly folder: string;
  /**
   * Adds a program. `body` is the inside of a function of CommonJS with `args` (without the program's name), `fs` and
   * `path`.
   */
  add(name: string, body: string): Promise<void>;
  /** The arguments of each call of a program. */
  calls(name: string): readonly (readonly string[])[];
}

/** Makes the folder. */
export async function createFakePrograms(folder: string): Promise<FakePrograms> {
  await mkdir(folder, { recursive: true });
  const logOf = (name: string): string => join(folder, `${name}.calls`);
  return {
    folder,
    add: async (name, body) => {
      const path = join(folder, name);
      const script = [
        `#!${process.execPath}`,
        `const fs = require('node:fs');`,
        `const path = require('node:path');`,
        `const args = process.argv.slice(2);`,
        `fs.appendFileSync(${JSON.stringify(logOf(name))}, JSON.stringify(args) + '\\n');`,
        body,
      ];
      await writeFile(path, script.join('\n'));
      await chmod(path, 0o755);
      await writeFile(logOf(name), '');
    },
    calls: (name) =>
      readFileSync(logOf(name), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line): readonly string[] => JSON.parse(line)),
  };
}
