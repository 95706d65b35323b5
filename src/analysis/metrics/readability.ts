/** How easy the words and sentences are to follow. */
import { MIN_WORDING_WORDS } from '../wording/cite.ts';
import { MIN_SENTENCES, sentenceDoubts } from '../wording/sentence-doubts.ts';
import { defineMetric } from '../metric.ts';

/** What a word more in the mean sentence, and a syllable more in the mean word, cost. */
const FORMULAS: ReadonlyMap<string, { readonly perSentenceWord: number; readonly perSyllable: number }> =
  new Map([
    ['en', { perSentenceWord: 1.015, perSyllable: 84.6 }],
    ['ru', { perSentenceWord: 1.3, perSyllable: 60.1 }],
  ]);

export const readability = defineMetric({
  id: 'readability',
  unit: 'points',
  kind: 'average',
  en: {
    title: 'Ease of listening',
    definition:
      'Flesch reading ease, 0 to 100, higher is easier: English 206.835 − 1.015 × words a sentence − 84.6 × syllables a word, Russian 206.835 − 1.3 × words a sentence − 60.1 × syllables a word. The formula is made for print, and sentence ends are the recogniser’s: read it beside the sentence length. At least 100 words.',
    moves: 'Short sentences and short words raise it, long ones lower it.',
    source: 'Flesch 1948; for Russian Oborneva 2006',
  },
  ru: {
    title: 'Лёгкость восприятия',
    definition:
      'Формула Флеша, от 0 до 100, чем больше, тем легче: для русского 206,835 − 1,3 × слов в предложении − 60,1 × слогов в слове (Оборнева), для английского 206,835 − 1,015 × слов − 84,6 × слогов. Формула создана для печатного текста, а границы предложений расставил распознаватель: смотрите вместе с длиной предложения. Нужно не меньше 100 слов.',
    moves: 'Короткие предложения и слова увеличивают, длинные уменьшают.',
    source: 'Flesch 1948; для русского Оборнева 2006',
  },
  needs: ['timedWords', 'sentences'],
  absentFor: ['too-little-speech'],
  doubtedFor: ['too-little-speech', 'no-punctuation', 'sentences-by-punctuation'],
  find({ timedWords, sentences }) {
    const formula = FORMULAS.get(timedWords.language.code);
    if (
      formula === undefined ||
      timedWords.spokenTotal < MIN_WORDING_WORDS ||
      sentences.length < MIN_SENTENCES
    ) {
      return { absent: 'too-little-speech' };
    }
    const { spokenTotal, syllableTotal } = timedWords;
    const points =
      206.835 -
      formula.perSentenceWord * (spokenTotal / sentences.length) -
      formula.perSyllable * (syllableTotal / spokenTotal);
    return {
      value: Math.min(100, Math.max(0, points)),
      doubts: sentenceDoubts(timedWords, sentences),
    };
  },
});
