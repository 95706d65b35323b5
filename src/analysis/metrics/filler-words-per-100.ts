/** How many filler words come on a hundred words. */
import { fillerDoubts } from '../confidence.ts';
import { defineMetric } from '../metric.ts';

export const fillerWordsPer100 = defineMetric({
  id: 'filler-words-per-100',
  unit: 'per-100-words',
  kind: 'average',
  en: {
    title: 'Filler words per 100 words',
    definition: 'Filler words and phrases per hundred spoken words; a phrase such as “you know” counts once.',
    moves: 'What moves the number per minute moves it too; but how fast you speak makes no difference.',
    source: 'Pragmatic markers by list and context rules',
  },
  ru: {
    title: 'Слов-паразитов на 100 слов',
    definition:
      'Число слов-паразитов на сто произнесённых слов; выражение из нескольких слов считается один раз.',
    moves: 'Меняется от того же, что и число в минуту, но от темпа речи не зависит.',
    source: 'Дискурсивные слова по списку и правилам контекста',
  },
  needs: ['timedWords', 'fillers'],
  doubtedFor: ['no-punctuation', 'tidy-transcript'],
  find: ({ timedWords, fillers }) => ({
    value: (fillers.length * 100) / timedWords.spokenTotal,
    doubts: fillerDoubts(timedWords),
  }),
});
