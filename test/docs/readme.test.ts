/** The README shows the product as it is: its numbers, commands, options, formats, exit codes, settings and scripts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { METRIC_GROUPS } from '../../src/analysis/index.ts';
import { EXIT } from '../../src/cli/index.ts';
import { createProgram } from '../../src/cli/program.ts';
import { en } from '../../src/cli/texts/en.ts';
import { SETTINGS } from '../../src/config/index.ts';
import { REPORT_FORMATS } from '../../src/exports/index.ts';

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
const { commands } = createProgram({
  texts: en,
  version: packageJson.version,
  columns: 80,
  write: () => {},
  onCommand: () => Promise.resolve(),
});

/** What stands between backticks. */
const named = [...readme.matchAll(/`(?<text>[^`\n]+)`/g)].map(({ groups }) => groups?.['text'] ?? '');

function isNamed(word: string): boolean {
  return named.some((text) => text === word || text.startsWith(`${word} `));
}

describe('the README', () => {
  it('shows a report with every number that comes first, by its title', () => {
    const sample = /```text\n(?<report>[^]*?)```/.exec(readme)?.groups?.['report'] ?? '';
    const titles = METRIC_GROUPS.flatMap(({ headline }) => headline)
      // Shown beside a plan alone.
      .filter(({ needs }) => !needs.includes('plan'))
      .map(({ en: { title } }) => title);
    expect(titles.length).toBeGreaterThan(10);
    expect(titles.filter((title) => !sample.includes(title))).toEqual([]);
  });

  it('names every command and every option', () => {
    const options = commands.flatMap((command) => command.options.map(({ long }) => long ?? ''));
    const all = [...commands.map((command) => command.name()), ...options, '--lang'];
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((name) => !isNamed(name))).toEqual([]);
  });

  it('names every format and every exit code', () => {
    expect(REPORT_FORMATS.filter((format) => !isNamed(format))).toEqual([]);
    const codes = [...readme.matchAll(/^\| (?<code>\d+) \|/gm)].map(({ groups }) => Number(groups?.['code']));
    expect(codes).toEqual(Object.values(EXIT));
  });

  it('names no setting that does not exist', () => {
    const known = new Set<string>(SETTINGS.map(({ name }) => name));
    const settings = [...readme.matchAll(/^\| (?<names>`[A-Z_`, ]+`) \|/gm)].flatMap(({ groups }) =>
      [...(groups?.['names'] ?? '').matchAll(/[A-Z_]+/g)].map(([name]) => name),
    );
    expect(settings.length).toBeGreaterThan(5);
    expect(settings.filter((name) => !known.has(name))).toEqual([]);
  });

  it('names no script of npm that does not exist', () => {
    const scripts = [...readme.matchAll(/npm (?:run )?(?<name>start|test(?::\w+)?|(?<=run )[\w:]+)/g)].map(
      ({ groups }) => groups?.['name'] ?? '',
    );
    expect(scripts.length).toBeGreaterThan(5);
    expect([...new Set(scripts)].filter((name) => !Object.hasOwn(packageJson.scripts, name))).toEqual([]);
  });
});
