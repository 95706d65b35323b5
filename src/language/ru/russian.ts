/** Russian, put together. */
import { createFillerFinder } from '../filler-finder.ts';
import { readFillerList, shorterThan } from '../filler-list.ts';
import type { Language } from '../language.ts';
import { RUSSIAN_FILLER_RULES } from './filler-rules.ts';
import { guessPartOfSpeech } from './filler-words.ts';
import fillers from './lists/fillers.json' with { type: 'json' };
import { endsClause, endsSentence } from './punctuation.ts';
import { isHesitation, plainWords, spokenWords, unstretched } from './spoken-words.ts';
import { syllables } from './syllables.ts';

const items = readFillerList(fillers, RUSSIAN_FILLER_RULES);

/** Russian. Numerals are said in the nominative: other cases have as many words and nearly as many syllables. */
export const russian: Language = Object.freeze({
  code: 'ru',
  spokenWords,
  syllables,
  findFillers: createFillerFinder({
    items,
    plainWords,
    unstretched,
    isHesitation,
    endsSentence,
    endsClause,
    guessPartOfSpeech,
  }),
  shorterThan: shorterThan(items),
  endsSentence,
  endsClause,
});
