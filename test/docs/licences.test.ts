/** `THIRD-PARTY-LICENSES.md` names everything that the product installs, each with the licence that it says it has. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { productPackages, withPackagesTable } from '../../scripts/licences/product-packages.ts';
import { readCatalogue } from '../../src/speech/models/catalogue.ts';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'THIRD-PARTY-LICENSES.md'), 'utf8');
const packages = productPackages(readFileSync(join(root, 'package-lock.json'), 'utf8'));

/** What may be installed beside MIT code with no more than keeping a notice. Any other needs a decision. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  'Apache-2.0',
  'MIT',
  'ISC',
  'BSD-3-Clause',
  '(MIT OR CC0-1.0)',
]);

const manifest = z.object({ license: z.string() });

describe('the packages', () => {
  it('are those of the lock file', () => {
    expect(packages.length).toBeGreaterThan(0);
    expect(page).toBe(withPackagesTable(page, packages));
  });

  it('have permissive licences', () => {
    expect(packages.filter(({ licence }) => !PERMISSIVE.has(licence))).toEqual([]);
  });

  it('say the same of themselves where they are installed', () => {
    const installed = packages.filter(({ path }) => existsSync(join(root, path, 'package.json')));
    const said = installed.map(({ path }) => {
      const text = readFileSync(join(root, path, 'package.json'), 'utf8');
      return manifest.parse(JSON.parse(text)).license;
    });

    expect(installed.map(({ licence }) => licence)).toEqual(said);
    expect(installed.map(({ name }) => name)).toEqual(expect.arrayContaining(['onnxruntime-node', 'zod']));
  });

  it('are told from those for development, and listed once where they lie twice', () => {
    const lock = JSON.stringify({
      packages: {
        '': { name: 'product', version: '1.0.0', license: 'MIT' },
        'node_modules/b': { version: '2.0.0', license: 'ISC' },
        'node_modules/a': { version: '1.0.0' },
        'node_modules/tool': { version: '3.0.0', license: 'MIT', dev: true },
        'node_modules/tool/node_modules/@of/b': { version: '2.0.0', license: 'ISC' },
        'node_modules/a/node_modules/b': { version: '2.0.0', license: 'ISC' },
      },
    });

    expect(productPackages(lock).map(({ name, licence }) => `${name} ${licence}`)).toEqual([
      '@of/b ISC',
      'a unknown',
      'b ISC',
    ]);
  });
});

describe('the models', () => {
  it.each(readCatalogue())(
    '$name stands with its licence and where it comes from',
    ({ name, licence, sources }) => {
      const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`));
      const [first] = sources;
      const place =
        first?.kind === 'npm' ? first.package : first?.kind === 'hub' ? first.repository : undefined;

      expect(row?.split('|').map((cell) => cell.trim())).toEqual(
        expect.arrayContaining([licence, `\`${place}\``]),
      );
    },
  );
});
