/** What the quality of the sound means: notices with a hint for the next recording, and doubts about the voice. */
import type { Notice, SoundFacts } from '../../report/index.ts';
import { roundTo } from '../rounding.ts';
import type { Doubt } from '../confidence.ts';

/** Voice under this over the noise: soft words are lost in it; then even louder ones are. */
const NOISY_SNR_DB = 15;
const LOST_SNR_DB = 8;
/**
 * Levels of words need more: the softest lie 10 to 15 dB under the mean, and have to be 6 dB over the noise. Without them
 * the words seem more alike than they are.
 */
const SURE_LEVELS_SNR_DB = 25;
/** Clipped samples are heard as distortion from a thousandth on, and change levels from a hundredth on. */
const CLIPPED_SHARE = 0.001;
const BADLY_CLIPPED_SHARE = 0.01;
/**
 * Telephone sound is sampled at 8 kHz, and measured to end at 4 to 4.5 kHz; the sounds that tell "s" from "f" lie above
 * that. A voice in a good recording reaches to 7 kHz and more.
 */
const MUFFLED_HZ = 4700;
/** Hum that lies under the voice by more than this is not noticed. */
const HUM_UNDER_VOICE_DB = 35;

/**
 * The notices `noisy`, `hum`, `muffled` and `clipped` that apply, unless one that is known already says the same: clipping
 * and telephone sound may be found before, in the file.
 */
export function qualityNotices(sound: SoundFacts, known: readonly Notice[]): readonly Notice[] {
  const { snrDb, hum, speechLevelDb, bandwidthHz, clippedShare } = sound;
  const isKnown = (code: Notice['code']): boolean => known.some((notice) => notice.code === code);
  const notices: Notice[] = [];
  if (snrDb !== null && snrDb < NOISY_SNR_DB) {
    notices.push({ code: 'noisy', params: { snrDb: roundTo(snrDb, 0) } });
  }
  if (hum !== null && speechLevelDb !== null && hum.levelDb > speechLevelDb - HUM_UNDER_VOICE_DB) {
    const underVoiceDb = roundTo(speechLevelDb - hum.levelDb, 0);
    notices.push({ code: 'hum', params: { mainsHz: hum.mainsHz, underVoiceDb } });
  }
  if (bandwidthHz !== null && bandwidthHz < MUFFLED_HZ && !isKnown('narrow-band')) {
    notices.push({ code: 'muffled', params: { bandwidthHz: roundTo(bandwidthHz, 0) } });
  }
  if (clippedShare !== null && clippedShare >= CLIPPED_SHARE && !isKnown('clipped')) {
    notices.push({ code: 'clipped', params: { percent: roundTo(clippedShare * 100, 1) } });
  }
  return notices;
}

/** Doubts about numbers that rest on the pitch and loudness of the voice. */
export function soundDoubts({
  snrDb,
  clippedShare,
  bandwidthHz,
}: SoundFacts): readonly Doubt<'poor-sound'>[] {
  const isLost = snrDb !== null && snrDb < LOST_SNR_DB;
  const isBadlyClipped = clippedShare !== null && clippedShare >= BADLY_CLIPPED_SHARE;
  if (isLost || isBadlyClipped) {
    return [{ confidence: 'low', reason: 'poor-sound' }];
  }
  const isPoor =
    (snrDb !== null && snrDb < NOISY_SNR_DB) ||
    (clippedShare !== null && clippedShare >= CLIPPED_SHARE) ||
    (bandwidthHz !== null && bandwidthHz < MUFFLED_HZ);
  return isPoor ? [{ confidence: 'medium', reason: 'poor-sound' }] : [];
}

/** Doubts about numbers that rest on the levels of words, the softest among them. */
export function levelDoubts({ snrDb }: SoundFacts): readonly Doubt<'poor-sound'>[] {
  return snrDb === null || snrDb >= SURE_LEVELS_SNR_DB
    ? []
    : [{ confidence: snrDb < NOISY_SNR_DB ? 'low' : 'medium', reason: 'poor-sound' }];
}
