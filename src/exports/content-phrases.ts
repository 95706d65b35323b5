/** The phrases of a report in words: how many there are of each length, and the ones that stand out. */
import type { Phrase, Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { formatClock } from './clock.ts';
import type { Listing, ListingCell } from './listing.ts';
import { wordsFrom } from './passages.ts';
import type { Wording } from './wording.ts';

/** Nothing when the phrases are absent. */
export function phraseListings(report: Report, { texts, numbers }: Wording): readonly Listing[] {
  if (!isPresent(report.phrases)) {
    return [];
  }
  const { items, rhythm } = report.phrases;
  const { phrase: label, value, at, context } = texts.columns;
  const head = [label, value, at, context];
  const longest = items.toSorted((a, b) => b.words - a.words)[0];
  if (longest === undefined) {
    return [{ lead: texts.phrases.none, head, rows: [] }];
  }
  const row = (title: string, text: string, phrase: Phrase): readonly ListingCell[] => [
    { text: title },
    { text },
    { text: formatClock(phrase.startSec), align: 'end', tone: 'faint' },
    {
      text: isPresent(report.transcript)
        ? wordsFrom(report.transcript.words, phrase.firstWord, phrase.lastWord)
        : '',
    },
  ];
  const rows = [row(texts.phrases.longest, numbers.counted(longest.words, 'word'), longest)];
  const fastest = items.toSorted((a, b) => (b.wordsPerMinute ?? 0) - (a.wordsPerMinute ?? 0))[0];
  if (fastest?.wordsPerMinute != null) {
    rows.push(row(texts.phrases.fastest, numbers.withUnit(fastest.wordsPerMinute, 'words/min'), fastest));
  }
  const count = (length: Phrase['length']): string =>
    numbers.number(items.filter((phrase) => phrase.length === length).length);
  const counts = texts.phrases.summary(
    numbers.counted(items.length, 'phrase'),
    count('short'),
    count('balanced'),
    count('long'),
  );
  return [{ lead: `${counts} ${texts.phrases.rhythm[rhythm]}`, head, rows }];
}
