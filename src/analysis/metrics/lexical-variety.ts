/** How varied the words are. */
import { MIN_WORDING_WORDS } from '../wording/cite.ts';
import { mtld } from '../wording/mtld.ts';
import { defineMetric } from '../metric.ts';

export const lexicalVariety = defineMetric({
  id: 'lexical-variety',
  unit: 'words',
  kind: 'average',
  en: {
    title: 'Variety of words (MTLD)',
    definition:
      'How many words pass on average until only 72 % of them are different, forms of a word together. At least 100 words.',
    moves:
      'New words raise it, repeating the same ones lowers it. Compare it with your other talks: plain speech is no fault.',
    source: 'MTLD (McCarthy & Jarvis 2010) over lemmas, forward and backward',
  },
  ru: {
    title: 'Разнообразие слов (MTLD)',
    definition:
      'Сколько слов в среднем проходит, пока разных среди них не останется 72 %; формы одного слова считаются вместе. Нужно не меньше 100 слов.',
    moves:
      'Новые слова увеличивают, повторы одних и тех же уменьшают. Сравнивайте с другими своими выступлениями: простая речь — не недостаток.',
    source: 'MTLD (McCarthy & Jarvis 2010) по начальным формам, вперёд и назад',
  },
  needs: ['lemmas'],
  absentFor: ['too-little-speech'],
  find({ lemmas: { tokens } }) {
    const value = tokens.length < MIN_WORDING_WORDS ? undefined : mtld(tokens.map(({ lemma }) => lemma));
    return value === undefined ? { absent: 'too-little-speech' } : { value };
  },
});
