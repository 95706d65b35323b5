/**
 * Moonshine tiny on ONNX Runtime: greedy decoding with a key-value cache, the probability of each token, and the
 * cross-attention that word times are found in. Model: Useful Sensors, MIT.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InferenceSession as Session } from 'onnxruntime-node';
import { Tensor } from 'onnxruntime-node';
import type { ModelIdentity } from '../../../report/index.ts';
import type { DecodedToken } from '../../decoded-token.ts';
import { floatsOf, openSession, outputOf } from '../../onnx-runtime.ts';
import type { Heard, Recognizer } from '../../recognizer.ts';
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';
import { MOONSHINE_ABILITIES, MOONSHINE_MAX_CHUNK_SEC } from './facts.ts';
import { exposeTensors } from './onnx-graph.ts';
import { withoutRepetition } from './repetition.ts';
import { END_TOKEN } from './vocabulary.ts';
import { toWords } from './words.ts';

const START_TOKEN = 1;
const HEADS = 8;
const HEAD_SIZE = 36;
/** The authors' limit is 6 to 6.5 tokens a second; faster talk than that is the model repeating itself. */
const TOKENS_PER_SEC = 6.5;
/** Sound shorter than this gives the encoder no frame. */
const MIN_SAMPLES = 1_600;

/**
 * The heads whose attention follows the sound best, as [layer, head]: found by greedy search on half of 119
 * force-aligned utterances, checked on the other half.
 */
const ALIGNMENT_HEADS: readonly (readonly [layer: number, head: number])[] = [
  [5, 6],
  [3, 7],
  [3, 6],
  [5, 0],
  [5, 2],
];
const ALIGNMENT_LAYERS = [...new Set(ALIGNMENT_HEADS.map(([layer]) => layer))];
const attentionName = (layer: number): string =>
  `/model/decoder/layers.${layer}/encoder_attn/Softmax_output_0`;

/**
 * Loads the model.
 *
 * @param folder holds `encoder_model.onnx` and `decoder_model_merged.onnx`
 * @param model what to report as its identity
 */
export async function createMoonshine(folder: string, model: ModelIdentity): Promise<Recognizer> {
  const encoder = await openSession(join(folder, 'encoder_model.onnx'));
  const decoderBytes = await readFile(join(folder, 'decoder_model_merged.onnx'));
  const decoder = await openSession(exposeTensors(decoderBytes, ALIGNMENT_LAYERS.map(attentionName)));
  return new Moonshine(encoder, decoder, model);
}

class Moonshine implements Recognizer {
  readonly abilities = MOONSHINE_ABILITIES;
  readonly maxChunkSec = MOONSHINE_MAX_CHUNK_SEC;
  readonly model: ModelIdentity;
  readonly #encoder: Session;
  readonly #decoder: Session;
  /** Cached keys and values as the decoder takes them in; those of the encoder never change after the first step. */
  readonly #pastNames: readonly string[];
  readonly #laterOutputs: readonly string[];

  constructor(encoder: Session, decoder: Session, model: ModelIdentity) {
    this.#encoder = encoder;
    this.#decoder = decoder;
    this.model = model;
    this.#pastNames = decoder.inputNames.filter((name) => name.startsWith('past_key_values'));
    this.#laterOutputs = decoder.outputNames.filter((name) => !name.includes('.encoder.'));
  }

  async recognize(samples: Float32Array): Promise<Heard> {
    if (samples.length < MIN_SAMPLES) {
      return { words: [], tokens: 0, logProbability: 0, ended: true };
    }
    const encoded = await this.#encoder.run({
      input_values: new Tensor('float32', samples, [1, samples.length]),
    });
    const states = outputOf(encoded, 'last_hidden_state');
    const maxTokens = Math.max(4, Math.trunc((samples.length / SAMPLE_RATE_HZ) * TOKENS_PER_SEC));
    const decoded = await this.#decode(states, maxTokens);
    states.dispose();
    const last = decoded.at(-1);
    const said = withoutRepetition(decoded);
    return {
      words: toWords(decoded, samples),
      tokens: said.length,
      logProbability: said.reduce((sum, { logProbability }) => sum + logProbability, 0),
      ended: last?.token === END_TOKEN,
    };
  }

  async close(): Promise<void> {
    await this.#encoder.release();
    await this.#decoder.release();
  }

  async #decode(states: Tensor, maxTokens: number): Promise<readonly DecodedToken[]> {
    const frames = states.dims[1] ?? 0;
    const decoded: DecodedToken[] = [];
    const past = new Map<string, Tensor>();
    for (const name of this.#pastNames) {
      past.set(name, new Tensor('float32', new Float32Array(0), [0, HEADS, 1, HEAD_SIZE]));
    }
    const useCache = [false, true].map((flag) => new Tensor('bool', [flag], [1]));
    let token = START_TOKEN;
    for (let step = 0; step <= maxTokens && !(step > 0 && token === END_TOKEN); step += 1) {
      const outputs = await this.#decoder.run(
        {
          input_ids: new Tensor('int64', BigInt64Array.of(BigInt(token)), [1, 1]),
          encoder_hidden_states: states,
          use_cache_branch: useCache[step === 0 ? 0 : 1] ?? states,
          ...Object.fromEntries(past),
        },
        step === 0 ? this.#decoder.outputNames : this.#laterOutputs,
      );
      const best = mostLikely(floatsOf(outputOf(outputs, 'logits')));
      token = best.token;
      decoded.push({ ...best, attention: alignmentRow(outputs, frames) });
      for (const name of this.#pastNames) {
        const present = outputs[name.replace('past_key_values', 'present')];
        if (present !== undefined) {
          past.get(name)?.dispose();
          past.set(name, present);
        }
      }
      outputOf(outputs, 'logits').dispose();
      for (const layer of ALIGNMENT_LAYERS) {
        outputOf(outputs, attentionName(layer)).dispose();
      }
    }
    for (const tensor of past.values()) {
      tensor.dispose();
    }
    return decoded;
  }
}

/** The likeliest token, and the logarithm of its probability under softmax. */
function mostLikely(logits: Float32Array): { readonly token: number; readonly logProbability: number } {
  let token = 0;
  let max = -Infinity;
  for (let index = 0; index < logits.length; index += 1) {
    const logit = logits[index] ?? 0;
    if (logit > max) {
      max = logit;
      token = index;
    }
  }
  let sum = 0;
  // What lies 20 below the best adds less than two billionths each, and `exp` is the costly part of this loop.
  const floor = max - 20;
  for (let index = 0; index < logits.length; index += 1) {
    const logit = logits[index] ?? 0;
    if (logit > floor) {
      sum += Math.exp(logit - max);
    }
  }
  return { token, logProbability: -Math.log(sum) };
}

function alignmentRow(outputs: Session.OnnxValueMapType, frames: number): Float32Array {
  const row = new Float32Array(frames);
  const layers = new Map(
    ALIGNMENT_LAYERS.map((layer) => [layer, floatsOf(outputOf(outputs, attentionName(layer)))]),
  );
  for (const [layer, head] of ALIGNMENT_HEADS) {
    const weights = layers.get(layer);
    for (let frame = 0; frame < frames; frame += 1) {
      row[frame] = (row[frame] ?? 0) + (weights?.[head * frames + frame] ?? 0) / ALIGNMENT_HEADS.length;
    }
  }
  return row;
}
