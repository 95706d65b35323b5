/** English, put together. */
import { createFillerFinder } from '../filler-finder.ts';
import { readFillerList, shorterThan } from '../filler-list.ts';
import type { Language } from '../language.ts';
import { ENGLISH_FILLER_RULES } from './filler-rules.ts';
import fillers from './lists/fillers.json' with { type: 'json' };
import { endsClause, endsSentence } from './punctuation.ts';
import { isHesitation, plainWords, spokenWords, unstretched } from './spoken-words.ts';
import { syllables } from './syllables.ts';

const items = readFillerList(fillers, ENGLISH_FILLER_RULES);

/** English. Numerals are said the American way; words per minute hardly differ. */
export const english: Language = Object.freeze({
  code: 'en',
  spokenWords,
  syllables,
  findFillers: createFillerFinder({
    items,
    plainWords,
    unstretched,
    isHesitation,
    endsSentence,
    endsClause,
  }),
  shorterThan: shorterThan(items),
  endsSentence,
  endsClause,
});
