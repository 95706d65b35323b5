/** Speech for models without weights: tones, each of which such a model hears as one token. */
import { SAMPLE_RATE_HZ } from '../../src/speech/recognizer.ts';
import type { GraphBuilder } from '../../src/speech/onnx/graph.ts';
import { bytesOf } from '../../src/speech/onnx/graph.ts';

/** What the tones say, from the lowest to the highest. */
export const TONE_TOKENS = ['▁раз', '▁два', '▁три', 'на', 'дцать', '▁сто', 'пять', '▁всё'] as const;

/** The blank comes after the tokens. */
export const TONE_VOCABULARY = [...TONE_TOKENS, '<blk>'] as const;

/** Bands of the spectrum that a model takes in: GigaAM's, on the mel scale up to 8 kHz. */
export const TONE_BANDS = 64;
/** Frames of 10 ms that become one of the model's. */
export const TONE_SUBSAMPLING = 4;

const MAX_HZ = 8_000;
/** How sure a token is of a tone: nats for each nat by which its bands stand out of all. */
const GAIN = 6;
/** The blank wins where no bands stand out by this much: still rooms, and hiss. */
const BLANK_NATS = 24;

/** A tone that is heard as a token. */
export interface Tone {
  readonly token: (typeof TONE_TOKENS)[number];
  readonly startSec: number;
  readonly endSec: number;
}

/** Tones in a room that is nearly still. */
export function playTones(durationSec: number, tones: readonly Tone[]): Float32Array {
  const samples = Float32Array.from(
    { length: Math.round(durationSec * SAMPLE_RATE_HZ) },
    (_, index) => (((index * 7919) % 1000) / 1000 - 0.5) * 2e-4,
  );
  for (const { token, startSec, endSec } of tones) {
    const hz = middleHz(TONE_TOKENS.indexOf(token));
    const end = Math.min(samples.length, Math.round(endSec * SAMPLE_RATE_HZ));
    for (let index = Math.round(startSec * SAMPLE_RATE_HZ); index < end; index += 1) {
      samples[index] = (samples[index] ?? 0) + 0.3 * Math.sin((2 * Math.PI * hz * index) / SAMPLE_RATE_HZ);
    }
  }
  return samples;
}

/** Silence between two tones, so that no frame hears both. */
const GAP_SEC = 0.1;

/** Tones one after the other at a steady pace, with silence before and after. */
export function sayTones(
  tokens: readonly Tone['token'][],
  {
    startSec,
    eachSec,
    durationSec,
  }: { readonly startSec: number; readonly eachSec: number; readonly durationSec: number },
): Float32Array {
  return playTones(
    durationSec,
    tokens.map((token, index) => ({
      token,
      startSec: startSec + index * eachSec,
      endSec: startSec + (index + 1) * eachSec - GAP_SEC,
    })),
  );
}

/**
 * Adds what hears tones to a graph: from a spectrum `[1, bands, time]` to scores of tokens and blank `[1, frames, 9]`. A
 * token is heard where its eighth of the bands stands out of all of them, at any loudness.
 */
export function addToneScores(graph: GraphBuilder, spectrum: string, bands = TONE_BANDS): string {
  const size = TONE_VOCABULARY.length;
  const weights = new Float32Array(bands * size);
  for (let band = 0; band < bands; band += 1) {
    for (let token = 0; token < TONE_TOKENS.length; token += 1) {
      const isOwn = Math.floor((band * TONE_TOKENS.length) / bands) === token;
      weights[band * size + token] = (GAIN * ((isOwn ? TONE_TOKENS.length : 0) - 1)) / bands;
    }
  }
  const bias = new Float32Array(size);
  bias[size - 1] = BLANK_NATS;
  addWeights(graph, 'tone_weights', [bands, size], weights);
  addWeights(graph, 'tone_bias', [size], bias);
  const pooled = graph.node('AveragePool', [spectrum], {
    kernel_shape: [TONE_SUBSAMPLING],
    strides: [TONE_SUBSAMPLING],
  });
  const frames = graph.node('Transpose', [pooled], { perm: [0, 2, 1] });
  return graph.node('Add', [graph.node('MatMul', [frames, 'tone_weights']), 'tone_bias']);
}

/** Adds a constant of floats to a graph. */
export function addWeights(
  graph: GraphBuilder,
  name: string,
  dims: readonly number[],
  values: Float32Array,
): string {
  graph.weights({ tensors: [{ name, type: 'float32', dims }], load: () => [bytesOf(values)] });
  return name;
}

/** The middle of a token's bands on the mel scale, in Hz. */
function middleHz(token: number): number {
  const mel = 1127 * Math.log(1 + MAX_HZ / 700) * ((token + 0.5) / TONE_TOKENS.length);
  return 700 * (Math.exp(mel / 1127) - 1);
}
