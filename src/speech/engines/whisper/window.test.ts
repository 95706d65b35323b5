import { describe, expect, it } from 'vitest';
import { MAX_FRAMES, MAX_SAMPLES, fittedFrames, paddedSound, soundPositions } from './window.ts';

const RATE = 16_000;

describe('fittedFrames', () => {
  it.each([
    [0.1, 150],
    [1, 200],
    [1.01, 250],
    [15, 1_600],
    [28.9, 3_000],
    [30, 3_000],
  ])('gives %d s and a second of silence, in half seconds', (sec, frames) => {
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
    const samples = Float32Array.from({ length: 400 }, (_, index) => index + 1);
    const padded = paddedSound(samples, 50);
    expect(padded).toHaveLength(50 * 160 + 240);
    expect([...padded.subarray(197, 203)]).toEqual([4, 3, 2, 1, 2, 3]);
    expect(padded[0]).toBe(201);
    expect(padded[599]).toBe(400);
    expect(padded.subarray(600).every((sample) => sample === 0)).toBe(true);
  });

  it('takes sound that fills the window, and sound shorter than what is mirrored', () => {
    const full = paddedSound(new Float32Array(MAX_SAMPLES).fill(1), MAX_FRAMES);
    expect(full.subarray(0, -40).every((sample) => sample === 1)).toBe(true);
    const short = paddedSound(Float32Array.of(1, 2, 3), 50);
    expect([...short.subarray(197, 204)]).toEqual([0, 3, 2, 1, 2, 3, 0]);
  });
});
