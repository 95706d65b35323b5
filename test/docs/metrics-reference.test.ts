/** The reference of metrics is the one that the registry makes, complete and in one language on each page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGE_NAMES, metricsReference } from '../../scripts/metrics-reference/page.ts';
import { METRICS, NORMS } from '../../src/analysis/index.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'reference');
const published = (locale: 'en' | 'ru'): string => readFileSync(join(folder, PAGE_NAMES[locale]), 'utf8');

/** The part of a page about one metric. */
function sectionOf(page: string, id: string): string {
  return page.split(/^(?=<a id=|## )/m).find((part) => part.startsWith(`<a id="${id}"></a>`)) ?? '';
}

/** What the Russian page says in words: without code, links, addresses and comments. */
function prose(page: string): string {
  return page.replaceAll(/<!--.*?-->|<[^>]+>|`[^`]*`|\[In English\]\([^)]*\)|\]\([^)]*\)/gs, ' ');
}

/** People, products, grades and quoted words of the other language. */
const NAMES = new Set(
  'Articulated Microsoft Read ai Volín De Jong Kahng Huensch HBR Hincks Goldman Eisler VMU Laske DiGennaro Reed Goto Rodero Orai de Wempe Yoodli McCarthy Jarvis MTLD Flesch plan A B C r you know like so'.split(
    ' ',
  ),
);

describe.each(['en', 'ru'] as const)('the reference of metrics in %s', (locale) => {
  const page = published(locale);

  it('is up to date (node scripts/metrics-reference.ts)', () => {
    expect(page).toBe(metricsReference(locale));
  });

  it.each(METRICS)('explains $id', (metric) => {
    const section = sectionOf(page, metric.id);
    const { title, definition, moves, source } = metric[locale];
    for (const text of [`### ${title}\n`, `\`${metric.id}\` · `, definition, moves, source]) {
      expect(section).toContain(text);
    }
    const labels = [...section.matchAll(/^- \*\*(?<label>.+?):\*\*/gm)].map(
      ({ groups }) => groups?.['label'],
    );
    const isJudged = NORMS.some((norm) => norm.metric === metric.id);
    expect(labels.length).toBeGreaterThanOrEqual(metric.absentFor.includes('not-proven') ? 3 : 5);
    expect(/\((?:grade )?[ABC]\)|--plan/.test(section)).toBe(isJudged);
  });

  it('leads from its contents to each metric once', () => {
    const targets = [...page.matchAll(/\]\(#(?<id>[^)]+)\)/g)].map(({ groups }) => groups?.['id']);
    expect(targets).toEqual(METRICS.map(({ id }) => id));
  });
});

describe('the languages of the reference', () => {
  it('has no English in the Russian page but for names', () => {
    const words = prose(published('ru')).match(/\p{Script=Latin}+/gu) ?? [];
    expect([...new Set(words)].filter((word) => !NAMES.has(word))).toEqual([]);
  });

  it('has no Russian in the English page but for the link', () => {
    expect(
      published('en')
        .replace('По-русски', '')
        .match(/\p{Script=Cyrillic}+/gu),
    ).toBeNull();
  });
});
