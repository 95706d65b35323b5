/** The words of a transcript as running text: passages from phrase to phrase, and excerpts around a place. */
import type { Report, Transcript, Word } from '../report/index.ts';
import { isPresent, rangeSec } from '../report/index.ts';
import { cleanText } from './clean.ts';
import { cutWord, displayWidth } from './width.ts';

/** A phrase of the transcript, or what stands in its place when phrases are not known. */
export interface Passage {
  readonly startSec: number;
  readonly firstWord: number;
  readonly lastWord: number;
  /** One line, cleaned, never empty. */
  readonly text: string;
  /** Whether a long pause comes before it. */
  readonly opensParagraph: boolean;
}

/** Two excerpts, a clock time and a length fit into a line of a terminal. */
const EXCERPT_COLUMNS = 28;
/** A bound for words that take no columns at all. */
const MAX_EXCERPT_WORDS = 14;

/**
 * The whole transcript in passages, each word in exactly one. A passage starts with a phrase; without phrases, after
 * a pause that would end one.
 */
export function toPassages(report: Report, { words }: Transcript): readonly Passage[] {
  const { phraseBreakSec, longPauseSec } = report.parameters;
  const afterLongPause = wordsAfterPauses(report, longPauseSec);
  const phraseStarts = isPresent(report.phrases)
    ? new Set(report.phrases.items.map((phrase) => phrase.firstWord))
    : wordsAfterPauses(report, phraseBreakSec);

  const passages: Passage[] = [];
  let startSec = 0;
  let firstWord = 0;
  let texts: string[] = [];
  let opensParagraph = true;
  const close = () => {
    const text = cleanText(texts.join(' '));
    if (text !== '') {
      passages.push({ startSec, firstWord, lastWord: firstWord + texts.length - 1, text, opensParagraph });
      opensParagraph = false;
    }
    texts = [];
  };
  for (const [index, word] of words.entries()) {
    if (phraseStarts.has(index) || afterLongPause.has(index)) {
      close();
      opensParagraph ||= afterLongPause.has(index);
    }
    if (texts.length === 0) {
      startSec = word.startSec;
      firstWord = index;
    }
    texts.push(word.text);
  }
  close();
  return passages;
}

/** The last words up to and with `index`, as many as fit an excerpt: "… members of the council." */
export function wordsUpTo(words: readonly Word[], index: number): string {
  let first = index;
  while (first > 0 && fits(words.slice(first - 1, index + 1))) {
    first -= 1;
  }
  const text = joinWords(words.slice(first, index + 1));
  return first > 0 ? `… ${text}` : text;
}

/** The first words from `index` on and not past `last`, as many as fit an excerpt: "My name is Alice Moreno …" */
export function wordsFrom(words: readonly Word[], index: number, last = words.length - 1): string {
  let end = index + 1;
  while (end <= last && fits(words.slice(index, end + 1))) {
    end += 1;
  }
  const text = joinWords(words.slice(index, end));
  return end <= last ? `${text.replace(/[,;:]$/u, '')} …` : text;
}

/** The words around a place, as far as they are known: "… members of the council. → My name is Alice Moreno …" */
export function wordsBetween(
  { transcript }: Report,
  afterWord: number | null,
  beforeWord: number | null,
): string {
  if (!isPresent(transcript)) {
    return '';
  }
  const before = afterWord === null ? '' : wordsUpTo(transcript.words, afterWord);
  const after = beforeWord === null ? '' : wordsFrom(transcript.words, beforeWord);
  return `${before} → ${after}`.trim();
}

function fits(words: readonly Word[]): boolean {
  return words.length <= MAX_EXCERPT_WORDS && displayWidth(joinWords(words)) <= EXCERPT_COLUMNS;
}

/** Cut where a single word is longer than an excerpt: a report of another hand may hold such. */
function joinWords(words: readonly Word[]): string {
  const text = cleanText(words.map((word) => word.text).join(' '));
  return words.length === 1 ? (cutWord(text, EXCERPT_COLUMNS)[0] ?? '') : text;
}

function wordsAfterPauses(report: Report, minSec: number): ReadonlySet<number> {
  const pauses = isPresent(report.pauses) ? report.pauses : [];
  return new Set(
    pauses
      .filter((pause) => rangeSec(pause) >= minSec)
      .flatMap(({ beforeWord }) => (beforeWord === null ? [] : [beforeWord])),
  );
}
