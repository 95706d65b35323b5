/** How many words may hurt part of an audience. */
import { isPresent } from '../../report/index.ts';
import { citeWording } from '../wording/cite.ts';
import { defineMetric } from '../metric.ts';

export const sensitiveWords = defineMetric({
  id: 'sensitive-words',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Words that may hurt',
    definition:
      'Words of a short list that may hurt part of an audience. Looked for only when asked. Cited are the first twenty.',
    moves: 'Another word in their place lowers it; the list shows one.',
    source: 'A short list, off by default',
  },
  ru: {
    title: 'Слова, которые могут задеть',
    definition:
      'Слова из короткого списка, которые могут задеть часть слушателей. Ищутся, только если это включено. Показаны первые двадцать.',
    moves: 'Если сказать иначе, число уменьшится; замена есть в списке.',
    source: 'Короткий список, по умолчанию выключен',
  },
  needs: ['wording'],
  absentFor: ['switched-off'],
  find: ({ wording: { sensitive } }) =>
    isPresent(sensitive)
      ? { value: sensitive.length, evidence: citeWording(sensitive) }
      : { absent: 'switched-off' },
});
