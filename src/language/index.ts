/** The languages whose words can be counted. A language is one folder here and one row below. */
import { english } from './en/english.ts';
import type { Language } from './language.ts';
import { russian } from './ru/russian.ts';

export type { FoundFiller, Language, ShownWord } from './language.ts';
export { WORD_LISTS_VERSION } from './word-list.ts';
export { wordingListsOf } from './wording-lists.ts';
export type { ContextPhrase, RemovablePhrase, ReplaceablePhrase, WordingLists } from './wording-lists.ts';
export { createLemmas, plain } from './lemmas.ts';
export type { Lemmas } from './lemmas.ts';
export type { Lemma, Lexicon, PartOfSpeech } from './lexicon.ts';
export { createRussianLexicon } from './ru/lexicon/lexicon.ts';
export type { RussianDictionaries } from './ru/lexicon/lexicon.ts';

const LANGUAGES: readonly Language[] = [english, russian];

/** The language of a two-letter code; undefined when its words cannot be counted here. */
export function languageOf(code: string): Language | undefined {
  return LANGUAGES.find((language) => language.code === code);
}

/** The two-letter codes of the languages whose words can be counted. */
export function languageCodes(): readonly string[] {
  return LANGUAGES.map(({ code }) => code);
}
