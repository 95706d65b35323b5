/**
 * Writes the table of packages in THIRD-PARTY-LICENSES.md from package-lock.json. Run it when a dependency changes:
 *
 *     node scripts/licences.ts
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { productPackages, withPackagesTable } from './licences/product-packages.ts';

const root = join(import.meta.dirname, '..');
const page = join(root, 'THIRD-PARTY-LICENSES.md');

const packages = productPackages(await readFile(join(root, 'package-lock.json'), 'utf8'));
await writeFile(page, withPackagesTable(await readFile(page, 'utf8'), packages));
