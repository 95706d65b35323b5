/** How far word times are off: English words from forced alignment, and pauses from where they were put. */
import type { Word } from '../../src/report/index.ts';
import { alignByForce } from './forced-alignment.ts';
import type { JoinedTalk } from './joined-talk.ts';
import type { Listener } from './listen.ts';
import { fetchPrompts } from './prompts.ts';
import { sameWords } from './same-words.ts';

/** Errors of the words that were heard right, without sign. */
export interface WordTimeErrors {
  readonly prompts: number;
  readonly startsSec: readonly number[];
  readonly endsSec: readonly number[];
}

/** Longer prompts strain the aligner. */
const MAX_PROMPT_SEC = 25;

/**
 * Hears the recorded English prompts, one file each.
 *
 * @throws Error when the prompts or the aligner are out of reach
 */
export async function measureWordTimes(listener: Listener): Promise<WordTimeErrors> {
  const reference = alignByForce(
    fetchPrompts('en').filter(({ durationSec }) => durationSec <= MAX_PROMPT_SEC),
  );
  const startsSec: number[] = [];
  const endsSec: number[] = [];
  for (const [wav, aligned] of reference) {
    const { words } = await listener.listen(wav, 'en');
    const isSame = (known: { readonly word: string }, heard: Word): boolean =>
      bare(known.word) === bare(heard.text);
    for (const [known, heard] of sameWords(aligned, words, isSame)) {
      startsSec.push(Math.abs(heard.startSec - known.startSec));
      endsSec.push(Math.abs(heard.endSec - known.endSec));
    }
  }
  return { prompts: reference.size, startsSec, endsSec };
}

/** Pauses of a joined talk as the words around them tell. */
export interface PauseErrors {
  /** Of each pause whose two words were heard: how far its length is off, without sign. */
  readonly lengthsSec: readonly number[];
  /** Pauses at which a word is missing: the nearest is farther off than a word is long. */
  readonly lost: number;
}

const MIN_PAUSE_SEC = 0.3;
const MAX_WORD_SEC = 1.5;

/** Compares the pauses between utterances, from 0.3 s, with those between the words that were heard. */
export function pauseErrors({ utterances }: JoinedTalk, words: readonly Word[]): PauseErrors {
  const lengthsSec: number[] = [];
  let lost = 0;
  for (const [index, { startSec }] of utterances.entries()) {
    const endSec = utterances[index - 1]?.endSec ?? startSec;
    if (startSec - endSec < MIN_PAUSE_SEC) {
      continue;
    }
    const middleSec = (startSec + endSec) / 2;
    const isAfter = (word: Word): boolean => (word.startSec + word.endSec) / 2 > middleSec;
    const after = words.find(isAfter);
    const before = words.findLast((word) => !isAfter(word));
    const isNear =
      before !== undefined &&
      after !== undefined &&
      Math.abs(before.endSec - endSec) <= MAX_WORD_SEC &&
      Math.abs(after.startSec - startSec) <= MAX_WORD_SEC;
    if (isNear) {
      lengthsSec.push(Math.abs(after.startSec - before.endSec - (startSec - endSec)));
    } else {
      lost += 1;
    }
  }
  return { lengthsSec, lost };
}

function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z']/g, '');
}
