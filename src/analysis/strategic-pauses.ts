/** Strategic pauses: those that set off a key point, as far as the words tell what a key point is. */
import type { AnalysisParameters } from '../report/index.ts';
import type { Cues } from './cues.ts';
import { cuesOf } from './cues.ts';
import type { ClassifiedPause } from './places.ts';
import { lengthMs, toMs } from './span.ts';
import type { TimedWordLayer } from './words.ts';

type Limits = Pick<AnalysisParameters, 'strategicPauseMinSec' | 'strategicPauseMaxSec'>;

const QUESTION_MARK = /\?["'»“”’)\]]*$/u;

/**
 * The pauses of strategic length that stand after a question; before a number; before or after a sentence that calls
 * something the main thing; or after a sentence that opens a new part. A pause after a filler word is none.
 */
export function findStrategicPauses(
  words: TimedWordLayer,
  pauses: readonly ClassifiedPause[],
  limits: Limits,
): readonly ClassifiedPause[] {
  const cues = cuesOf(words.language);
  const sentences = createSentences(words);
  const [minMs, maxMs] = [toMs(limits.strategicPauseMinSec), toMs(limits.strategicPauseMaxSec)];
  return pauses.filter((pause) => {
    const isOfLength = lengthMs(pause) >= minMs && lengthMs(pause) <= maxMs;
    return isOfLength && setsOff(pause, words, sentences, cues);
  });
}

function setsOff(
  pause: ClassifiedPause,
  { transcript: { words }, language }: TimedWordLayer,
  sentences: Sentences,
  cues: Cues,
): boolean {
  const { afterWord, beforeWord } = pause;
  if (afterWord === null || beforeWord === null) {
    return false;
  }
  const [before, after] = [words[afterWord]?.text ?? '', words[beforeWord]?.text ?? ''];
  if (language.endsSentence(before)) {
    const ended = sentences.endingAt(afterWord);
    return (
      QUESTION_MARK.test(before) ||
      cues.isNumber(after) ||
      cues.marksKeyPoint(ended) ||
      cues.opensPart(ended) ||
      cues.marksKeyPoint(sentences.startingAt(beforeWord))
    );
  }
  const isHesitant = pause.place === 'inside' && pause.placeConfidence !== 'high';
  return !isHesitant && cues.isNumber(after) && !cues.isNumber(before);
}

interface Sentences {
  /** The shown words of the sentence whose last word this is. */
  readonly endingAt: (index: number) => readonly string[];
  /** The shown words of the sentence whose first word this is. */
  readonly startingAt: (index: number) => readonly string[];
}

/** No key phrase lies deeper in a sentence than this: it bounds what is looked at where no sentence ever ends. */
const MAX_SENTENCE_WORDS = 60;

function createSentences({ transcript, language }: TimedWordLayer): Sentences {
  const shown = transcript.words.map(({ text }) => text);
  return {
    endingAt(index) {
      let first = index;
      while (
        first > 0 &&
        index - first < MAX_SENTENCE_WORDS &&
        !language.endsSentence(shown[first - 1] ?? '')
      ) {
        first -= 1;
      }
      return shown.slice(first, index + 1);
    },
    startingAt(index) {
      let last = index;
      while (
        last < shown.length - 1 &&
        last - index < MAX_SENTENCE_WORDS &&
        !language.endsSentence(shown[last] ?? '')
      ) {
        last += 1;
      }
      return shown.slice(index, last + 1);
    },
  };
}
