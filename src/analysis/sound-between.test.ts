import { describe, expect, it } from 'vitest';
import { soundBetween } from './sound-between.ts';

const span = (startMs: number, endMs: number): { startMs: number; endMs: number } => ({ startMs, endMs });

describe('soundBetween', () => {
  const speech = [span(100, 500), span(800, 1000), span(1500, 2000)];
  const words = [span(100, 300), span(300, 560), span(780, 1000), span(1100, 1200), span(1600, 1900)];
  const sound = soundBetween(speech, words);

  it('leaves silence out, within words and between them', () => {
    expect(sound(0, 0)).toBe(200);
    expect(sound(1, 1)).toBe(200);
    expect(sound(0, 2)).toBe(600);
    expect(sound(3, 3)).toBe(0);
    expect(sound(2, 4)).toBe(600);
    expect(sound(0, 4)).toBe(1000);
  });

  it('is nothing where nobody speaks', () => {
    expect(soundBetween([], words)(0, 4)).toBe(0);
  });
});
