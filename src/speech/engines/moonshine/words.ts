/** Tokens become words: each with the frames it was heard in, trimmed to where there is sound. */
import { createEnergyTrim } from '../../energy-trim.ts';
import type { HeardWord } from '../../recognizer.ts';
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';
import { firstFrames } from './alignment.ts';
import type { DecodedToken } from './decoded-token.ts';
import type { Piece } from './vocabulary.ts';
import { toPieces } from './vocabulary.ts';

/** The encoder makes one frame of 384 samples. */
const FRAME_SEC = 384 / SAMPLE_RATE_HZ;
/** The attention runs ahead of the sound by about this much (measured against known word times). */
const LEAD_SEC = 0.025;
/** Punctuation is not said: it takes no time, and doubt about it is no doubt about the word. `%` and `&` are said. */
const UNSAID = /^(?:(?![%&@#])\p{P})*$/u;
/** Punctuation that stands right behind a word; any other, such as a dash between blanks, keeps its distance. */
const TRAILING = /^[.,!?;:…]+$/;

interface GrowingWord {
  text: string;
  startSec: number;
  endSec: number;
  logProbability: number;
  /** Tokens that are said; none in punctuation that stands alone. */
  tokens: number;
}

/** The words of decoded tokens. Times are seconds from the first sample. */
export function toWords(decoded: readonly DecodedToken[], samples: Float32Array): readonly HeardWord[] {
  const trim = createEnergyTrim(samples);
  return joinPunctuation(grow(decoded, samples.length / SAMPLE_RATE_HZ)).map((word) => ({
    text: word.text,
    ...trim(word.startSec, word.endSec),
    confidence: Math.exp(word.logProbability / word.tokens),
  }));
}

/** Pieces put together wherever one opens a word. */
function grow(decoded: readonly DecodedToken[], durationSec: number): readonly GrowingWord[] {
  const frames = decoded[0]?.attention.length ?? 0;
  const pieces = toPieces(decoded.map(({ token }) => token));
  const first = framesOfSaid(decoded, pieces, frames);
  const frameSec = (frame: number): number => Math.min(durationSec, frame * FRAME_SEC + LEAD_SEC);
  const words: GrowingWord[] = [];
  for (const [index, { logProbability }] of decoded.entries()) {
    const { text = '', opensWord = false } = pieces[index] ?? {};
    const startSec = frameSec(first[index] ?? 0);
    let word = words.at(-1);
    if (opensWord || (word === undefined && text !== '')) {
      word = { text: '', startSec, endSec: startSec, logProbability: 0, tokens: 0 };
      words.push(word);
    }
    if (word === undefined) {
      continue;
    }
    word.text += text;
    if (!UNSAID.test(text)) {
      word.endSec = frameSec(first[index + 1] ?? frames);
      word.logProbability += logProbability;
      word.tokens += 1;
    }
  }
  return words;
}

/**
 * The first frame of each token. Punctuation has none of its own, and gets the next token's: a comma attends to the
 * word that follows it, and would take its frames.
 */
function framesOfSaid(
  decoded: readonly DecodedToken[],
  pieces: readonly Piece[],
  frames: number,
): readonly number[] {
  const isSaid = pieces.map(({ text }) => text === '' || !UNSAID.test(text));
  const said = firstFrames(
    decoded.filter((_, index) => isSaid[index]).map(({ attention }) => attention),
    frames,
  );
  let next = 0;
  return isSaid.map((one) => {
    const frame = said[next] ?? frames;
    next += one ? 1 : 0;
    return frame;
  });
}

/** The words that are said; punctuation that stands alone is shown with the word before it. */
function joinPunctuation(grown: readonly GrowingWord[]): readonly GrowingWord[] {
  const words: GrowingWord[] = [];
  for (const word of grown) {
    const before = words.at(-1);
    if (word.tokens > 0) {
      words.push(word);
    } else if (before !== undefined && word.text !== '') {
      before.text += TRAILING.test(word.text) ? word.text : ` ${word.text}`;
    }
  }
  return words;
}
