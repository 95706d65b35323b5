/** Rounds the weights of a linear layer to 8 bits, each block of 64 with a scale of its own. */

/** How many weights of one output share a scale: 64 is as exact as 32, and faster. */
export const BLOCK_SIZE = 64;
/** What zero is rounded to. */
export const ZERO_POINT = 128;

/** Rounded weights in the layout of the operator `MatMulNBits`. */
export interface QuantizedWeights {
  /** [outputs, blocks, BLOCK_SIZE]; the last block of an output is filled with zeros. */
  readonly values: Uint8Array;
  /** [outputs, blocks]: a weight is (value - ZERO_POINT) × scale. */
  readonly scales: Float32Array;
}

/** How many blocks so many inputs take. */
export function blockCount(inputs: number): number {
  return Math.ceil(inputs / BLOCK_SIZE);
}

/**
 * Rounds weights, symmetrically: the largest of a block becomes 127 steps from zero.
 *
 * @param weights [outputs, inputs]
 */
export function quantize(weights: Float32Array, outputs: number, inputs: number): QuantizedWeights {
  const blocks = blockCount(inputs);
  const values = new Uint8Array(outputs * blocks * BLOCK_SIZE).fill(ZERO_POINT);
  const scales = new Float32Array(outputs * blocks);
  for (let block = 0; block < scales.length; block += 1) {
    const output = Math.floor(block / blocks);
    const first = (block % blocks) * BLOCK_SIZE;
    const start = output * inputs + first;
    const length = Math.min(BLOCK_SIZE, inputs - first);
    let largest = 0;
    for (let index = 0; index < length; index += 1) {
      largest = Math.max(largest, Math.abs(weights[start + index] ?? 0));
    }
    const scale = largest === 0 ? 1 : largest / 127;
    scales[block] = scale;
    for (let index = 0; index < length; index += 1) {
      values[block * BLOCK_SIZE + index] = Math.round((weights[start + index] ?? 0) / scale) + ZERO_POINT;
    }
  }
  return { values, scales };
}
