/** Finds listed filler phrases among shown words: whole words, the longest first, each where its rule lets it count. */
import type { FoundFiller, Language, ShownWord } from './language.ts';

/** Silence from here on sets a word off from its neighbour as a comma does. */
const SET_OFF_GAP_SEC = 0.15;

/** How far a rule sees, in shown words. */
const WINDOW_WORDS = 8;

/** Where a filler stands. */
export interface FillerPlace {
  /** The word before (past hesitation sounds), in lower case without punctuation; empty at the start of the talk. */
  readonly before: string;
  /** The word after, likewise. */
  readonly after: string;
  /** The words of its sentence before it and after it, likewise: the nearest of them, in the order of speech. */
  readonly earlier: readonly string[];
  readonly later: readonly string[];
  /** It is the first, or the last, of its sentence. */
  readonly opensSentence: boolean;
  readonly closesSentence: boolean;
  /** Set off from its neighbour by punctuation, a silence, a hesitation sound, or (after it) another filler. */
  readonly breakBefore: boolean;
  readonly breakAfter: boolean;
  /** Of these, punctuation alone: a silence after a word may also be for effect. */
  readonly markBefore: boolean;
  readonly markAfter: boolean;
}

/** An item of a filler list. `context`: the words have an ordinary sense too, and a rule tells the two apart. */
export type FillerItem =
  | { readonly kind: 'always'; readonly text: string }
  | { readonly kind: 'context'; readonly text: string; readonly counts: (place: FillerPlace) => boolean };

/** What the finder has to know about a language. */
export interface FillerListing extends Pick<Language, 'endsSentence' | 'endsClause'> {
  readonly items: readonly FillerItem[];
  /** The words of a shown word, in lower case without punctuation, split at hyphens. */
  plainWords(text: string): readonly string[];
  /** Whether the shown word is a sound such as um. */
  isHesitation(text: string): boolean;
}

interface Listed {
  readonly item: FillerItem;
  readonly words: readonly string[];
}

/** Prepares a list once; the returned function takes time linear in the number of words. */
export function createFillerFinder(
  listing: FillerListing,
): (words: readonly ShownWord[]) => readonly FoundFiller[] {
  const byFirstWord = new Map<string, Listed[]>();
  for (const item of listing.items) {
    const words = listing.plainWords(item.text);
    const listed = byFirstWord.get(words[0] ?? '') ?? [];
    listed.push({ item, words });
    byFirstWord.set(
      words[0] ?? '',
      listed.toSorted((a, b) => b.words.length - a.words.length),
    );
  }
  return (words) => findFillers(words, listing, byFirstWord);
}

function findFillers(
  words: readonly ShownWord[],
  listing: FillerListing,
  byFirstWord: ReadonlyMap<string, readonly Listed[]>,
): readonly FoundFiller[] {
  const plain = words.map((word) => listing.plainWords(word.text));
  // From the end, as a filler that follows sets this one off ("so, basically").
  const startingAt: (FoundFiller | undefined)[] = Array.from({ length: words.length });
  for (let first = words.length - 1; first >= 0; first -= 1) {
    for (const { item, words: wanted } of byFirstWord.get(plain[first]?.[0] ?? '') ?? []) {
      const last = matchEnd(words, plain, listing, first, wanted);
      if (last === undefined) {
        continue;
      }
      const place = placeOf(words, plain, listing, first, last, startingAt[last + 1] !== undefined);
      if (item.kind === 'always' || item.counts(place)) {
        startingAt[first] = { text: item.text, first, last };
        break;
      }
    }
  }
  const found: FoundFiller[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const filler = startingAt[index];
    if (filler !== undefined) {
      found.push(filler);
      index = filler.last;
    }
  }
  return found;
}

/** The index of the shown word with which `wanted` ends, when it begins at `first` and ends with a whole word. */
function matchEnd(
  words: readonly ShownWord[],
  plain: readonly (readonly string[])[],
  listing: FillerListing,
  first: number,
  wanted: readonly string[],
): number | undefined {
  let matched = 0;
  for (let index = first; index < words.length; index += 1) {
    const here = plain[index] ?? [];
    if (here.length === 0 || here.some((word, offset) => word !== wanted[matched + offset])) {
      return undefined;
    }
    matched += here.length;
    if (matched === wanted.length) {
      return index;
    }
    const shown = words[index];
    // Punctuation parts a phrase, a silence does not: people hesitate inside "I … mean" too.
    if (shown === undefined || listing.endsClause(shown.text)) {
      return undefined;
    }
  }
  return undefined;
}

function placeOf(
  words: readonly ShownWord[],
  plain: readonly (readonly string[])[],
  listing: FillerListing,
  first: number,
  last: number,
  fillerFollows: boolean,
): FillerPlace {
  let before = first - 1;
  while (isHesitationAt(words, listing, before)) {
    before -= 1;
  }
  const previous = words[before];
  const final = words[last];
  const next = words[last + 1];
  const opensSentence = previous === undefined || listing.endsSentence(previous.text);
  const closesSentence = next === undefined || (final !== undefined && listing.endsSentence(final.text));
  return {
    before: plain[before]?.at(-1) ?? '',
    after: plain[last + 1]?.[0] ?? '',
    earlier: opensSentence ? [] : wordsOfSentence(words, plain, listing, before, -1),
    later: closesSentence ? [] : wordsOfSentence(words, plain, listing, last + 1, 1),
    opensSentence,
    closesSentence,
    breakBefore: opensSentence || before < first - 1 || setsOff(previous, listing),
    breakAfter:
      closesSentence || fillerFollows || setsOff(final, listing) || isHesitationAt(words, listing, last + 1),
    markBefore: opensSentence || listing.endsClause(previous.text),
    markAfter: closesSentence || (final !== undefined && listing.endsClause(final.text)),
  };
}

/** From `start` on, forwards or backwards, to the end of the sentence or of the window; in the order of speech. */
function wordsOfSentence(
  words: readonly ShownWord[],
  plain: readonly (readonly string[])[],
  listing: FillerListing,
  start: number,
  step: 1 | -1,
): readonly string[] {
  let count = 0;
  while (count < WINDOW_WORDS) {
    const [here, next] = [words[start + count * step], words[start + (count + 1) * step]];
    if (here === undefined) {
      break;
    }
    count += 1;
    const ender = step === 1 ? here : next;
    if (ender !== undefined && listing.endsSentence(ender.text)) {
      break;
    }
  }
  const from = step === 1 ? start : start - count + 1;
  return plain.slice(from, from + count).flat();
}

function isHesitationAt(words: readonly ShownWord[], listing: FillerListing, index: number): boolean {
  const word = words[index];
  return word !== undefined && listing.isHesitation(word.text);
}

function setsOff(word: ShownWord | undefined, listing: FillerListing): boolean {
  return word !== undefined && (listing.endsClause(word.text) || (word.gapAfterSec ?? 0) >= SET_OFF_GAP_SEC);
}
