/** How often a pause sets off a key point. */
import { defineMetric } from '../metric.ts';
import { lengthMs, longestSpans, perMinute, toRange } from '../span.ts';
import { findStrategicPauses } from '../strategic-pauses.ts';

const MAX_CITED = 10;
/** One such pause in two minutes is expected, so that a shorter talk may well have none. */
const SURE_TALK_MS = 120_000;

export const strategicPausesPerMinute = defineMetric({
  id: 'strategic-pauses-per-minute',
  unit: 'per-min',
  kind: 'average',
  en: {
    title: 'Strategic pauses per minute',
    definition:
      'Pauses of 0.8 to 3 s (unless set otherwise) after a question, before a number, around a sentence that calls ' +
      'something the main thing, or after one that opens a new part, per minute from the first speech to the last. Key ' +
      'points are known by their words alone, so there may be more. Cited are the ten longest.',
    moves:
      'Holding still after a question, before a figure or around your main point raises it; hurrying over these ' +
      'places lowers it. Saying that a point is the main one lets it be found.',
    source: 'Strong speakers hold pauses of up to 2 to 3 s around what matters (HBR 2018)',
  },
  ru: {
    title: 'Намеренных пауз в минуту',
    definition:
      'Число пауз от 0,8 до 3 с (если не задано другое) после вопроса, перед числом, рядом с предложением, где что-то ' +
      'названо главным, или после предложения, с которого начинается новая часть, на минуту от начала первой реплики до ' +
      'конца последней. Ключевые места узнаются только по словам, поэтому таких пауз может быть больше. Показаны десять ' +
      'самых длинных.',
    moves:
      'Растёт, если выдерживать паузу после вопроса, перед числом и рядом с главной мыслью; снижается, если эти ' +
      'места проскакивать. Главную мысль легче узнать, если так её и назвать: «самое важное».',
    source: 'Сильные ораторы выделяют главное паузами до 2–3 с (HBR 2018)',
  },
  needs: ['speech', 'timedWords', 'pausePlaces'],
  doubtedFor: ['too-little-speech', 'by-words-alone'],
  find({ speech, timedWords, pausePlaces, parameters }) {
    const strategic = findStrategicPauses(timedWords, pausePlaces, parameters);
    const talkMs = lengthMs(speech.talk);
    return {
      value: perMinute(strategic.length, talkMs),
      evidence: longestSpans(strategic, MAX_CITED).map(toRange),
      doubts: [
        ...(talkMs < SURE_TALK_MS ? ([{ confidence: 'low', reason: 'too-little-speech' }] as const) : []),
        { confidence: 'medium', reason: 'by-words-alone' },
      ],
    };
  },
});
