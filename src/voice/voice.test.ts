import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { madeSpeech } from '../../test/support/made-voice.ts';
import { AppError } from '../errors/index.ts';
import { packTracks } from '../report/index.ts';
import type { Voice } from './index.ts';
import { createVoice, createVoiceTracker } from './index.ts';

const never = new AbortController().signal;
const sound = madeSpeech(5, 20);

let voice: Voice;

beforeEach(() => {
  voice = createVoice({ threads: 2 });
});

afterEach(() => voice.close());

async function* blocksOf(samples: Float32Array, length = 16_000): AsyncGenerator<Float32Array> {
  for (let at = 0; at < samples.length; at += length) {
    yield samples.subarray(at, at + length);
  }
}

describe('voice', () => {
  it('makes the same tracks in a thread as in this one, of several recordings at once', async () => {
    const tracker = createVoiceTracker();
    tracker.push(sound);
    const here = packTracks(tracker.end());
    const there = await Promise.all([
      voice.track(blocksOf(sound), { signal: never }),
      voice.track(blocksOf(sound, 4321), { signal: never }),
      voice.track(blocksOf(sound), { signal: never }),
    ]);
    for (const tracks of there) {
      expect(packTracks(tracks)).toEqual(here);
    }
  });

  it('leaves the blocks to their owner', async () => {
    const block = sound.slice(0, 16_000);
    await voice.track(blocksOf(block), { signal: never });
    expect(block).toEqual(sound.subarray(0, 16_000));
  });

  it('goes by its parameters', async () => {
    const low = createVoice({ threads: 1, parameters: { maxPitchHz: 100 } });
    try {
      const { pitchHz } = await low.track(blocksOf(sound), { signal: never });
      expect(Math.max(...pitchHz)).toBeLessThanOrEqual(100);
    } finally {
      await low.close();
    }
  });

  it('makes empty tracks of no sound', async () => {
    expect(await voice.track(blocksOf(new Float32Array(0)), { signal: never })).toMatchObject({
      frames: 0,
      nuclei: new Uint32Array(0),
      sound: { noiseFloorDb: null },
    });
  });

  it('ends with the reason when aborted, and leaves the source', async () => {
    const controller = new AbortController();
    let left = false;
    const endless = (async function* () {
      try {
        for (let blocks = 0; ; blocks += 1) {
          if (blocks === 3) {
            controller.abort(new AppError('cancelled'));
          }
          yield sound;
        }
      } finally {
        left = true;
      }
    })();
    await expect(voice.track(endless, { signal: controller.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    await vi.waitFor(() => expect(left).toBe(true));
  });

  it('fails with what the source throws', async () => {
    const broken = (async function* () {
      yield sound;
      throw new AppError('media-damaged', { file: 'talk.mp4' });
    })();
    await expect(voice.track(broken, { signal: never })).rejects.toMatchObject({ code: 'media-damaged' });
  });
});
