/** `docs/audit.md` tells the truth: what its rows point at exists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

interface Row {
  readonly id: string;
  readonly built: string;
  readonly references: readonly string[];
}

/** The rows of all tables of the page whose first cell is an id. */
const rows: readonly Row[] = readFileSync(join(root, 'docs', 'audit.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| [AB]-\d+ \|/.test(line))
  .map((line) => {
    const [id = '', , built = '', where = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return {
      id,
      built,
      references: [...where.matchAll(/`([^`]+)`/g)].map(([, reference = '']) => reference),
    };
  });

/** What is wrong with a reference; undefined when it holds. */
function faultOf(reference: string): string | undefined {
  const [, path = '', text] = /^(.+?)(?: › |#)(.+)$/.exec(reference) ?? [reference, reference];
  if (!existsSync(join(root, path))) {
    return `there is no ${path}`;
  }
  return text === undefined || readFileSync(join(root, path), 'utf8').includes(text)
    ? undefined
    : `${path} does not hold "${text}"`;
}

describe('docs/audit.md', () => {
  it('has rows, each id once', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it.for(rows)('$id points at something, or says why it cannot', ({ references, built }) => {
    const excuse = /^Comes with `[\w-]+\/`|^Nothing to build/;
    expect(references.length > 0 || excuse.test(built)).toBe(true);
  });

  it.for(rows)('$id points at what exists', ({ references }) => {
    expect(references.map(faultOf).filter((fault) => fault !== undefined)).toEqual([]);
  });
});
