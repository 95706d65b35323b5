import { describe, expect, it } from 'vitest';
import { SAMPLE_RATE_HZ } from './sound-format.ts';
import { createSoundMeter } from './sound-meter.ts';

function measure(mono: Float32Array): ReturnType<ReturnType<typeof createSoundMeter>['facts']> {
  const meter = createSoundMeter(1);
  // In uneven pieces, as a window may lie across two blocks.
  meter.add(mono.subarray(0, 777), mono.subarray(0, 777));
  meter.add(mono.subarray(777), mono.subarray(777));
  return meter.facts();
}

function sine(amplitude: number, sec = 1): Float32Array {
  return Float32Array.from({ length: sec * SAMPLE_RATE_HZ }, (_, at) => {
    return amplitude * Math.sin((2 * Math.PI * 200 * at) / SAMPLE_RATE_HZ);
  });
}

describe('createSoundMeter', () => {
  it('gives the level of the loudest tenth of a second', () => {
    const sound = new Float32Array(3 * SAMPLE_RATE_HZ);
    sound.set(sine(0.1, 0.1), SAMPLE_RATE_HZ);
    // A sine of amplitude 0.1 has -20 dBFS at its peak and 3 dB less on average.
    expect(measure(sound).loudestDbfs).toBeCloseTo(-23.01, 1);
  });

  it('has no level for digital silence, and no clipping', () => {
    expect(measure(new Float32Array(SAMPLE_RATE_HZ))).toEqual({ clippedPercent: 0, loudestDbfs: -Infinity });
  });

  it('measures less than a tenth of a second too', () => {
    expect(measure(sine(0.1, 0.05)).loudestDbfs).toBeCloseTo(-23.01, 1);
  });

  it('counts clipping against the sound, not against the silence around it', () => {
    const talk = new Float32Array(10 * SAMPLE_RATE_HZ);
    talk.subarray(5 * SAMPLE_RATE_HZ, 6 * SAMPLE_RATE_HZ).forEach((_, at, part) => {
      part[at] = at % 4 === 0 ? 1 : 0.5;
    });
    expect(measure(talk).clippedPercent).toBeCloseTo(25, 6);
  });

  it('does not take the one peak that fits for clipping', () => {
    const loud = sine(0.9);
    loud[4000] = 1;
    expect(measure(loud).clippedPercent).toBeLessThan(0.01);
  });

  it('finds clipping in one of two channels, which the mean hides', () => {
    const meter = createSoundMeter(2);
    const interleaved = new Float32Array(2 * SAMPLE_RATE_HZ).map((_, at) => (at % 2 === 0 ? 1 : 0.1));
    meter.add(interleaved, new Float32Array(SAMPLE_RATE_HZ).fill(0.55));
    expect(meter.facts().clippedPercent).toBe(100);
  });
});
