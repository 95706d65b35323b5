/** How loud the voice and the room are: from the levels of all frames and which of them are voiced. */
import type { SoundFacts } from '../report/index.ts';
import { MIN_LEVEL_DB } from '../report/index.ts';

/** Of the frames that are not digital silence, this share is taken for the room alone. */
const QUIETEST_SHARE = 0.1;

/** Level, noise and silence of a recording; see {@link SoundFacts}. */
export function noiseFacts(
  levelDb: Float32Array,
  speechLevelDb: number | null,
): Pick<SoundFacts, 'noiseFloorDb' | 'speechLevelDb' | 'snrDb' | 'digitalSilenceShare'> {
  const heard = levelDb.filter((level) => level > MIN_LEVEL_DB).sort();
  const quietest = heard.subarray(0, Math.ceil(heard.length * QUIETEST_SHARE));
  const noiseFloorDb = meanPowerDb(quietest);
  return {
    noiseFloorDb,
    speechLevelDb,
    snrDb: speechLevelDb === null || noiseFloorDb === null ? null : snrDb(speechLevelDb, noiseFloorDb),
    digitalSilenceShare: levelDb.length === 0 ? null : 1 - heard.length / levelDb.length,
  };
}

/** The level whose power is the mean of theirs; null of none. */
export function meanPowerDb(levelsDb: Float32Array): number | null {
  if (levelsDb.length === 0) {
    return null;
  }
  let sum = 0;
  for (const level of levelsDb) {
    sum += 10 ** (level / 10);
  }
  return 10 * Math.log10(sum / levelsDb.length);
}

/** The voice's own level over the noise, which lies under the voice as well; null when the noise is the louder. */
function snrDb(speechLevelDb: number, noiseFloorDb: number): number | null {
  const ratio = 10 ** ((speechLevelDb - noiseFloorDb) / 10) - 1;
  return ratio > 0 ? 10 * Math.log10(ratio) : null;
}
