import { describe, expect, it } from 'vitest';
import { MAX_FRAMES, MAX_SAMPLES, fittedFrames, paddedSound, soundPositions } from './window.ts';

const RATE = 16_000;

describe('fittedFrames', () => {
  it.each([
    [0.1, 250],
    [1, 300],
    [1.01, 350],
    [15, 1_700],
    [27.9, 3_000],
    [30, 3_000],
  ])('gives %d s and two seconds of silence, in half seconds', (sec, frames) => {
    expect(fittedFrames(Math.round(sec * RATE))).toBe(frames);
  });
});

describe('soundPositions', () => {
  it('counts what lies in the sound, a begun one included', () => {
    expect(soundPositions(RATE, 200)).toBe(50);
    expect(soundPositions(RATE + 1, 250)).toBe(51);
    expect(soundPositions(MAX_SAMPLES, MAX_FRAMES)).toBe(1_500);
  });
});

describe('paddedSound', () => {
  it('puts the start, mirrored, before the sound, and silence behind it', () => {
    const samples = Float32Array.from({ length: 400 }, (_, index) => (index + 1) / 800);
    const padded = paddedSound(samples, 50);
    expect(padded).toHaveLength(50 * 160 + 240);
    const start = Array.from(padded.subarray(197, 203), (sample) => Math.round(sample * 800));
    expect(start).toEqual([4, 3, 2, 1, 2, 3]);
    expect(padded[0]).toBeCloseTo(201 / 800);
    expect(padded[599]).toBeCloseTo(0.5);
    expect(padded.subarray(600).every((sample) => sample === 0)).toBe(true);
  });

  it('takes sound that fills the window, and sound shorter than what is mirrored', () => {
    const full = paddedSound(new Float32Array(MAX_SAMPLES).fill(1), MAX_FRAMES);
    expect(full.subarray(0, -40).every((sample) => sample === 0.5)).toBe(true);
    const short = paddedSound(Float32Array.of(0.5, -0.25, 0.125), 50);
    expect([...short.subarray(197, 204)]).toEqual([0, 0.125, -0.25, 0.5, -0.25, 0.125, 0]);
  });

  it('makes loud and quiet sound alike, and leaves silence silent', () => {
    const samples = Float32Array.from({ length: 400 }, (_, index) => Math.sin(index * 0.3));
    const quiet = paddedSound(
      samples.map((sample) => sample / 64),
      50,
    );
    expect(quiet).toEqual(paddedSound(samples, 50));
    expect(paddedSound(new Float32Array(400), 50).every((sample) => sample === 0)).toBe(true);
  });
});
