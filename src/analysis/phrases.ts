/** Phrases: the words from one boundary to the next, with length, rate, and what happens inside. */
import type { Filler, Phrase, Phrasing } from '../report/index.ts';
import type { PlacedPause } from './pauses.ts';
import { roundTo } from './rounding.ts';
import { lengthMs, perMinute, toRange } from './span.ts';
import type { TimedWordLayer } from './words.ts';
import { isSpoken, spokenBetween } from './words.ts';

/**
 * From here on a phrase is long: sentences of more than 20 to 25 words are called long (HSE speaking trainer), and 25
 * words without a break is the first estimate for a breathless one.
 */
export const LONG_PHRASE_WORDS = 26;
/** Below, a phrase is short: professional readers speak about 4.5 words to a prosodic phrase (Volín 2019). */
const BALANCED_PHRASE_WORDS = 5;

/** A shorter phrase has no rate: one slow word would decide it. */
const MIN_RATED_WORDS = 5;
const MIN_RATED_MS = 1500;

/** Fewer phrases have no rhythm. */
const MIN_RHYTHM_PHRASES = 4;
/** Coefficients of variation of the phrase lengths: below the first even, below the second varied. */
const EVEN_BELOW = 0.25;
const VARIED_BELOW = 0.6;

/** Shown words, by index, that make one phrase. */
interface Piece {
  readonly first: number;
  readonly last: number;
}

/**
 * Cuts the words into phrases. A boundary is the end of a sentence; a pause at the end of a clause; a pause of at
 * least `breakMs` anywhere. Hesitation sounds at the edges belong to no phrase.
 */
export function derivePhrases(
  words: TimedWordLayer,
  pauses: readonly PlacedPause[],
  fillers: readonly Filler[],
  breakMs: number,
): Phrasing {
  const pieces = cut(words, pauses, breakMs);
  const pauseCounts = countInside(
    pieces,
    pauses.flatMap(({ afterWord }) => (afterWord === null ? [] : [afterWord])),
    (piece, afterWord) => afterWord < piece.last,
  );
  const fillerCounts = countInside(
    pieces,
    fillers.map(({ firstWord }) => firstWord),
    (piece, firstWord) => firstWord <= piece.last,
  );
  const items = pieces.map((piece, index) =>
    describe(words, piece, { pauses: pauseCounts[index] ?? 0, fillers: fillerCounts[index] ?? 0 }),
  );
  return { items, rhythm: rhythmOf(items.map((phrase) => phrase.words)) };
}

function cut(words: TimedWordLayer, pauses: readonly PlacedPause[], breakMs: number): readonly Piece[] {
  const longestAfter = new Map<number, number>();
  for (const pause of pauses) {
    if (pause.afterWord !== null) {
      longestAfter.set(pause.afterWord, Math.max(longestAfter.get(pause.afterWord) ?? 0, lengthMs(pause)));
    }
  }
  const { language, transcript } = words;
  const pieces: Piece[] = [];
  let first: number | undefined;
  let last = 0;
  for (const [index, { text }] of transcript.words.entries()) {
    if (isSpoken(words, index)) {
      first ??= index;
      last = index;
    }
    const silenceMs = longestAfter.get(index);
    const ends =
      language.endsSentence(text) ||
      (silenceMs !== undefined && (silenceMs >= breakMs || language.endsClause(text)));
    if (first !== undefined && (ends || index === transcript.words.length - 1)) {
      pieces.push({ first, last });
      first = undefined;
    }
  }
  return pieces;
}

/** How many of the word indices, which are in order, lie inside each piece. */
function countInside(
  pieces: readonly Piece[],
  indices: readonly number[],
  isInside: (piece: Piece, index: number) => boolean,
): readonly number[] {
  let next = 0;
  return pieces.map((piece) => {
    let count = 0;
    while (next < indices.length && (indices[next] ?? 0) <= piece.last) {
      const index = indices[next] ?? 0;
      count += index >= piece.first && isInside(piece, index) ? 1 : 0;
      next += 1;
    }
    return count;
  });
}

function describe(
  words: TimedWordLayer,
  piece: Piece,
  inside: { readonly pauses: number; readonly fillers: number },
): Phrase {
  const startMs = words.spans[piece.first]?.startMs ?? 0;
  const span = { startMs, endMs: Math.max(startMs, words.spans[piece.last]?.endMs ?? startMs) };
  const spoken = spokenBetween(words, piece.first, piece.last);
  const isRated = spoken >= MIN_RATED_WORDS && lengthMs(span) >= MIN_RATED_MS;
  return {
    firstWord: piece.first,
    lastWord: piece.last,
    ...toRange(span),
    words: spoken,
    wordsPerMinute: isRated ? roundTo(perMinute(spoken, lengthMs(span)), 1) : null,
    fillers: inside.fillers,
    pauses: inside.pauses,
    length: spoken >= LONG_PHRASE_WORDS ? 'long' : spoken >= BALANCED_PHRASE_WORDS ? 'balanced' : 'short',
  };
}

function rhythmOf(lengths: readonly number[]): Phrasing['rhythm'] {
  if (lengths.length < MIN_RHYTHM_PHRASES) {
    return 'too-few';
  }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const variance = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length;
  const variation = Math.sqrt(variance) / mean;
  return variation < EVEN_BELOW ? 'even' : variation < VARIED_BELOW ? 'varied' : 'uneven';
}
