/** Recordings in which nobody speaks: nothing is heard in them, and that is said. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Speech } from '../../src/speech/index.ts';
import { EXAMPLE_TALKS, cutSound, decodeSound, inBlocks } from '../support/audio.ts';
import { openSpeech } from '../support/models.ts';
import { mainsHum, music, pinkNoise, sound, whiteNoise } from './made-sounds.ts';

let speech: Speech;

beforeAll(() => {
  speech = openSpeech({ slots: 1 });
});

afterAll(() => speech.close());

function transcribe(samples: Float32Array, language = 'auto') {
  return speech.transcribe(inBlocks(samples), { language, signal: new AbortController().signal });
}

const NOBODY = {
  speech: [],
  transcript: { absent: 'no-speech' },
  notices: [{ code: 'no-speech', params: {} }],
  needsAnotherModel: false,
} as const;

describe('nobody speaks', () => {
  it.each([
    ['silence', sound(60, () => 0)],
    ['loud hiss', sound(20, whiteNoise(0.5))],
    ['soft hiss', sound(20, whiteNoise(0.003))],
    ['wind', sound(20, pinkNoise(1))],
    ['a humming lamp', sound(20, mainsHum(0.5))],
    ['music', sound(40, music(0.6))],
    ['a beep', sound(0.3, (sec) => 0.5 * Math.sin(2 * Math.PI * 1000 * sec))],
    ['a click', sound(0.01, () => 0.9)],
    ['one sample', Float32Array.of(0.5)],
  ])('in %s', async (_name, samples) => {
    const result = await transcribe(samples);
    expect(result).toEqual({ ...NOBODY, durationSec: samples.length / 16_000 });
  });

  it('in nothing at all, for which no child is started', async () => {
    const idle = openSpeech({ slots: 1 });
    const progress: number[] = [];
    const result = await idle.transcribe(inBlocks(new Float32Array(0)), {
      language: 'auto',
      signal: new AbortController().signal,
      onProgress: (doneSec) => progress.push(doneSec),
    });
    expect(result).toEqual({ ...NOBODY, durationSec: 0 });
    expect(idle.load().pids).toEqual([]);
    expect(progress).toEqual([0]);
    await idle.close();
  });

  it('whatever language was asked for', async () => {
    expect(await transcribe(sound(3, whiteNoise(0.1)), 'en')).toMatchObject(NOBODY);
  });
});

describe('somebody speaks', () => {
  it('behind a hum and between two pieces of music', async () => {
    const talk = await decodeSound(EXAMPLE_TALKS.en);
    const spoken = cutSound(talk, 3, 9);
    const intro = sound(10, music(0.6));
    const hum = mainsHum(0.02);
    const mixed = new Float32Array(intro.length * 2 + spoken.length);
    mixed.set(intro);
    mixed.set(
      spoken.map((sample, index) => sample + hum(index / 16_000)),
      intro.length,
    );
    mixed.set(intro, intro.length + spoken.length);
    const { transcript } = await transcribe(mixed);
    const words = 'words' in transcript ? transcript.words : [];
    const said = words.map(({ text }) => text).join(' ');
    expect(said).toMatch(/^My name is Alice .* Gardens? Street for (?:nineteen|19) years\.$/);
    expect(words[0]?.startSec).toBeGreaterThan(10);
    expect(words.at(-1)?.endSec).toBeLessThan(16.2);
  });

  it('for less than a second: what can be heard in it is there, with its times', async () => {
    const talk = await decodeSound(EXAMPLE_TALKS.en);
    // "Good evening"
    const { transcript, speech: stretches } = await transcribe(cutSound(talk, 0.3, 1.2));
    expect(stretches).toHaveLength(1);
    const words = 'words' in transcript ? transcript.words : [];
    expect(words.map(({ text }) => text.toLowerCase().replace(/\W/g, ''))).toEqual(['good', 'evening']);
  });
});
