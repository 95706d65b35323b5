/** How often speech runs on for too long without a pause. */
import { defineMetric } from '../metric.ts';

const MAX_CITED = 10;

export const missingPauses = defineMetric({
  id: 'missing-pauses',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Missing pauses',
    definition:
      'Stretches of speech with more than 25 words or 12 seconds (unless set otherwise) from one pause to the next. ' +
      'Cited are the ten longest.',
    moves:
      'Sentences that are strung together in one breath add to it; a pause after each thought lowers it.',
    source: 'First estimate from the lengths of phrases and breaths',
  },
  ru: {
    title: 'Недостающие паузы',
    definition:
      'Отрезки речи от паузы до паузы, в которых больше 25 слов или 12 секунд (если не задано другое). Показаны десять ' +
      'самых длинных.',
    moves:
      'Их больше, если нанизывать предложения на одном дыхании; пауза после каждой мысли уменьшает это число.',
    source: 'Предварительно, по длине фраз и дыхания',
  },
  needs: ['speech', 'timedWords', 'missingPauses'],
  find: ({ missingPauses: found }) => ({
    value: found.length,
    evidence: found
      .toSorted((a, b) => b.endSec - b.startSec - (a.endSec - a.startSec))
      .slice(0, MAX_CITED)
      .map(({ startSec, endSec }) => ({ startSec, endSec }))
      .toSorted((a, b) => a.startSec - b.startSec),
  }),
});
