/** Syllables per second as they are heard in the sound, without words: a second opinion on the pace. */
import { defineMetric } from '../metric.ts';
import { nucleiIn } from '../voice/nuclei.ts';

export const nucleiRate = defineMetric({
  id: 'nuclei-rate',
  unit: 'syllables/s',
  kind: 'average',
  en: {
    title: 'Syllables heard',
    definition:
      'Peaks of loudness with a pitch, as vowels have them, per second of speaking time. It needs no words, so it holds in ' +
      'any language; fast and unstressed syllables are partly missed.',
    moves:
      'It moves as the articulation rate does: clear, stressed syllables raise it, mumbled ones lower it. Noise may ' +
      'disturb the count either way.',
    source: 'Syllable nuclei (de Jong & Wempe 2009)',
  },
  ru: {
    title: 'Слогов на слух',
    definition:
      'Число пиков громкости с тоном, какие дают гласные, в секунду времени речи. Слова для этого не нужны, поэтому подходит любой ' +
      'язык; быстрые и безударные слоги частично пропускаются.',
    moves:
      'Меняется вместе со скоростью артикуляции: отчётливые слоги увеличивают это число, невнятные уменьшают. Шум ' +
      'может сбить счёт в обе стороны.',
    source: 'Ядра слогов (de Jong & Wempe 2009)',
  },
  needs: ['tracks', 'speech'],
  find: ({ tracks, speech: { spans, soundMs } }) => ({
    value: (nucleiIn(tracks, spans) * 1000) / soundMs,
  }),
});
