/** How much of the content one repeated word takes. */
import { toRange } from '../span.ts';
import { MIN_WORDING_WORDS, citeWording } from '../wording/cite.ts';
import { defineMetric } from '../metric.ts';

export const topRepetitionShare = defineMetric({
  id: 'top-repetition-share',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Most repeated word',
    definition:
      'Share of the content words that the most repeated verb or adverb takes, all forms together. Nouns and adjectives are the topic and not counted, repetition on purpose neither. At least 100 words.',
    moves: 'A favourite word said again and again raises it; another word, or none, lowers it.',
    source: 'Repetition by lemma (HSE speaking trainer)',
  },
  ru: {
    title: 'Самое повторяемое слово',
    definition:
      'Доля самого частого глагола или наречия среди значимых слов, во всех формах. Существительные и прилагательные относятся к теме и не считаются, намеренные повторы тоже. Нужно не меньше 100 слов.',
    moves:
      'Растёт, если одно и то же слово звучит снова и снова; если сказать иначе или опустить его, снижается.',
    source: 'Повторы по начальной форме (тренажёр ВШЭ)',
  },
  needs: ['timedWords', 'wording'],
  absentFor: ['too-little-speech'],
  find({ timedWords, wording: { repetitions } }) {
    if (timedWords.spokenTotal < MIN_WORDING_WORDS) {
      return { absent: 'too-little-speech' };
    }
    const [top] = repetitions;
    return {
      value: top?.share ?? 0,
      evidence: citeWording(
        (top?.words ?? []).map((word) => toRange(timedWords.spans[word] ?? { startMs: 0, endMs: 0 })),
      ),
    };
  },
});
