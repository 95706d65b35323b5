import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { join as joinSounds, madeSpeech, mix, noise, tone } from '../../test/support/made-voice.ts';
import { FRAME_TRACKS } from '../report/index.ts';
import { createVoiceTracker, VOICE_VERSION } from './index.ts';

const speech = joinSounds(...[1, 2, 3, 4].map((seed) => madeSpeech(seed)));
const seconds = speech.length / 16_000;

function everyTenth(track: Float32Array): string {
  const picked = [...track].filter((_, frame) => frame % 10 === 0);
  return picked.map((value) => value.toFixed(3)).join(' ');
}

describe('the tracks of a fixed sound', () => {
  // The file is named by the version: other tracks need a new version, and with it a new file. Make the file by running
  // this test once after raising VOICE_VERSION, and delete the old one; never write over a file.
  it('are, to three decimals, those of this version', async () => {
    const tracker = createVoiceTracker();
    tracker.push(mix(speech, noise(seconds, -55), tone(seconds, 50, -55)));
    const tracks = tracker.end();
    const facts = JSON.stringify(tracks.sound, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toFixed(3)) : value,
    );
    const lines = [
      `frames ${tracks.frames}`,
      ...FRAME_TRACKS.map((name) => `${name} ${everyTenth(tracks[name])}`),
      `nuclei ${tracks.nuclei.join(' ')}`,
      `sound ${facts}`,
    ];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, `golden/tracks-of-version-${VOICE_VERSION}.golden`),
    );
  });
});
