/** The layers that the encoder and the decoder are made of, with the weights of a model, added to a graph. */
import type { GraphBuilder } from '../../../onnx/graph.ts';
import { bytesOf, float } from '../../../onnx/graph.ts';
import type { WhisperFile } from '../ct2/whisper-file.ts';
import { BLOCK_SIZE, ZERO_POINT, blockCount, quantize } from './quantize.ts';

/**
 * The arithmetic of a model's linear layers. `int8`: weights of 8 bits in blocks of 64, against sound that is rounded
 * to 8 bits on the way. `float32`: as trained; more exact by less than a word in two hundred, half as fast, and four
 * times as large.
 */
export type WhisperVariant = 'int8' | 'float32';

/** `MatMulNBits` rounds its input to 8 bits as well. */
const ROUNDED_INPUT = 4;
const NORM_EPSILON = float(1e-5);

/** A linear layer. */
export interface LinearShape {
  readonly outputs: number;
  readonly inputs: number;
  /** What its result is multiplied by, worked into its weights. Default 1. */
  readonly scale?: number;
}

/** Adds layers to one graph; values and results are names. */
export interface Layers {
  /** A tensor of the model as it is. */
  weight(name: string, dims: readonly number[]): string;
  /** `value` times the weights of `name`, plus its bias. */
  linear(value: string, name: string, shape: LinearShape): string;
  /** A linear layer whose result is several vectors of `width`, taken apart. */
  projections<const Parts extends readonly string[]>(value: string, name: string, parts: Parts): Parts;
  /** The two layers between attention and the next layer. */
  feedForward(value: string, name: string): string;
  norm(value: string, name: string): string;
  /** The sum of both values, which goes on to the next layers, and that sum normalised. */
  addAndNorm(
    value: string,
    added: string,
    name: string,
  ): { readonly sum: string; readonly normalized: string };
  gelu(value: string): string;
  /**
   * The table that tokens are looked up in, and that the last state is compared with. It is kept once.
   *
   * @returns `lookUp`: tokens [batch, n] to [batch, n, width]; `compare`: states [batch, width] to [batch, tokens]
   */
  tokenTable(tokens: number): { lookUp(ids: string): string; compare(states: string): string };
}

/** @param width how many numbers stand for one position */
export function createLayers(
  graph: GraphBuilder,
  model: Pick<WhisperFile, 'floats'>,
  width: number,
  variant: WhisperVariant,
): Layers {
  const floats = (name: string, source: string, dims: readonly number[], scale = 1): string => {
    graph.weights({
      tensors: [{ name, type: 'float32', dims }],
      load: async () => [bytesOf(scaled(await model.floats(source), scale))],
    });
    return name;
  };
  const weight: Layers['weight'] = (name, dims) => floats(name, name, dims);

  /** The weights of a linear layer, and its product with a value. */
  const matrix = (
    name: string,
    source: string,
    { outputs, inputs, scale }: LinearShape,
  ): { readonly values: string; readonly scales: string; times(value: string, bias?: string): string } => {
    if (variant === 'float32') {
      const values = floats(name, source, [outputs, inputs], scale);
      return {
        values,
        scales: '',
        times: (value, bias) => {
          const product = graph.node('com.microsoft.FusedMatMul', [value, values], { transB: 1 });
          return bias === undefined ? product : graph.node('Add', [product, bias]);
        },
      };
    }
    const blocks = blockCount(inputs);
    const values = `${name}/values`;
    const scales = `${name}/scales`;
    graph.weights({
      tensors: [
        { name: values, type: 'uint8', dims: [outputs, blocks, BLOCK_SIZE] },
        { name: scales, type: 'float32', dims: [outputs, blocks] },
      ],
      load: async () => {
        const rounded = quantize(scaled(await model.floats(source), scale), outputs, inputs);
        return [rounded.values, bytesOf(rounded.scales)];
      },
    });
    return {
      values,
      scales,
      times: (value, bias = '') =>
        graph.node('com.microsoft.MatMulNBits', [value, values, scales, '', '', bias], {
          K: inputs,
          N: outputs,
          bits: 8,
          block_size: BLOCK_SIZE,
          accuracy_level: ROUNDED_INPUT,
        }),
    };
  };

  const normWeights = (name: string): [string, string] => [
    weight(`${name}/layer_norm/gamma`, [width]),
    weight(`${name}/layer_norm/beta`, [width]),
  ];

  const linear: Layers['linear'] = (value, name, shape) => {
    const bias = floats(`${name}/bias`, `${name}/bias`, [shape.outputs], shape.scale);
    return matrix(`${name}/weight`, `${name}/weight`, shape).times(value, bias);
  };
  const gelu: Layers['gelu'] = (value) => graph.node('com.microsoft.Gelu', [value]);

  return {
    weight,
    linear,
    projections(value, name, parts) {
      const joined = linear(value, name, { outputs: parts.length * width, inputs: width });
      const sizes = graph.integers(...parts.map(() => width));
      return graph.split('Split', [joined, sizes], parts, { axis: 2 });
    },
    feedForward(value, name) {
      const inner = linear(value, `${name}/linear_0`, { outputs: 4 * width, inputs: width });
      return linear(gelu(inner), `${name}/linear_1`, { outputs: width, inputs: 4 * width });
    },
    norm: (value, name) =>
      graph.node('LayerNormalization', [value, ...normWeights(name)], { axis: -1, epsilon: NORM_EPSILON }),
    addAndNorm(value, added, name) {
      const [normalized, , , sum] = graph.split(
        'com.microsoft.SkipLayerNormalization',
        [value, added, ...normWeights(name)],
        [`${name}/normalized`, '', '', `${name}/sum`],
        { epsilon: NORM_EPSILON },
      );
      return { sum, normalized };
    },
    gelu,
    tokenTable(tokens) {
      const shape = { outputs: tokens, inputs: width };
      const table = matrix('decoder/embeddings/weight', 'decoder/embeddings/weight', shape);
      return {
        lookUp(ids) {
          const rows = graph.node('Gather', [table.values, ids], { axis: 0 });
          if (variant === 'float32') {
            return rows;
          }
          const steps = graph.node('Sub', [graph.node('Cast', [rows], { to: 1 }), graph.scalar(ZERO_POINT)]);
          const scales = graph.node('Gather', [table.scales, ids], { axis: 0 });
          const blocks = graph.node('Mul', [steps, graph.node('Unsqueeze', [scales, graph.integers(3)])]);
          const filled = graph.node('Reshape', [blocks, graph.integers(0, 0, -1)]);
          return graph.node('Slice', [filled, graph.integers(0), graph.integers(width), graph.integers(2)]);
        },
        compare: (states) => table.times(states),
      };
    },
  };
}

function scaled(values: Float32Array, scale = 1): Float32Array {
  return scale === 1 ? values : values.map((value) => value * scale);
}
