/** Which words are stressed, and where stress and meaning do not fit together. */
import type { Lexicon } from '../../language/index.ts';
import type { AnalysisParameters, Emphasis, StressMismatch } from '../../report/index.ts';
import { roundTo } from '../rounding.ts';
import { toMs, toRange } from '../span.ts';
import type { TimedWordLayer } from '../words.ts';
import { isJoining } from './light-words.ts';
import type { MeaningKind } from './meaning-words.ts';
import { meaningWords } from './meaning-words.ts';
import type { ProminentWord } from './prominence.ts';
import { prominences } from './prominence.ts';
import type { WordSound } from './word-sounds.ts';

type Thresholds = Pick<AnalysisParameters, 'stressWindowSec' | 'stressedFrom' | 'unstressedBelow'>;

const UNSTRESSED = {
  number: 'unstressed-number',
  name: 'unstressed-name',
  'key-word': 'unstressed-key-word',
} as const satisfies Record<MeaningKind, StressMismatch['kind']>;

/**
 * The stressed words: prominent ones, of neighbours only the more prominent. And the mismatches: joining words that are
 * stressed, and numbers, names and key words none of whose words stands out of its neighbours at all.
 */
export function findEmphasis(
  sounds: readonly WordSound[],
  words: TimedWordLayer,
  thresholds: Thresholds,
  lexicon: Lexicon | undefined,
): Emphasis {
  const known = prominences(sounds, toMs(thresholds.stressWindowSec));
  const byWord = new Map(known.map((word) => [word.word, word]));
  const prominenceAt = (word: number): number => byWord.get(word)?.prominence ?? -Infinity;
  const stressed = known.filter(
    ({ word, prominence }) =>
      prominence >= thresholds.stressedFrom &&
      prominence > prominenceAt(word - 1) &&
      prominence >= prominenceAt(word + 1),
  );
  const joining = stressed
    .filter(({ word }) => isJoiningWord(words, word))
    .map((word) => ({ ...shown(word), kind: 'stressed-function-word' as const }));
  const unstressed = meaningWords(words, lexicon).flatMap(({ kind, first, last }) => {
    const group = Array.from({ length: last - first + 1 }, (_, index) => byWord.get(first + index)).filter(
      (word) => word !== undefined,
    );
    const highest = group.toSorted((a, b) => b.prominence - a.prominence)[0];
    // A word whose sound is not known may be the stressed one.
    const isWhole = group.length === last - first + 1;
    return isWhole && highest !== undefined && highest.prominence < thresholds.unstressedBelow
      ? [{ ...shown(highest), kind: UNSTRESSED[kind] }]
      : [];
  });
  return {
    stressed: stressed.map(shown),
    mismatches: [...joining, ...unstressed].toSorted((a, b) => a.word - b.word),
  };
}

function isJoiningWord({ language, transcript }: TimedWordLayer, word: number): boolean {
  const said = language.spokenWords(transcript.words[word]?.text ?? '');
  return said.length > 0 && said.every((part) => isJoining(part, language.code));
}

function shown({ word, prominence, ...span }: ProminentWord): Emphasis['stressed'][number] {
  return { word, ...toRange(span), prominence: roundTo(prominence, 2) };
}
