/** How many sentences hide who acts. */
import { isPresent } from '../../report/index.ts';
import { citeWording } from '../wording/cite.ts';
import { MIN_SENTENCES, sentenceDoubts } from '../wording/sentence-doubts.ts';
import { defineMetric } from '../metric.ts';

export const passiveShare = defineMetric({
  id: 'passive-share',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Passive sentences',
    definition:
      'Share of the sentences with a verb in the passive: “was decided”. Cited are the first twenty.',
    moves: 'Saying “it was decided” raises it, “we decided” lowers it.',
    source: 'Passive by the forms of words',
  },
  ru: {
    title: 'Страдательные обороты',
    definition:
      'Доля предложений со страдательным глаголом: «было решено», «осуществляется». Показаны первые двадцать.',
    moves: 'Обороты вроде «было решено» увеличивают, «мы решили» уменьшает.',
    source: 'Страдательный залог по формам слов',
  },
  needs: ['timedWords', 'sentences', 'wording'],
  absentFor: ['too-little-speech'],
  doubtedFor: ['too-little-speech', 'no-punctuation', 'sentences-by-punctuation'],
  find({ timedWords, sentences, wording: { passives } }) {
    if (!isPresent(passives) || sentences.length < MIN_SENTENCES) {
      return { absent: 'too-little-speech' };
    }
    const starts = new Set(passives.map(({ firstWord }) => firstWord));
    const withPassive = sentences.filter(({ firstWord, lastWord }) => {
      for (let word = firstWord; word <= lastWord; word += 1) {
        if (starts.has(word)) {
          return true;
        }
      }
      return false;
    });
    return {
      value: withPassive.length / sentences.length,
      evidence: citeWording(passives),
      doubts: sentenceDoubts(timedWords, sentences),
    };
  },
});
