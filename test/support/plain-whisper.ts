/**
 * Whisper's forward pass as the paper describes it, in double precision and with nothing clever: what the graphs are
 * compared with. https://arxiv.org/abs/2212.04356
 */
import type { TinyTensors } from './tiny-whisper-weights.ts';

/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[];

/** What the decoder finds for a text. */
export interface PlainDecoded {
  /** How likely each token is after the last one. */
  readonly logits: readonly number[];
  /** By layer, head and token: the weights over the states of the sound. */
  readonly attention: readonly (readonly Matrix[])[];
}

export interface PlainWhisper {
  /** Mel bands by frames to the encoder's states, one row for two frames. */
  encode(mel: Matrix): Matrix;
  /** What a layer of the decoder attends to in such states: keys and values, one row a position. */
  keysAndValues(layer: number, states: Matrix): { readonly keys: Matrix; readonly values: Matrix };
  decode(tokens: readonly number[], states: Matrix): PlainDecoded;
}

interface Shape {
  readonly encoderLayers: number;
  readonly decoderLayers: number;
  readonly heads: number;
}

export function createPlainWhisper(tensors: TinyTensors, shape: Shape): PlainWhisper {
  const { heads } = shape;
  const values = (name: string): readonly number[] => {
    const tensor = tensors[name];
    if (tensor === undefined) {
      throw new Error(`no tensor ${name}`);
    }
    return Array.from(tensor.values);
  };
  const rows = (name: string): Matrix => {
    const flat = values(name);
    const count = tensors[name]?.shape[0] ?? 1;
    return Array.from({ length: count }, (_, row) => {
      return flat.slice((row * flat.length) / count, ((row + 1) * flat.length) / count);
    });
  };
  const linear = (input: Matrix, name: string): Matrix => {
    const weight = rows(`${name}/weight`);
    const bias = values(`${name}/bias`);
    return input.map((row) => weight.map((output, index) => dot(row, output) + (bias[index] ?? 0)));
  };
  const norm = (input: Matrix, name: string): Matrix => {
    const gamma = values(`${name}/layer_norm/gamma`);
    const beta = values(`${name}/layer_norm/beta`);
    return input.map((row) => {
      const mean = sum(row) / row.length;
      const variance = sum(row.map((value) => (value - mean) ** 2)) / row.length;
      return row.map((value, index) => {
        return ((value - mean) / Math.sqrt(variance + 1e-5)) * (gamma[index] ?? 0) + (beta[index] ?? 0);
      });
    });
  };
  const feedForward = (input: Matrix, layer: string): Matrix =>
    linear(
      linear(input, `${layer}/ffn/linear_0`).map((row) => row.map(gelu)),
      `${layer}/ffn/linear_1`,
    );
  /** A convolution over three neighbouring frames; frames by channels in and out. */
  const convolve = (input: Matrix, name: string, stride: number): Matrix => {
    const weight = rows(`${name}/weight`);
    const bias = values(`${name}/bias`);
    const silence = (input[0] ?? []).map(() => 0);
    return Array.from({ length: Math.ceil(input.length / stride) }, (_, frame) => {
      const taps = [-1, 0, 1].map((offset) => input[frame * stride + offset] ?? silence);
      return weight.map((output, index) => {
        const products = output.map((value, at) => value * (taps[at % 3]?.[Math.floor(at / 3)] ?? 0));
        return gelu(sum(products) + (bias[index] ?? 0));
      });
    });
  };
  const selfAttention = (input: Matrix, layer: string, isCausal: boolean): Matrix => {
    const joined = linear(norm(input, `${layer}/self_attention`), `${layer}/self_attention/linear_0`);
    const [queries = [], keys = [], found = []] = splitColumns(joined, 3);
    const { result } = attend(queries, keys, found, heads, isCausal);
    return linear(result, `${layer}/self_attention/linear_1`);
  };
  const keysAndValues: PlainWhisper['keysAndValues'] = (layer, states) => {
    const joined = linear(states, `decoder/layer_${layer}/attention/linear_1`);
    const [keys = [], found = []] = splitColumns(joined, 2);
    return { keys, values: found };
  };

  return {
    encode(mel) {
      const frames = (mel[0] ?? []).map((_, frame) => mel.map((band) => band[frame] ?? 0));
      const positions = rows('encoder/position_encodings/encodings');
      const heard = convolve(convolve(frames, 'encoder/conv1', 1), 'encoder/conv2', 2);
      let state = add(heard, positions.slice(0, heard.length));
      for (let layer = 0; layer < shape.encoderLayers; layer += 1) {
        const name = `encoder/layer_${layer}`;
        state = add(state, selfAttention(state, name, false));
        state = add(state, feedForward(norm(state, `${name}/ffn`), name));
      }
      return norm(state, 'encoder');
    },
    keysAndValues,
    decode(tokens, states) {
      const table = rows('decoder/embeddings/weight');
      const positions = rows('decoder/position_encodings/encodings');
      const attention: (readonly Matrix[])[] = [];
      let state = add(
        tokens.map((token) => table[token] ?? []),
        positions.slice(0, tokens.length),
      );
      for (let layer = 0; layer < shape.decoderLayers; layer += 1) {
        const name = `decoder/layer_${layer}`;
        state = add(state, selfAttention(state, name, true));
        const queries = linear(norm(state, `${name}/attention`), `${name}/attention/linear_0`);
        const sound = keysAndValues(layer, states);
        const { result, weights } = attend(queries, sound.keys, sound.values, heads, false);
        attention.push(weights);
        state = add(state, linear(result, `${name}/attention/linear_2`));
        state = add(state, feedForward(norm(state, `${name}/ffn`), name));
      }
      const last = norm(state, 'decoder').at(-1) ?? [];
      return { logits: table.map((token) => dot(token, last)), attention };
    },
  };
}

/** The difference of all numbers as a part of their size: the root of the mean square of each. */
export function relativeError(found: readonly number[], expected: readonly number[]): number {
  if (found.length !== expected.length) {
    throw new RangeError(`${found.length} numbers, not ${expected.length}`);
  }
  const differences = found.map((value, index) => (value - (expected[index] ?? 0)) ** 2);
  return Math.sqrt(sum(differences) / sum(expected.map((value) => value ** 2)));
}

function attend(
  queries: Matrix,
  keys: Matrix,
  values: Matrix,
  heads: number,
  isCausal: boolean,
): { readonly result: Matrix; readonly weights: readonly Matrix[] } {
  const keysOf = splitColumns(keys, heads);
  const valuesOf = splitColumns(values, heads);
  const weights = splitColumns(queries, heads).map((head, index) =>
    head.map((query, at) => {
      const seen = (keysOf[index] ?? []).slice(0, isCausal ? at + 1 : undefined);
      return softmax(seen.map((key) => dot(query, key) / Math.sqrt(query.length)));
    }),
  );
  const results = weights.map((head, index) =>
    head.map((row) => {
      const columns = valuesOf[index]?.[0]?.map((_, column) => {
        return sum(row.map((weight, at) => weight * (valuesOf[index]?.[at]?.[column] ?? 0)));
      });
      return columns ?? [];
    }),
  );
  return { result: queries.map((_, at) => results.flatMap((head) => head[at] ?? [])), weights };
}

function splitColumns(matrix: Matrix, parts: number): readonly Matrix[] {
  return Array.from({ length: parts }, (_, part) =>
    matrix.map((row) => row.slice((part * row.length) / parts, ((part + 1) * row.length) / parts)),
  );
}

function add(first: Matrix, second: Matrix): Matrix {
  return first.map((row, at) => row.map((value, column) => value + (second[at]?.[column] ?? 0)));
}

function softmax(row: readonly number[]): readonly number[] {
  const largest = Math.max(...row);
  const likelihoods = row.map((value) => Math.exp(value - largest));
  return likelihoods.map((value) => value / sum(likelihoods));
}

function gelu(value: number): number {
  return (value * (1 + erf(value / Math.SQRT2))) / 2;
}

/** The error function by its series, which is exact to 1e-13 as far as it differs from 1. */
function erf(value: number): number {
  if (Math.abs(value) > 5) {
    return Math.sign(value);
  }
  let term = value;
  let total = value;
  for (let n = 1; n < 120; n += 1) {
    term *= -(value * value) / n;
    total += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * total;
}

function dot(first: readonly number[], second: readonly number[]): number {
  return sum(first.map((value, index) => value * (second[index] ?? 0)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
