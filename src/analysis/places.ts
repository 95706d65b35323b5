/** Where pauses stand: where a sentence, clause or phrase ends, or inside; and how sure that is. */
import type { Absent, Confidence, Filler } from '../report/index.ts';
import type { Cues } from './cues.ts';
import { cuesOf } from './cues.ts';
import type { PlacedPause } from './pauses.ts';
import type { TimedWordLayer } from './words.ts';
import { isSpoken, spokenBetween } from './words.ts';

/** A place between two words. */
export type Place =
  | { readonly place: 'boundary' | 'inside'; readonly placeConfidence: Confidence }
  | { readonly place: 'unknown' };

/** A pause with its place. */
export type ClassifiedPause = PlacedPause & Place;

/** Tells the place between one shown word and a later one. */
export type PlaceFinder = (afterWord: number | null, beforeWord: number | null) => Place;

/**
 * Recognisers that print punctuation sometimes leave it out for half a minute. Between two marks further apart than
 * this, in words, nothing is known: a sentence of more than 25 words is called long already.
 */
const MAX_UNMARKED_WORDS = 25;

const UNKNOWN: Place = { place: 'unknown' };

/**
 * Prepares the answers for a talk; absent when the recogniser prints no punctuation.
 *
 * A boundary is sure after a mark. It is likely before a conjunction: there a clause may end without one. Before a
 * preposition a phrase may end, where good readers pause too: that is a boundary of low confidence. After either a phrase
 * has only begun. After a filler word a pause is inside, mark or not, as the clause has begun with it. Before a filler word a comma tells
 * nothing: it may belong to the filler.
 */
export function createPlaceFinder(words: TimedWordLayer, fillers: readonly Filler[]): PlaceFinder | Absent {
  const { language, transcript } = words;
  if (!transcript.abilities.punctuation) {
    return { absent: 'no-punctuation' };
  }
  const shown = transcript.words.map(({ text }) => text);
  const cues = cuesOf(language);
  const isFiller = new Set(fillers.flatMap(({ firstWord, lastWord }) => indices(firstWord, lastWord)));
  const opensFiller = new Set(fillers.map(({ firstWord }) => firstWord));
  const spokenUpTo = nearest(shown, 'before', (index) => isSpoken(words, index));
  const spokenFrom = nearest(shown, 'after', (index) => isSpoken(words, index));
  const clauseUpTo = nearest(shown, 'before', (index) => language.endsClause(shown[index] ?? ''));
  const clauseFrom = nearest(shown, 'after', (index) => language.endsClause(shown[index] ?? ''));
  const sentenceFrom = nearest(shown, 'after', (index) => language.endsSentence(shown[index] ?? ''));

  function isUnmarked(index: number): boolean {
    const first = (clauseUpTo[index] ?? -1) + 1;
    return spokenBetween(words, first, clauseFrom[index] ?? shown.length - 1) > MAX_UNMARKED_WORDS;
  }

  return (afterWord, beforeWord) => {
    // Hesitation sounds belong to neither side: what counts is the word before and the word after them.
    const after = afterWord === null ? null : spokenUpTo[afterWord];
    const before = beforeWord === null ? null : spokenFrom[beforeWord];
    if (after == null || before == null) {
      return UNKNOWN;
    }
    // A dash may stand as a word of its own.
    if ((sentenceFrom[after] ?? Infinity) < before) {
      return { place: 'boundary', placeConfidence: 'high' };
    }
    const endsClause = (clauseFrom[after] ?? Infinity) < before;
    if (!endsClause && isUnmarked(after)) {
      return UNKNOWN;
    }
    if (isFiller.has(after)) {
      return { place: 'inside', placeConfidence: 'medium' };
    }
    if (opensFiller.has(before)) {
      return endsClause ? UNKNOWN : { place: 'inside', placeConfidence: 'medium' };
    }
    return endsClause
      ? { place: 'boundary', placeConfidence: 'high' }
      : unmarkedPlace(shown[after] ?? '', shown[before] ?? '', cues);
  };
}

/** Between two words of a sentence without a mark between them. */
function unmarkedPlace(after: string, before: string, cues: Cues): Place {
  const isOpen = cues.opensClause(after) || cues.opensPhrase(after);
  if (!isOpen && cues.opensClause(before)) {
    return { place: 'boundary', placeConfidence: 'medium' };
  }
  return !isOpen && cues.opensPhrase(before)
    ? { place: 'boundary', placeConfidence: 'low' }
    : { place: 'inside', placeConfidence: 'high' };
}

/** The pauses with their places, in the same order. */
export function classifyPauses(
  pauses: readonly PlacedPause[],
  findPlace: PlaceFinder,
): readonly ClassifiedPause[] {
  return pauses.map((pause) => ({ ...pause, ...findPlace(pause.afterWord, pause.beforeWord) }));
}

/** The pauses at a place. */
export function pausesAt(
  pauses: readonly ClassifiedPause[],
  place: Place['place'],
): readonly ClassifiedPause[] {
  return pauses.filter((pause) => pause.place === place);
}

/** For each index the nearest one on a side, itself included, of which something is so; null when there is none. */
function nearest(
  items: readonly unknown[],
  side: 'before' | 'after',
  isSo: (index: number) => boolean,
): readonly (number | null)[] {
  const found: (number | null)[] = items.map(() => null);
  let last: number | null = null;
  for (let step = 0; step < items.length; step += 1) {
    const index = side === 'before' ? step : items.length - 1 - step;
    last = isSo(index) ? index : last;
    found[index] = last;
  }
  return found;
}

function indices(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}
