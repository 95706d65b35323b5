/** Whisper's tokens become words. */
import type { DecodedToken } from '../../decoded-token.ts';
import type { FrameTiming } from '../../piece-words.ts';
import { wordsOfPieces } from '../../piece-words.ts';
import type { HeardWord } from '../../recognizer.ts';
import type { Decoding } from './decoder.ts';
import type { WhisperVocabulary } from './vocabulary.ts';

const TIMING: FrameTiming = Object.freeze({
  /** One position of the encoder. */
  frameSec: 0.02,
  /** Measured against forced alignment: any shift makes times worse. */
  leadSec: 0,
  /** With this, the first word after a pause begins within 11 ms of its sound (90 % of 71). */
  minEdgeSec: 0.03,
});

/** The words of what was decoded from `samples`. Times are seconds from the first sample. */
export function toWords(
  { tokens, endMark }: Pick<Decoding, 'tokens' | 'endMark'>,
  vocabulary: Pick<WhisperVocabulary, 'createReader'>,
  samples: Float32Array,
): readonly HeardWord[] {
  const read = vocabulary.createReader();
  const pieces = tokens.map(({ token, logProbability, attention }: DecodedToken) => ({
    ...read(token),
    logProbability,
    attention,
  }));
  return wordsOfPieces(pieces, endMark?.attention, samples, TIMING);
}
