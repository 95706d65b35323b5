/** Russian, put together. */
import { createFillerFinder } from '../filler-finder.ts';
import type { Language } from '../language.ts';
import { RUSSIAN_FILLERS } from './fillers.ts';
import { endsClause, endsSentence } from './punctuation.ts';
import { isHesitation, plainWords, spokenWords } from './spoken-words.ts';
import { syllables } from './syllables.ts';

/** Russian. Numerals are said in the nominative: other cases have as many words and nearly as many syllables. */
export const russian: Language = Object.freeze({
  code: 'ru',
  spokenWords,
  syllables,
  findFillers: createFillerFinder({
    items: RUSSIAN_FILLERS,
    plainWords,
    isHesitation,
    endsSentence,
    endsClause,
  }),
  endsSentence,
  endsClause,
});
