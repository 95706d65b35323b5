/** Syllables per second of sound: how fast the words themselves are said. */
import { defineMetric } from '../metric.ts';
import { soundBetween } from '../sound-between.ts';
import { citeOutside, ratedStretches } from '../stretches.ts';

/** A stretch with less sound has no rate of its own. */
const MIN_SOUND_MS = 5000;

export const articulationRate = defineMetric({
  id: 'articulation-rate',
  unit: 'syllables/s',
  kind: 'average',
  en: {
    title: 'Articulation rate',
    definition:
      'Syllables per second of speaking time, silences left out: how fast the words themselves are said. ' +
      'Cited are stretches of 15 seconds that lie furthest outside the band.',
  },
  ru: {
    title: 'Скорость артикуляции',
    definition:
      'Слогов в секунду времени речи, без тишины: как быстро произносятся сами слова. ' +
      'Показаны отрезки по 15 секунд, которые дальше всего от нормы.',
  },
  source: 'Articulation rate (phonetics)',
  needs: ['speech', 'timedWords'],
  find({ speech, timedWords }, norm) {
    const value = (timedWords.syllableTotal * 1000) / speech.soundMs;
    const sound = soundBetween(speech.spans, timedWords.spans);
    const stretches = ratedStretches(timedWords, (first, last) => {
      const soundMs = sound(first, last);
      const syllables =
        (timedWords.syllablesBefore[last + 1] ?? 0) - (timedWords.syllablesBefore[first] ?? 0);
      return soundMs < MIN_SOUND_MS ? undefined : (syllables * 1000) / soundMs;
    });
    return { value, evidence: citeOutside(stretches, norm, { ...timedWords.talk, rate: value }) };
  },
});
