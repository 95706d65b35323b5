/** Syllables per second of sound: how fast the words themselves are said. */
import { defineMetric } from '../metric.ts';
import { soundBetween } from '../sound-between.ts';
import { toMs } from '../span.ts';
import { citeOutside, ratedStretches } from '../stretches.ts';
import { syllablesBetween } from '../words.ts';
import { nucleiDoubts } from '../voice/nuclei.ts';

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
      'Cited are stretches of 15 seconds (unless set otherwise) that lie furthest outside the band.',
    moves:
      'Rattling words off raises it; saying each in full, or drawing out an um, lowers it. Silence makes no difference.',
    source: 'Articulation rate (phonetics)',
  },
  ru: {
    title: 'Скорость артикуляции',
    definition:
      'Слогов в секунду времени речи, без тишины: как быстро произносятся сами слова. ' +
      'Показаны отрезки по 15 секунд (если не задано другое), которые дальше всего от нормы.',
    moves:
      'Скороговорка её повышает; если договаривать каждое слово или тянуть «э-э», она снижается. Тишина на неё не влияет.',
    source: 'Скорость артикуляции (фонетика)',
  },
  needs: ['speech', 'timedWords'],
  doubtedFor: ['nuclei-disagree'],
  doubts: nucleiDoubts,
  find({ speech, timedWords, parameters }, norm) {
    const value = (timedWords.syllableTotal * 1000) / speech.soundMs;
    const sound = soundBetween(speech.spans, timedWords.spans);
    const stretches = ratedStretches(timedWords, toMs(parameters.paceWindowSec), (first, last) => {
      const soundMs = sound(first, last);
      const syllables = syllablesBetween(timedWords, first, last);
      return soundMs < MIN_SOUND_MS ? undefined : (syllables * 1000) / soundMs;
    });
    return { value, evidence: citeOutside(stretches, norm, { ...timedWords.talk, rate: value }) };
  },
});
