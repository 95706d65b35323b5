/** What the documents link to, and the files that they name, are there; and every decision is in the list. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const documents = globSync(['*.md', 'docs/**/*.md', 'examples/*.md'], { cwd: root }).toSorted();

const read = (document: string): string => readFileSync(join(root, document), 'utf8');

/** `[text](target)`, but for other sites and places on the same page. */
function linksOf(document: string): readonly string[] {
  return [...read(document).matchAll(/\]\((?<target>[^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(({ groups }) => groups?.['target'] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(document), target));
}

/** Between backticks, what begins with a folder of the repository. */
function pathsOf(document: string): readonly string[] {
  return [
    ...read(document).matchAll(/`(?<path>(?:\.ci|bench|docs|examples|scripts|src|test)\/[^\s`]*)`/g),
  ].map(({ groups }) => groups?.['path'] ?? '');
}

describe('the documents', () => {
  it.each(documents)('%s points only to what is there', (document) => {
    const targets = [...linksOf(document), ...pathsOf(document)];

    expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
  });
});

describe('the decisions', () => {
  it('are all in the list, in order', () => {
    const pages = globSync('docs/decisions/[0-9]*.md', { cwd: root }).toSorted();

    expect(pages.length).toBeGreaterThan(0);
    expect(linksOf('docs/decisions/README.md')).toEqual(pages);
  });
});
