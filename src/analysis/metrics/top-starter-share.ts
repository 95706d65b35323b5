/** How many sentences open with the same word. */
import { isPresent } from '../../report/index.ts';
import { toRange } from '../span.ts';
import { citeWording } from '../wording/cite.ts';
import { sentenceDoubts } from '../wording/sentence-doubts.ts';
import { defineMetric } from '../metric.ts';

/** Among fewer sentences two that open alike decide the share. */
const MIN_SENTENCES = 9.5;

export const topStarterShare = defineMetric({
  id: 'top-starter-share',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Sentences that open alike',
    definition:
      'Share of the sentences that begin with the most frequent first word; an article or preposition is counted with the next word. Repetition on purpose is left out. At least ten sentences.',
    moves: 'Opening every other sentence with “And” or “So” raises it; other openings lower it.',
    source: 'Sentence starters (Yoodli, HSE speaking trainer)',
  },
  ru: {
    title: 'Одинаковые начала предложений',
    definition:
      'Доля предложений, которые начинаются с самого частого первого слова; предлог считается вместе со следующим словом. Намеренные повторы не входят. Нужно не меньше десяти предложений.',
    moves: 'Растёт, если каждое второе предложение начинается с «И» или «Ну»; разные начала снижают.',
    source: 'Начала предложений (Yoodli, тренажёр ВШЭ)',
  },
  needs: ['timedWords', 'sentences', 'wording'],
  absentFor: ['too-little-speech'],
  doubtedFor: ['too-little-speech', 'no-punctuation', 'sentences-by-punctuation'],
  find({ timedWords, sentences, wording: { starters } }) {
    const top = isPresent(starters) ? starters[0] : undefined;
    if (top === undefined || top.count / top.share < MIN_SENTENCES) {
      return { absent: 'too-little-speech' };
    }
    return {
      // One sentence that opens so is no habit.
      value: top.count > 1 ? top.count / Math.round(top.count / top.share) : 0,
      evidence: citeWording(
        top.words.map((word) => toRange(timedWords.spans[word] ?? { startMs: 0, endMs: 0 })),
      ),
      doubts: sentenceDoubts(timedWords, sentences),
    };
  },
});
