/** English, put together. */
import { createFillerFinder } from '../filler-finder.ts';
import type { Language } from '../language.ts';
import { ENGLISH_FILLERS } from './fillers.ts';
import { endsClause, endsSentence } from './punctuation.ts';
import { isHesitation, plainWords, spokenWords } from './spoken-words.ts';
import { syllables } from './syllables.ts';

/** English. Numerals are said the American way; words per minute hardly differ. */
export const english: Language = Object.freeze({
  code: 'en',
  spokenWords,
  syllables,
  findFillers: createFillerFinder({
    items: ENGLISH_FILLERS,
    plainWords,
    isHesitation,
    endsSentence,
    endsClause,
  }),
  endsSentence,
  endsClause,
});
