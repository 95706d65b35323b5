/** `docs/parity.md` has a row for everything that the earlier system had, and claims nothing that is not there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTINGS, SETTINGS_TO_COME } from '../../src/config/index.ts';
import idsByKind from './parity-ids.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');

/** The parts that a row may wait for. */
const PARTS: ReadonlySet<string> = new Set([
  'HTTP service',
  'web page',
  'cache',
  'coach',
  'library and jobs',
  'Russian',
  'sound',
  'words and advice',
  'telemetry',
  'deployment',
  'past one machine',
]);

interface Row {
  readonly id: string;
  readonly what: string;
  readonly state: string;
  /** Files, the part to come, or the reason. */
  readonly where: string;
}

/** The rows of all tables: the lines that begin with an id such as `E-home` or `D-01`. */
function readRows(page: string): readonly Row[] {
  return page
    .split('\n')
    .filter((line) => /^\| [A-Z]-/.test(line))
    .map((line) => {
      const [, id = '', what = '', state = '', where = ''] = line.split('|').map((cell) => cell.trim());
      return { id, what, state, where };
    });
}

/** In the last column, what stands between backticks is a path in this repository. */
function pathsOf({ where }: Row): readonly string[] {
  return [...where.matchAll(/`(?<path>[^`]+)`/g)].map(({ groups }) => groups?.['path'] ?? '');
}

/** What is wrong with a row on its face; undefined when nothing is. */
function faultOf(row: Row): string | undefined {
  if (row.what === '') {
    return 'does not say what it was';
  }
  switch (row.state) {
    case 'built':
      return pathsOf(row).length > 0 ? undefined : 'is built, but names no file';
    case 'later':
      return PARTS.has(row.where.split('. ')[0] ?? '') ? undefined : 'comes with a part that is not known';
    case 'left out':
      return /^because \w/.test(row.where) ? undefined : 'is left out without a reason';
    default:
      return `has the unknown state "${row.state}"`;
  }
}

const rows = readRows(readFileSync(join(root, 'docs', 'parity.md'), 'utf8'));

describe('the parity page', () => {
  it('has a row for each id, once', () => {
    expect(rows.map(({ id }) => id).toSorted()).toEqual(Object.values(idsByKind).flat().toSorted());
  });

  it('says in each row what it was and where it stands', () => {
    const faults = rows.map((row) => ({ id: row.id, fault: faultOf(row) }));

    expect(faults.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });

  it('names only files that are there', () => {
    const named = rows.flatMap((row) => pathsOf(row).map((path) => ({ id: row.id, path })));

    expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('calls a setting built exactly when it is read', () => {
    const read = new Set<string>(
      SETTINGS.flatMap((setting) => [setting, ...setting.oldNames].map(({ name }) => name)),
    );
    const isRead = (id: string): boolean => read.has(id.slice('S-'.length));
    const settings = rows.filter(({ id }) => /^S-[A-Z]/.test(id));

    expect(settings.filter(({ id, state }) => (state === 'built') !== isRead(id))).toEqual([]);
  });

  it('has a row for each setting that is known and not read', () => {
    const ids = new Set(rows.map(({ id }) => id));

    expect([...SETTINGS_TO_COME].filter((name) => !ids.has(`S-${name}`))).toEqual([]);
  });
});
