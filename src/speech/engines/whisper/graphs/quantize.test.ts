import { describe, expect, it } from 'vitest';
import { BLOCK_SIZE, ZERO_POINT, blockCount, quantize } from './quantize.ts';

/** The weights that the rounded ones stand for. */
function restored(weights: Float32Array, outputs: number, inputs: number): readonly number[] {
  const { values, scales } = quantize(weights, outputs, inputs);
  const padded = blockCount(inputs) * BLOCK_SIZE;
  return Array.from(weights, (_, index) => {
    const at = Math.floor(index / inputs) * padded + (index % inputs);
    return ((values[at] ?? 0) - ZERO_POINT) * (scales[Math.floor(at / BLOCK_SIZE)] ?? 0);
  });
}

describe('rounded weights', () => {
  it.each([64, 1, 63, 65, 130])(
    'stay within half a step of the largest of their block: %d inputs',
    (inputs) => {
      const outputs = 3;
      const weights = Float32Array.from({ length: outputs * inputs }, (_, index) => 3 * Math.sin(index ** 2));
      const found = restored(weights, outputs, inputs);
      for (const [index, weight] of weights.entries()) {
        const output = Math.floor(index / inputs);
        const block = Math.floor((index % inputs) / BLOCK_SIZE);
        const from = output * inputs + block * BLOCK_SIZE;
        const neighbours = weights.slice(from, Math.min(from + BLOCK_SIZE, (output + 1) * inputs));
        const step = Math.max(...neighbours.map(Math.abs)) / 127;
        expect(Math.abs((found[index] ?? 0) - weight)).toBeLessThanOrEqual(step * 0.500_01);
      }
    },
  );

  it('keep a block of small weights as exact as one of large weights beside it', () => {
    const weights = Float32Array.from(
      { length: 128 },
      (_, index) => (index < 64 ? 1_000 : 0.001) * (index % 7),
    );
    const found = restored(weights, 1, 128);
    for (const [index, weight] of weights.entries()) {
      expect(Math.abs((found[index] ?? 0) - weight)).toBeLessThanOrEqual(Math.abs(weight) * 0.03);
    }
  });

  it('have nothing but zeros where there are none', () => {
    const { values, scales } = quantize(new Float32Array(70), 1, 70);
    expect(values).toEqual(new Uint8Array(128).fill(ZERO_POINT));
    expect(scales.every(Number.isFinite)).toBe(true);
    expect(quantize(new Float32Array(70).fill(1), 1, 70).values.slice(70)).toEqual(
      new Uint8Array(58).fill(ZERO_POINT),
    );
  });
});
