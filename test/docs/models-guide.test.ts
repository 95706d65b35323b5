/** The guide of models shows them as the program knows them: each with its size and figures, each command, each setting. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { createProgram } from '../../src/cli/program.ts';
import { sizeText } from '../../src/cli/size-text.ts';
import { en } from '../../src/cli/texts/en.ts';
import { SETTINGS } from '../../src/config/index.ts';
import { createModels } from '../../src/speech/index.ts';

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'guides', 'models.md'), 'utf8');
const models = await createModels({ folder: '/nowhere', env: {} }).list();

/** The cells of the row of the table of all models. */
function cellsOf(name: string): readonly string[] {
  const row = guide.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
  return row.split('|').map((cell) => cell.trim());
}

describe('the guide of models', () => {
  it.each(models)('has $name with its size, licence and every figure', (model) => {
    const { name, sizeBytes, licence, unverified, wordErrors } = model;
    const [, , , size, russian = '', english = '', shownLicence, tried] = cellsOf(name);
    expect({ size, licence: shownLicence, tried }).toEqual({
      size: sizeText(sizeBytes, 'en'),
      licence,
      tried: unverified ? 'no' : 'yes',
    });
    for (const [language, shown] of [
      ['ru', russian],
      ['en', english],
    ] as const) {
      const figures = wordErrors.filter((each) => each.language === language);
      const numbers = [...shown.matchAll(/\d+\.\d/g)].map(([number]) => number);
      expect(numbers.toSorted()).toEqual(figures.map(({ percent }) => percent.toFixed(1)).toSorted());
    }
  });

  it('names no model that is not known', () => {
    const known = new Set(models.map(({ name }) => name));
    const rows = [...guide.matchAll(/^\| `(?<name>[a-z0-9.-]+)` \|.*\| (?:yes|no) \|$/gm)];
    const named = rows.map(({ groups }) => groups?.['name'] ?? '');
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('shows every command of models and its options', () => {
    const program = createProgram({
      texts: en,
      version: packageJson.version,
      columns: 80,
      write: () => {},
      onCommand: () => Promise.resolve(),
    });
    const { commands = [] } = program.commands.find((command) => command.name() === 'models') ?? {};
    const names = commands.map((command) => command.name()).filter((name) => name !== 'list');
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name) => !guide.includes(`speech-coach models ${name}`))).toEqual([]);
    const options = commands.flatMap((command) => command.options.map(({ long }) => long ?? ''));
    const usual = new Set(['--json', '--quiet']);
    expect(options.filter((option) => !usual.has(option) && !guide.includes(option))).toEqual([]);
  });

  it('names the settings as they are', () => {
    const byName = new Map<string, (typeof SETTINGS)[number]>(
      SETTINGS.map((setting) => [setting.name, setting]),
    );
    const rows = [...guide.matchAll(/^\| `(?<name>[A-Z_]+)` \| (?<usual>[^|]+) \|/gm)];
    expect(rows.length).toBeGreaterThan(5);
    for (const { groups } of rows) {
      const value = byName.get(groups?.['name'] ?? '')?.default({ env: {}, dataFolder: '/data' });
      expect(groups?.['usual']).toBe(value === undefined ? 'none' : `\`${String(value)}\``);
    }
  });
});
