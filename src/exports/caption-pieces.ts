/** The words of a transcript as pieces that captions are made of: short enough for a line, in whole milliseconds. */
import type { Report, Transcript } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { cleanText } from './clean.ts';
import { cutWord, displayWidth } from './width.ts';

/** Characters that a caption line holds: the usual limit of broadcasters. */
export const MAX_LINE_COLUMNS = 42;

/** A word, or a part of a word that is longer than a line. */
export interface Piece {
  /** Without white space, never empty. */
  readonly text: string;
  /** At most {@link MAX_LINE_COLUMNS}. */
  readonly columns: number;
  readonly startMs: number;
  readonly endMs: number;
  /** What ends with it: the better the place for a break. */
  readonly ends: 'phrase' | 'clause' | 'pause' | 'nothing';
}

const SENTENCE_END = /[.!?…]["'»”’)\]]*$/u;
const CLAUSE_END = /[,;:—–]["'»”’)\]]*$/u;
/** A silence that a reader notices as a break. */
const PAUSE_MS = 250;

/** All words in order. */
export function toPieces(report: Report, { words }: Transcript): readonly Piece[] {
  const phraseEnds = isPresent(report.phrases)
    ? new Set(report.phrases.items.map((phrase) => phrase.lastWord))
    : null;
  const pieces: Piece[] = [];
  for (const [index, word] of words.entries()) {
    const texts = cleanText(word.text)
      .split(/[ \u00A0]+/u)
      .flatMap((part) => cutWord(part, MAX_LINE_COLUMNS))
      .filter((text) => text !== '');
    const startMs = toMs(word.startSec);
    const endMs = Math.max(startMs, toMs(word.endSec));
    const nextMs = toMs(words[index + 1]?.startSec ?? word.endSec);
    const endsPhrase = phraseEnds === null ? SENTENCE_END.test(word.text) : phraseEnds.has(index);
    for (const [part, text] of texts.entries()) {
      const isLast = part === texts.length - 1;
      pieces.push({
        text,
        columns: displayWidth(text),
        startMs: startMs + Math.round(((endMs - startMs) * part) / texts.length),
        endMs: startMs + Math.round(((endMs - startMs) * (part + 1)) / texts.length),
        ends: isLast ? endOf(word.text, endsPhrase, nextMs - endMs) : 'nothing',
      });
    }
  }
  return pieces;
}

function endOf(text: string, endsPhrase: boolean, silenceMs: number): Piece['ends'] {
  if (endsPhrase) {
    return 'phrase';
  }
  if (CLAUSE_END.test(text) || SENTENCE_END.test(text)) {
    return 'clause';
  }
  return silenceMs >= PAUSE_MS ? 'pause' : 'nothing';
}

function toMs(sec: number): number {
  return Math.round(sec * 1000);
}
