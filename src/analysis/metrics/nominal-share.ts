/** How many verbs were made nouns. */
import { toRange } from '../span.ts';
import { MIN_WORDING_WORDS, citeWording } from '../wording/cite.ts';
import { defineMetric } from '../metric.ts';

export const nominalShare = defineMetric({
  id: 'nominal-share',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Nouns made of verbs',
    definition:
      'Share of the words that are nouns made of verbs, such as “implementation”; plain ones such as “question” are not counted. At least 100 words.',
    moves: 'Saying “the implementation of the plan” raises it, “we carried out the plan” lowers it.',
    source: 'Nominalisations by their endings, with a list of exceptions',
  },
  ru: {
    title: 'Отглагольные существительные',
    definition:
      'Доля слов вроде «осуществление», «оптимизация»; простые, как «решение» или «здание», не считаются. Нужно не меньше 100 слов.',
    moves: 'Обороты вроде «осуществление контроля» увеличивают, «мы проверяем» уменьшает.',
    source: 'Отглагольные существительные по суффиксам, со списком исключений',
  },
  needs: ['timedWords', 'wording'],
  absentFor: ['too-little-speech'],
  find({ timedWords, wording: { nominals } }) {
    return timedWords.spokenTotal < MIN_WORDING_WORDS
      ? { absent: 'too-little-speech' }
      : {
          value: nominals.length / timedWords.spokenTotal,
          evidence: citeWording(
            nominals.map((word) => toRange(timedWords.spans[word] ?? { startMs: 0, endMs: 0 })),
          ),
        };
  },
});
