import { describe, expect, it } from 'vitest';
import type { SoundFacts } from '../../report/index.ts';
import { levelDoubts, qualityNotices, soundDoubts } from './sound-quality.ts';

const GOOD: SoundFacts = {
  noiseFloorDb: -70,
  speechLevelDb: -20,
  snrDb: 50,
  digitalSilenceShare: 0,
  clippedShare: 0,
  bandwidthHz: 7800,
  hum: null,
};

function withHum(levelDb: number): SoundFacts {
  return { ...GOOD, hum: { mainsHz: 50, levelDb } };
}

describe('a good sound', () => {
  it('is not spoken of, and casts no doubt', () => {
    expect(qualityNotices(GOOD, [])).toEqual([]);
    expect(soundDoubts(GOOD)).toEqual([]);
    expect(levelDoubts(GOOD)).toEqual([]);
  });
});

describe('a poor sound', () => {
  it.each([
    ['noise', { snrDb: 11.6 }, { code: 'noisy', params: { snrDb: 12 } }],
    ['telephone', { bandwidthHz: 3900 }, { code: 'muffled', params: { bandwidthHz: 3900 } }],
    ['clipping', { clippedShare: 0.0042 }, { code: 'clipped', params: { percent: 0.4 } }],
  ])('is named, and casts a doubt on the voice: %s', (_, facts, notice) => {
    expect(qualityNotices({ ...GOOD, ...facts }, [])).toEqual([notice]);
    expect(soundDoubts({ ...GOOD, ...facts })).toEqual([{ confidence: 'medium', reason: 'poor-sound' }]);
  });

  it('with a hum is named when the hum is near the voice', () => {
    expect(qualityNotices(withHum(-48), [])).toEqual([
      { code: 'hum', params: { mainsHz: 50, underVoiceDb: 28 } },
    ]);
    expect(qualityNotices(withHum(-60), [])).toEqual([]);
  });

  it('is not named twice', () => {
    const facts = { ...GOOD, bandwidthHz: 3400, clippedShare: 0.02 };
    const known = [
      { code: 'narrow-band', params: { sampleRateHz: 8000 } },
      { code: 'clipped', params: { percent: 2 } },
    ] as const;
    expect(qualityNotices(facts, known)).toEqual([]);
  });

  it('that is very poor leaves little to believe', () => {
    expect(soundDoubts({ ...GOOD, snrDb: 5 })).toEqual([{ confidence: 'low', reason: 'poor-sound' }]);
    expect(soundDoubts({ ...GOOD, clippedShare: 0.03 })).toEqual([
      { confidence: 'low', reason: 'poor-sound' },
    ]);
    expect(levelDoubts({ ...GOOD, snrDb: 20 })).toEqual([{ confidence: 'medium', reason: 'poor-sound' }]);
    expect(levelDoubts({ ...GOOD, snrDb: 12 })).toEqual([{ confidence: 'low', reason: 'poor-sound' }]);
  });
});
