/** Moonshine's tokens become words. */
import type { DecodedToken } from '../../decoded-token.ts';
import type { FrameTiming } from '../../piece-words.ts';
import { wordsOfPieces } from '../../piece-words.ts';
import type { HeardWord } from '../../recognizer.ts';
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';
import { END_TOKEN, toPieces } from './vocabulary.ts';

const TIMING: FrameTiming = Object.freeze({
  /** The encoder makes one frame of 384 samples. */
  frameSec: 384 / SAMPLE_RATE_HZ,
  /** Measured against known word times. */
  leadSec: 0.025,
  /** A plosive's closure lasts up to this long. */
  minEdgeSec: 0.08,
});

/** The words of decoded tokens, the end mark among them. Times are seconds from the first sample. */
export function toWords(decoded: readonly DecodedToken[], samples: Float32Array): readonly HeardWord[] {
  const endMark = decoded.find(({ token }) => token === END_TOKEN);
  const said = decoded.filter(({ token }) => token !== END_TOKEN);
  const pieces = toPieces(said.map(({ token }) => token));
  return wordsOfPieces(
    said.map(({ logProbability, attention }, index) => ({
      text: '',
      opensWord: false,
      ...pieces[index],
      logProbability,
      attention,
    })),
    endMark?.attention,
    samples,
    TIMING,
  );
}
