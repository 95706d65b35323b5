/** Which printed hesitations to believe: a recogniser that is asked to write every "um" also writes some that nobody said. */
import type { Language } from '../../language/index.ts';
import type { FilledPause, Word } from '../../report/index.ts';

/** A hesitation and its sound may miss each other by this. */
const REACH_SEC = 0.25;

/**
 * The words without the hesitations for which no sound vouches: each must touch a sound that was found, doubtful ones
 * included, and each sound vouches for as many as touch it. All other words stay as they are.
 *
 * Words that a prompt makes a recogniser add are to be treated so before anything is counted from them.
 */
export function vouchHesitations(
  words: readonly Word[],
  filledPauses: readonly FilledPause[],
  language: Language,
): readonly Word[] {
  return words.filter(
    (word) =>
      !isHesitation(word.text, language) ||
      filledPauses.some(
        ({ startSec, endSec }) => word.startSec < endSec + REACH_SEC && startSec - REACH_SEC < word.endSec,
      ),
  );
}

/** Whether a shown word is only a sound of hesitation: it has letters, but nothing is said as a word. */
export function isHesitation(text: string, language: Language): boolean {
  return /\p{L}/u.test(text) && language.spokenWords(text).length === 0;
}
