/** The languages whose words can be counted. A language is one folder here and one row below. */
import { english } from './en/english.ts';
import type { Language } from './language.ts';

export type { FoundFiller, Language, ShownWord } from './language.ts';

const LANGUAGES: readonly Language[] = [english];

/** The language of a two-letter code; undefined when its words cannot be counted here. */
export function languageOf(code: string): Language | undefined {
  return LANGUAGES.find((language) => language.code === code);
}
