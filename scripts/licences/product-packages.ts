/** The packages that the product installs, with their licences, from the lock file; and their table in Markdown. */
import { z } from 'zod';

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string(), license: z.string().optional(), dev: z.boolean().default(false) }),
  ),
});

/** A package that is there when the product runs. */
export interface ProductPackage {
  /** Where it lies, such as `node_modules/pino`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; `unknown` when the package does not say. */
  readonly licence: string;
}

const FOLDER = 'node_modules/';

/**
 * All packages of the lock file but those for development, by name and version; the same one in two places is listed
 * once.
 *
 * @param lock the text of `package-lock.json`
 */
export function productPackages(lock: string): readonly ProductPackage[] {
  const { packages } = lockFile.parse(JSON.parse(lock));
  const found = new Map<string, ProductPackage>();
  for (const [path, { version, license = 'unknown', dev }] of Object.entries(packages)) {
    // The path of the product itself is empty.
    if (path !== '' && !dev) {
      const name = path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
      found.set(`${name} ${version}`, { path, name, version, licence: license });
    }
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

const BEGIN = '<!-- packages: written by scripts/licences.ts -->';
const END = '<!-- end of packages -->';

/**
 * The page with its table of packages written anew.
 *
 * @throws Error when the page has not both marks between which the table stands
 */
export function withPackagesTable(page: string, packages: readonly ProductPackage[]): string {
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) {
    throw new Error(`the page needs the lines "${BEGIN}" and "${END}"`);
  }
  const rows = packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  const table = ['| Package | Version | Licence |', '| --- | --- | --- |', ...rows].join('\n');
  return `${page.slice(0, before)}${BEGIN}\n\n${table}\n\n${page.slice(after)}`;
}
