/** Pauses, filler words and phrases of a report in words: a summary, and the places that are worth a listen. */
import type { Filler, Pause, Phrase, Phrasing, Report } from '../report/index.ts';
import { isPresent, rangeSec } from '../report/index.ts';
import { cleanText } from './clean.ts';
import { formatClock } from './clock.ts';
import { wordsFrom, wordsUpTo } from './passages.ts';
import type { Wording } from './wording.ts';

/** How many pauses there are, and the longest ones. */
export interface PausesContent {
  /** Leads over to the rows. */
  readonly summary: string;
  /** The longest first. */
  readonly longest: readonly PauseRow[];
}

/** One pause. */
interface PauseRow {
  readonly at: string;
  readonly length: string;
  /** The words around it, as far as they are known. */
  readonly context: string;
}

/** One filler word or phrase with all its places. */
export interface FillerRow {
  readonly text: string;
  readonly count: number;
  readonly places: readonly string[];
}

/** How many phrases there are, and the ones that stand out. */
export interface PhrasesContent {
  readonly summary: string;
  readonly examples: readonly PhraseRow[];
}

/** One phrase. */
interface PhraseRow {
  readonly label: string;
  readonly value: string;
  readonly at: string;
  /** Its first words; empty when the transcript is not there. */
  readonly context: string;
}

const MAX_LONGEST_PAUSES = 3;

/** See {@link PausesContent}. */
export function pausesContent(report: Report, pauses: readonly Pause[], wording: Wording): PausesContent {
  const { texts, numbers } = wording;
  const { minPauseSec, longPauseSec } = report.parameters;
  const shortest = numbers.duration(minPauseSec);
  if (pauses.length === 0) {
    return { summary: texts.pauses.none(shortest), longest: [] };
  }
  const count = numbers.counted(pauses.length, 'pause');
  const long = pauses.filter((pause) => rangeSec(pause) >= longPauseSec).length;
  const sentence =
    long === 0
      ? texts.pauses.all(count, shortest)
      : texts.pauses.withLong(count, shortest, numbers.number(long), numbers.duration(longPauseSec));
  return {
    summary: pauses.length > MAX_LONGEST_PAUSES ? `${sentence} ${texts.pauses.longest}` : sentence,
    longest: pauses
      .toSorted((a, b) => rangeSec(b) - rangeSec(a))
      .slice(0, MAX_LONGEST_PAUSES)
      .map((pause) => ({
        at: formatClock(pause.startSec),
        length: numbers.duration(rangeSec(pause)),
        context: wordsAround(pause, report),
      })),
  };
}

/** The fillers by their text, the most frequent first. */
export function fillerRows(fillers: readonly Filler[]): readonly FillerRow[] {
  return [...Map.groupBy(fillers, (filler) => cleanText(filler.text))]
    .map(([text, group]) => ({
      text,
      count: group.length,
      places: group.map((filler) => formatClock(filler.startSec)),
    }))
    .toSorted((a, b) => b.count - a.count);
}

/** See {@link PhrasesContent}. */
export function phrasesContent(report: Report, phrasing: Phrasing, wording: Wording): PhrasesContent {
  const { texts, numbers } = wording;
  const { items, rhythm } = phrasing;
  const longest = items.toSorted((a, b) => b.words - a.words)[0];
  if (longest === undefined) {
    return { summary: texts.phrases.none, examples: [] };
  }
  const count = (length: Phrase['length']) =>
    numbers.number(items.filter((phrase) => phrase.length === length).length);
  const row = (label: string, value: string, phrase: Phrase): PhraseRow => ({
    label,
    value,
    at: formatClock(phrase.startSec),
    context: isPresent(report.transcript)
      ? wordsFrom(report.transcript.words, phrase.firstWord, phrase.lastWord)
      : '',
  });
  const examples = [row(texts.phrases.longest, numbers.counted(longest.words, 'word'), longest)];
  const fastest = items.toSorted((a, b) => (b.wordsPerMinute ?? 0) - (a.wordsPerMinute ?? 0))[0];
  if (fastest?.wordsPerMinute != null) {
    const rate = numbers.withUnit(fastest.wordsPerMinute, 'words/min');
    examples.push(row(texts.phrases.fastest, rate, fastest));
  }
  const counts = texts.phrases.summary(
    numbers.counted(items.length, 'phrase'),
    count('short'),
    count('balanced'),
    count('long'),
  );
  return { summary: `${counts} ${texts.phrases.rhythm[rhythm]}`, examples };
}

function wordsAround({ afterWord, beforeWord }: Pause, { transcript }: Report): string {
  if (!isPresent(transcript)) {
    return '';
  }
  const before = afterWord === null ? '' : wordsUpTo(transcript.words, afterWord);
  const after = beforeWord === null ? '' : wordsFrom(transcript.words, beforeWord);
  return `${before} → ${after}`.trim();
}
