import { describe, expect, it } from 'vitest';
import { brainFloatsToFloats, halvesToFloats } from './half-floats.ts';

const all = Uint16Array.from({ length: 2 ** 16 }, (_, bits) => bits);

/** A number from its bits, by the definition of IEEE 754. */
function byDefinition(bits: number, exponentBits: number, mantissaBits: number): number {
  const sign = bits >>> 15 === 0 ? 1 : -1;
  const exponent = (bits >>> mantissaBits) % 2 ** exponentBits;
  const mantissa = (bits % 2 ** mantissaBits) / 2 ** mantissaBits;
  const middle = 2 ** (exponentBits - 1) - 1;
  if (exponent === 2 ** exponentBits - 1) {
    return mantissa === 0 ? sign * Infinity : NaN;
  }
  return exponent === 0
    ? sign * mantissa * 2 ** (1 - middle)
    : sign * (1 + mantissa) * 2 ** (exponent - middle);
}

describe('halves', () => {
  it.each([
    ['half precision', halvesToFloats, 5, 10],
    ['bfloat16', brainFloatsToFloats, 8, 7],
  ])('of %s become the same numbers, all 65536 of them', (_, convert, exponentBits, mantissaBits) => {
    const floats = convert(all);
    const wrong = Array.from(all).filter(
      (bits) => !Object.is(floats[bits], byDefinition(bits, exponentBits, mantissaBits)),
    );
    expect(wrong).toEqual([]);
  });
});
