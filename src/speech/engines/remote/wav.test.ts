import { expect, it } from 'vitest';
import { toWav } from './wav.ts';

function samplesIn(wav: Uint8Array<ArrayBuffer>): readonly number[] {
  const view = new DataView(wav.buffer, 44);
  return Array.from({ length: view.byteLength / 2 }, (_, index) => view.getInt16(2 * index, true));
}

it('clips what is louder than full scale, and keeps what is quiet', () => {
  const samples = Float32Array.of(0, 0.5, -0.5, 1, -1, 7, -7, 1 / 32_767);
  expect(samplesIn(toWav(samples, 0))).toEqual([0, 16_384, -16_383, 32_767, -32_767, 32_767, -32_767, 1]);
});

it('says how long it is, padding included', () => {
  const wav = toWav(Float32Array.of(1), 3);
  const view = new DataView(wav.buffer);
  expect(samplesIn(wav)).toEqual([32_767, 0, 0]);
  expect([view.getUint32(4, true), view.getUint32(40, true), wav.length]).toEqual([42, 6, 50]);
});
