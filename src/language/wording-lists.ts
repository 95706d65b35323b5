/** The word lists about wording: weak words, words that can go, words that need explaining. One set for each language. */
import { z } from 'zod';
import enFunctionWords from './en/lists/function-words.json' with { type: 'json' };
import enHedges from './en/lists/hedges.json' with { type: 'json' };
import enKnown from './en/lists/jargon-known.json' with { type: 'json' };
import enJargon from './en/lists/jargon.json' with { type: 'json' };
import enNominal from './en/lists/nominal.json' with { type: 'json' };
import enPassive from './en/lists/passive.json' with { type: 'json' };
import enRemovable from './en/lists/removable.json' with { type: 'json' };
import enSensitive from './en/lists/sensitive.json' with { type: 'json' };
import enStarters from './en/lists/starters.json' with { type: 'json' };
import type { Language } from './language.ts';
import ruFunctionWords from './ru/lists/function-words.json' with { type: 'json' };
import ruHedges from './ru/lists/hedges.json' with { type: 'json' };
import ruKnown from './ru/lists/jargon-known.json' with { type: 'json' };
import ruJargon from './ru/lists/jargon.json' with { type: 'json' };
import ruNominal from './ru/lists/nominal.json' with { type: 'json' };
import ruPassive from './ru/lists/passive.json' with { type: 'json' };
import ruRemovable from './ru/lists/removable.json' with { type: 'json' };
import ruSensitive from './ru/lists/sensitive.json' with { type: 'json' };
import ruStarters from './ru/lists/starters.json' with { type: 'json' };
import { listedPhrase, readWordList } from './word-list.ts';

const phrase = {
  text: listedPhrase,
  notBefore: z
    .array(listedPhrase)
    .readonly()
    .optional()
    .meta({ description: 'Words before which it has its ordinary sense; # is a number.' }),
  notAfter: z
    .array(listedPhrase)
    .readonly()
    .optional()
    .meta({ description: 'Words after which it has its ordinary sense; # is a number.' }),
};
const contextPhrase = z.strictObject(phrase).readonly();
const replaceable = z.strictObject({ ...phrase, instead: z.string() }).readonly();
const removable = z
  .strictObject({ ...phrase, kind: z.enum(['intensifier', 'pleonasm']), instead: z.string().optional() })
  .readonly();

/** A phrase with the words around which it is not what the list is about. */
export type ContextPhrase = z.infer<typeof contextPhrase>;
/** A phrase with what may be said in its place; empty when there is no other word. */
export type ReplaceablePhrase = z.infer<typeof replaceable>;
/** A phrase that can go, or be said in fewer words. */
export type RemovablePhrase = z.infer<typeof removable>;

/** The lists of one language; words are in lower case and without ё, abbreviations in capitals. */
export interface WordingLists {
  readonly hedges: readonly ContextPhrase[];
  /** First words that say nothing without the next. */
  readonly starters: ReadonlySet<string>;
  /** Lemmas whose repetition says nothing. */
  readonly functionWords: ReadonlySet<string>;
  /** Abbreviations that everybody knows. */
  readonly knownAbbreviations: ReadonlySet<string>;
  readonly jargon: readonly ReplaceablePhrase[];
  readonly removable: readonly RemovablePhrase[];
  readonly sensitive: readonly ReplaceablePhrase[];
  /** English: participles that are no passive; Russian: reflexive verbs that are one. */
  readonly passive: ReadonlySet<string>;
  /** Nouns that look nominal and are not. */
  readonly notNominal: ReadonlySet<string>;
}

const LISTS: ReadonlyMap<string, WordingLists> = new Map([
  [
    'en',
    readLists({
      hedges: enHedges,
      starters: enStarters,
      functionWords: enFunctionWords,
      known: enKnown,
      jargon: enJargon,
      removable: enRemovable,
      sensitive: enSensitive,
      passive: enPassive,
      nominal: enNominal,
    }),
  ],
  [
    'ru',
    readLists({
      hedges: ruHedges,
      starters: ruStarters,
      functionWords: ruFunctionWords,
      known: ruKnown,
      jargon: ruJargon,
      removable: ruRemovable,
      sensitive: ruSensitive,
      passive: ruPassive,
      nominal: ruNominal,
    }),
  ],
]);

/** The lists of a language; undefined where there are none. */
export function wordingListsOf({ code }: Language): WordingLists | undefined {
  return LISTS.get(code);
}

type Files = Readonly<
  Record<
    | 'hedges'
    | 'starters'
    | 'functionWords'
    | 'known'
    | 'jargon'
    | 'removable'
    | 'sensitive'
    | 'passive'
    | 'nominal',
    unknown
  >
>;

function words(file: unknown): ReadonlySet<string> {
  return new Set(readWordList(file, listedPhrase).items);
}

function readLists(files: Files): WordingLists {
  return Object.freeze({
    hedges: readWordList(files.hedges, contextPhrase).items,
    starters: words(files.starters),
    functionWords: words(files.functionWords),
    knownAbbreviations: words(files.known),
    jargon: readWordList(files.jargon, replaceable).items,
    removable: readWordList(files.removable, removable).items,
    sensitive: readWordList(files.sensitive, replaceable).items,
    passive: words(files.passive),
    notNominal: words(files.nominal),
  });
}
