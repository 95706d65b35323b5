/**
 * One chunk of sound through the model. Its window is cut to the chunk, which is several times faster and as exact,
 * but makes the model say some short chunks twice: what looks like that is heard again in the whole window.
 */
import type { InferenceSession as Session } from 'onnxruntime-node';
import { Tensor } from 'onnxruntime-node';
import { outputOf } from '../../onnx-runtime.ts';
import { isOverCompressed } from '../../over-compressed.ts';
import type { HeardWord } from '../../recognizer.ts';
import type { DecodeOptions, Decoder, Decoding } from './decoder.ts';
import { saysTwice } from './repetition.ts';
import type { WhisperVocabulary } from './vocabulary.ts';
import { MAX_FRAMES, fittedFrames, paddedSound, soundPositions } from './window.ts';
import { toWords } from './words.ts';

/** What hearing needs. */
export interface HearingParts {
  readonly mel: Session;
  readonly encoder: Session;
  readonly decoder: Decoder;
  readonly vocabulary: WhisperVocabulary;
}

/** What was heard, before it is asked whether anybody spoke at all. */
export interface HeardText extends Decoding {
  readonly words: readonly HeardWord[];
  /** The text makes no sense: the same over and over. */
  readonly isRepetitive: boolean;
  /** Mean of the natural log probabilities of all tokens, the end mark included. */
  readonly meanLogProbability: number;
}

/** A text that is less sure than this on average is heard again in the whole window; OpenAI's limit. */
const MIN_MEAN_LOG_PROBABILITY = -1;

/** Hears a chunk of at most 30 seconds. */
export async function hearChunk(
  parts: HearingParts,
  samples: Float32Array,
  options: Omit<DecodeOptions, 'positions'>,
): Promise<HeardText> {
  const frames = fittedFrames(samples.length);
  const fitted = await hearWindow(parts, samples, frames, options);
  const isDoubtful =
    fitted.isRepetitive ||
    fitted.meanLogProbability < MIN_MEAN_LOG_PROBABILITY ||
    saysTwice(fitted.words.map(({ text }) => text));
  if (!isDoubtful || frames === MAX_FRAMES) {
    return fitted;
  }
  const whole = await hearWindow(parts, samples, MAX_FRAMES, options);
  // The doubt that anybody speaks was measured in fitted windows; whole ones lower it.
  return whole.isRepetitive && !fitted.isRepetitive ? fitted : { ...whole, noSpeech: fitted.noSpeech };
}

async function hearWindow(
  { mel, encoder, decoder, vocabulary }: HearingParts,
  samples: Float32Array,
  frames: number,
  options: Omit<DecodeOptions, 'positions'>,
): Promise<HeardText> {
  options.signal?.throwIfAborted();
  const pcm = paddedSound(samples, frames);
  const spectrum = outputOf(await mel.run({ pcm: new Tensor('float32', pcm, [1, pcm.length]) }), 'mel');
  const cross = await encoder.run({ mel: spectrum });
  spectrum.dispose();
  const positions = soundPositions(samples.length, frames);
  const decoding = await decoder.decode(cross, { ...options, positions }).finally(() => {
    for (const tensor of Object.values(cross)) {
      tensor.dispose();
    }
  });
  const words = toWords(decoding, vocabulary, samples);
  return {
    ...decoding,
    words,
    isRepetitive: decoding.hasLooped || isOverCompressed(words.map(({ text }) => text).join(' ')),
    meanLogProbability: meanLogProbability(decoding),
  };
}

function meanLogProbability({ tokens, endMark }: Decoding): number {
  const all = endMark === undefined ? tokens : [...tokens, endMark];
  const sum = all.reduce((total, { logProbability }) => total + logProbability, 0);
  return all.length === 0 ? 0 : sum / all.length;
}
