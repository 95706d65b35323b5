import { describe, expect, it } from 'vitest';
import { createDownmix } from './downmix.ts';

const SAMPLES = 1600;

function interleave(left: (index: number) => number, right: (index: number) => number): Float32Array {
  return Float32Array.from({ length: 2 * SAMPLES }, (_, at) => (at % 2 === 0 ? left : right)(at >> 1));
}

const tone = (index: number): number => 0.5 * Math.sin(index / 7);
const other = (index: number): number => 0.5 * Math.sin(index / 11);
const silence = (): number => 0;
const hiss = (index: number): number => (index % 2 === 0 ? 5e-5 : -5e-5);

describe('createDownmix', () => {
  it('takes the mean of two live channels', () => {
    const mono = createDownmix(2).mix(interleave(tone, other));
    expect(mono).toHaveLength(SAMPLES);
    expect(mono[100]).toBeCloseTo((tone(100) + other(100)) / 2, 6);
  });

  it.each([
    ['right', interleave(tone, hiss), 2],
    ['left', interleave(hiss, tone), 1],
  ])('keeps the full level and names the channel when the %s one is dead', (_, block, dead) => {
    const downmix = createDownmix(2);
    expect(downmix.mix(block)[100]).toBeCloseTo(tone(100), 6);
    expect(downmix.deadChannel()).toBe(dead);
  });

  it('calls a channel dead only when it is silent during nearly all of the other', () => {
    const downmix = createDownmix(2);
    for (let block = 0; block < 19; block += 1) {
      downmix.mix(interleave(tone, silence));
    }
    // Blocks in which both are silent say nothing.
    downmix.mix(interleave(silence, silence));
    downmix.mix(interleave(tone, other));
    expect(downmix.deadChannel()).toBe(2);
    downmix.mix(interleave(tone, other));
    expect(downmix.deadChannel()).toBeNull();
  });

  it('finds no dead channel in silence', () => {
    const downmix = createDownmix(2);
    expect(downmix.mix(interleave(silence, silence))).toEqual(new Float32Array(SAMPLES));
    expect(downmix.deadChannel()).toBeNull();
  });

  it('does not let a reversed channel cancel the voice', () => {
    const mono = createDownmix(2).mix(interleave(tone, (index) => -tone(index)));
    expect(mono[100]).toBeCloseTo(tone(100), 6);
  });

  it.each([1, 2] as const)('lets nothing out of -1 to 1, with %i channels', (channels) => {
    const wild = new Float32Array([NaN, NaN, Infinity, Infinity, -7, -7, 0.5, 0.5]);
    const mono = createDownmix(channels).mix(wild);
    expect([...new Set(mono)]).toEqual([0, 1, -1, 0.5]);
  });
});
