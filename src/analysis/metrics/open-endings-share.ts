/** How many statements do not come to an end in the voice. */
import { isPresent } from '../../report/index.ts';
import { defineMetric } from '../metric.ts';
import { shareInterval } from '../voice/interval.ts';

/** From fewer endings no share follows; from few a doubtful one. */
const MIN_ENDS = 5;
const SURE_ENDS = 15;
const MAX_CITED = 10;

export const openEndingsShare = defineMetric({
  id: 'open-endings-share',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Open statement endings',
    definition:
      'Statements, which end with a full stop, whose pitch does not fall at the end, out of those whose end can be heard. ' +
      'Pitch is judged against the line along which it sinks through the sentence. Cited are the first ten.',
    moves:
      'Statements that end like a question or like one more item of a list raise it; letting the voice down on the ' +
      'last word lowers it.',
    source: 'Terminal contours; Russian IK-3 (Bryzgunova)',
  },
  ru: {
    title: 'Незавершённые концы фраз',
    definition:
      'Доля утверждений (предложений с точкой), в конце которых голос не опускается, среди тех, чей конец хорошо слышен. ' +
      'Высота сравнивается с линией, по которой голос опускался в предложении; высокий подъём на последнем ударении тоже ' +
      'звучит незавершённо. Показаны первые десять.',
    moves:
      'Растёт, если утверждения звучат как вопрос или как перечисление; снижается, если на последнем слове опускать голос.',
    source: 'Мелодика конца фразы; в русском ИК-3 (Брызгунова)',
  },
  needs: ['spoken', 'speech'],
  absentFor: ['no-punctuation', 'too-little-speech'],
  doubtedFor: ['too-little-speech'],
  hasInterval80: true,
  find({ spoken: { statementEnds } }) {
    if (!isPresent(statementEnds)) {
      return statementEnds;
    }
    if (statementEnds.length < MIN_ENDS) {
      return { absent: 'too-little-speech' };
    }
    const open = statementEnds.filter(({ ending }) => ending !== 'falling');
    return {
      value: open.length / statementEnds.length,
      interval80: shareInterval(open.length, statementEnds.length),
      evidence: open.slice(0, MAX_CITED).map(({ startSec, endSec }) => ({ startSec, endSec })),
      doubts: statementEnds.length < SURE_ENDS ? [{ confidence: 'medium', reason: 'too-little-speech' }] : [],
    };
  },
});
