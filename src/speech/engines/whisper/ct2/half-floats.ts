/** Half-precision numbers, as weights are stored, to single precision. Every one has an exact counterpart. */

/** IEEE 754 half precision: 1 bit of sign, 5 of exponent, 10 of mantissa. */
export function halvesToFloats(halves: Uint16Array): Float32Array {
  const floats = new Float32Array(halves.length);
  const bits = new Uint32Array(floats.buffer);
  for (let index = 0; index < halves.length; index += 1) {
    const half = halves[index] ?? 0;
    const sign = half & 0x80_00;
    const exponent = (half >>> 10) & 0x1f;
    const mantissa = half & 0x3_ff;
    if (exponent === 0) {
      // Zero, and numbers too small for an exponent: steps of 2^-24.
      floats[index] = (sign === 0 ? 1 : -1) * mantissa * 2 ** -24;
    } else {
      // The exponent's middle is 15 in the one and 127 in the other; all ones mean infinite or no number in both.
      bits[index] = (sign << 16) | ((exponent === 0x1f ? 0xff : exponent + 112) << 23) | (mantissa << 13);
    }
  }
  return floats;
}

/** bfloat16: the upper half of a single-precision number. */
export function brainFloatsToFloats(halves: Uint16Array): Float32Array {
  const floats = new Float32Array(halves.length);
  const bits = new Uint32Array(floats.buffer);
  for (let index = 0; index < halves.length; index += 1) {
    bits[index] = (halves[index] ?? 0) << 16;
  }
  return floats;
}
