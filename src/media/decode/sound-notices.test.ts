import { describe, expect, it } from 'vitest';
import type { DecodedSound } from './sound-notices.ts';
import { soundNotices } from './sound-notices.ts';

const GOOD: DecodedSound = {
  sampleRateHz: 48_000,
  channels: 2,
  deadChannel: null,
  facts: { clippedPercent: 0.01, loudestDbfs: -12 },
};

function noticesOf(sound: Partial<DecodedSound>): ReturnType<typeof soundNotices> {
  return soundNotices({ ...GOOD, ...sound });
}

describe('soundNotices', () => {
  it('has nothing to say about a good recording', () => {
    expect(noticesOf({})).toEqual([]);
  });

  it('names each thing with its number', () => {
    const facts = { clippedPercent: 1.234, loudestDbfs: -43.21 };
    expect(noticesOf({ sampleRateHz: 8000, deadChannel: 2, facts })).toEqual([
      { code: 'dead-channel', params: { channel: 2 } },
      { code: 'narrow-band', params: { sampleRateHz: 8000 } },
      { code: 'clipped', params: { percent: 1.2 } },
      { code: 'very-quiet', params: { levelDbfs: -43.2 } },
    ]);
  });

  it('says nothing of single channels that arrive mixed', () => {
    const facts = { clippedPercent: 50, loudestDbfs: -3 };
    expect(noticesOf({ channels: 6, deadChannel: 1, facts })).toEqual([]);
  });

  it('does not call silence quiet', () => {
    expect(noticesOf({ facts: { clippedPercent: 0, loudestDbfs: -Infinity } })).toEqual([]);
  });
});
