/** Finds listed filler phrases among shown words: whole words, the longest first, each as likely as its rule says. */
import type { FillerKind } from '../report/index.ts';
import type { ListedFiller } from './filler-list.ts';
import type { FillerWords, PlaceListing } from './filler-place.ts';
import { placeOf } from './filler-place.ts';
import type { FillerVerdict } from './filler-rule.ts';
import { COUNTED_FROM, SHOWN_FROM, filler } from './filler-rule.ts';
import type { FillerOptions, FoundFiller, ShownWord } from './language.ts';
import type { PartOfSpeech } from './lexicon.ts';

/** Fewer words than these are looked at as if they were so many: a word said twice in one sentence is no habit. */
const MIN_WORDS_OF_RATE = 100;

/** What the finder has to know about a language. */
export interface FillerListing extends PlaceListing {
  readonly items: readonly ListedFiller[];
  /** What a word's form tells of its part of speech where no dictionary does. Default: nothing. */
  guessPartOfSpeech?(word: string): PartOfSpeech | undefined;
}

type Listed = Pick<ListedFiller, 'text' | 'kind' | 'judge'> & { readonly words: readonly string[] };

/** The phrases that begin with a word, the longest first. */
type Index = ReadonlyMap<string, readonly Listed[]>;

/** Listed words that stand in the talk. */
interface Match {
  readonly item: Listed;
  readonly last: number;
}

type Finder = (words: readonly ShownWord[], options?: FillerOptions) => readonly FoundFiller[];

/** Prepares a list once; the returned function takes time linear in the number of words. */
export function createFillerFinder(listing: FillerListing): Finder {
  const own = listing.items.map((item) => ({ ...item, words: listing.plainWords(item.text) }));
  const index = indexed(own);
  return (words, { ownerWords, lexicon } = {}) => {
    const plain = words.map(({ text }) => listing.plainWords(listing.unstretched(text)));
    const partOfSpeech = remembering(
      (word) => lexicon?.lemmas(word)[0]?.partOfSpeech ?? listing.guessPartOfSpeech?.(word),
    );
    return findFillers(
      { words, plain, listing, partOfSpeech },
      ownerWords === undefined ? index : indexed(withOwnerWords(own, ownerWords, listing)),
    );
  };
}

/** The list with what the owner counts and without what the owner leaves alone; who names a word in both, counts it. */
function withOwnerWords(
  own: readonly Listed[],
  { count, leave }: NonNullable<FillerOptions['ownerWords']>,
  listing: FillerListing,
): readonly Listed[] {
  const counted = new Map(
    count
      .map((text) => [keyOf(listing.plainWords(text)), text.trim()] as const)
      .filter(([plain]) => plain !== ''),
  );
  const left = new Set([...counted.keys(), ...leave.map((text) => keyOf(listing.plainWords(text)))]);
  const kinds = new Map<string, FillerKind>(own.map(({ words, kind }) => [keyOf(words), kind]));
  return [
    ...own.filter(({ words }) => !left.has(keyOf(words))),
    ...[...counted].map(([plain, text]) => ({
      text,
      kind: kinds.get(plain) ?? 'own',
      judge: () => filler(1, 'owner'),
      words: plain.split(' '),
    })),
  ];
}

function keyOf(words: readonly string[]): string {
  return words.join(' ');
}

function indexed(items: readonly Listed[]): Index {
  const byLength = items.toSorted((a, b) => b.words.length - a.words.length);
  return Map.groupBy(byLength, ({ words }) => words[0] ?? '');
}

function findFillers(talk: FillerWords, index: Index): readonly FoundFiller[] {
  const matches = talk.words.map((_, first) => matchesAt(talk, index, first));
  const rates = ratesOf(matches, talk.words.length);
  // From the end, as a filler that follows sets this one off ("so, basically"); then from the start, as one before it does.
  const following: (FoundFiller | undefined)[] = Array.from({ length: talk.words.length });
  for (let first = talk.words.length - 1; first >= 0; first -= 1) {
    const found = judgeAt(talk, matches[first] ?? [], first, { following, rates, chained: false });
    following[first] = found?.counted === true ? found : undefined;
  }
  const found: FoundFiller[] = [];
  let doubtful: FoundFiller | undefined;
  let chainedAt = -1;
  for (let first = 0; first < talk.words.length; first += 1) {
    const here = judgeAt(talk, matches[first] ?? [], first, {
      following,
      rates,
      chained: first === chainedAt,
    });
    if (here?.counted === true) {
      // A sure one takes the words of a doubtful one that began before it.
      if (doubtful !== undefined && doubtful.last < first) {
        found.push(doubtful);
      }
      doubtful = undefined;
      found.push(here);
      first = here.last;
      chainedAt = first + 1;
      while (talk.listing.isHesitation(talk.words[chainedAt]?.text ?? '')) {
        chainedAt += 1;
      }
    } else if (here !== undefined && (doubtful === undefined || doubtful.last < first)) {
      found.push(...(doubtful === undefined ? [] : [doubtful]));
      doubtful = here;
    }
  }
  return doubtful === undefined ? found : [...found, doubtful];
}

function judgeAt(
  talk: FillerWords,
  matches: readonly Match[],
  first: number,
  known: {
    readonly following: readonly (FoundFiller | undefined)[];
    readonly rates: ReadonlyMap<string, number>;
    readonly chained: boolean;
  },
): FoundFiller | undefined {
  let best: FoundFiller | undefined;
  for (const { item, last } of matches) {
    const verdict: FillerVerdict = item.judge(
      placeOf(talk, first, last, {
        fillerFollows: known.following[last + 1] !== undefined,
        chained: known.chained,
        per100Words: known.rates.get(item.text) ?? 0,
      }),
    );
    const counted = verdict.score >= COUNTED_FROM;
    if (counted || (verdict.score >= SHOWN_FROM && verdict.score > (best?.score ?? 0))) {
      best = { text: item.text, first, last, counted, ...verdict, kind: item.kind };
    }
    if (counted) {
      break;
    }
  }
  return best;
}

/** How often each phrase is said in a hundred words, in whatever sense. */
function ratesOf(matches: readonly (readonly Match[])[], words: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { item } of matches.flat()) {
    counts.set(item.text, (counts.get(item.text) ?? 0) + 100 / Math.max(words, MIN_WORDS_OF_RATE));
  }
  return counts;
}

function matchesAt(talk: FillerWords, index: Index, first: number): readonly Match[] {
  return (index.get(talk.plain[first]?.[0] ?? '') ?? []).flatMap((item) => {
    const last = matchEnd(talk, first, item.words);
    return last === undefined ? [] : [{ item, last }];
  });
}

/** The index of the shown word with which `wanted` ends, when it begins at `first` and ends with a whole word. */
function matchEnd(
  { words, plain, listing }: FillerWords,
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

/** Talks repeat their words: each form is looked up once. */
function remembering<T>(compute: (word: string) => T): (word: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (word) => {
    const before = known.get(word) ?? { answer: compute(word) };
    known.set(word, before);
    return before.answer;
  };
}
