/** What a filled pause stands at: a question that was just asked, a new thought, a number or a long word to come. */
import type { FilledPauseTrigger } from '../../report/index.ts';
import { cuesOf } from '../cues.ts';
import type { TimedWordLayer } from '../words.ts';
import { isSpoken } from '../words.ts';

/** How many spoken words after the pause are looked at: "uh, about forty". */
const LOOK_AHEAD_WORDS = 2;

/** Tells the trigger between one shown word and a later one, both spoken; null at the edges of a talk. */
export type TriggerFinder = (
  afterWord: number | null,
  beforeWord: number | null,
) => FilledPauseTrigger | null;

/** Prepares the answers for a talk. The word that comes next tells more than the end of a sentence before it. */
export function createTriggerFinder(words: TimedWordLayer): TriggerFinder {
  const { language, transcript } = words;
  const { isNumber, isLong } = cuesOf(language);
  const textAt = (index: number): string => transcript.words[index]?.text ?? '';

  const nextWords = (from: number): readonly number[] => {
    const next: number[] = [];
    for (let index = from; index < transcript.words.length && next.length < LOOK_AHEAD_WORDS; index += 1) {
      if (isSpoken(words, index)) {
        next.push(index);
        if (language.endsClause(textAt(index))) {
          break;
        }
      }
    }
    return next;
  };

  return (afterWord, beforeWord) => {
    const before = afterWord === null ? '' : textAt(afterWord);
    if (/\?\P{L}*$/u.test(before)) {
      return 'after-question';
    }
    const next = beforeWord === null ? [] : nextWords(beforeWord).map(textAt);
    if (next.some(isNumber)) {
      return 'number';
    }
    if (isLong(next[0] ?? '')) {
      return 'long-word';
    }
    return afterWord === null || language.endsSentence(before) ? 'new-thought' : null;
  };
}
