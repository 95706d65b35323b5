/** Measures the sound while it streams by: its level, and how much of it is clipped. */
import { SAMPLE_RATE_HZ } from './sound-format.ts';

/**
 * From this magnitude on a sample is at full scale. Runs of such samples would tell clipping from a peak that just
 * fits, but resampling and lossy codecs break the runs up. The share tells it as well: speech clipped by 12 dB has
 * 2.1 to 2.3 % as WAV, 0.2 to 0.3 % as AAC, 0.1 to 0.2 % as MP3; clean speech whose highest peak is at full scale
 * has at most 0.01 %.
 */
const FULL_SCALE = 0.999;

/** The level is measured in windows of a tenth of a second. */
const WINDOW_SAMPLES = SAMPLE_RATE_HZ / 10;

/** A window from this level on, in dBFS, is sound; below it is the noise of a room or nothing. */
const SOUND_DBFS = -50;

/** What was measured. */
export interface SoundFacts {
  /** Samples at full scale, in percent of the sound, of the channel that has most. */
  readonly clippedPercent: number;
  /** Mean power of the loudest window in dBFS: 0 for a square wave, `-Infinity` for digital silence. */
  readonly loudestDbfs: number;
}

/** Measures block by block. */
export interface SoundMeter {
  /** A block as it was decoded, all channels interleaved, and as it was mixed. */
  add(interleaved: Float32Array, mono: Float32Array): void;
  /** What was measured of the sound so far. */
  facts(): SoundFacts;
}

/** See {@link SoundMeter}. `channels` of the interleaved blocks. */
export function createSoundMeter(channels: number): SoundMeter {
  const atFullScale = Array.from({ length: channels }, () => 0);
  let windowPower = 0;
  let windowSamples = 0;
  let windows = 0;
  let soundWindows = 0;
  let loudestPower = 0;

  function endWindow(): void {
    const power = windowPower / windowSamples;
    loudestPower = Math.max(loudestPower, power);
    windows += 1;
    soundWindows += toDbfs(power) >= SOUND_DBFS ? 1 : 0;
    windowPower = 0;
    windowSamples = 0;
  }

  return {
    add(interleaved, mono) {
      for (let channel = 0; channel < channels; channel += 1) {
        atFullScale[channel] = (atFullScale[channel] ?? 0) + countAtFullScale(interleaved, channel, channels);
      }
      for (const sample of mono) {
        windowPower += sample * sample;
        windowSamples += 1;
        if (windowSamples === WINDOW_SAMPLES) {
          endWindow();
        }
      }
    },

    facts() {
      // A part of a window counts only when there is no whole one.
      if (windows === 0 && windowSamples > 0) {
        endWindow();
      }
      const soundSamples = soundWindows * WINDOW_SAMPLES;
      const most = Math.max(...atFullScale);
      return {
        clippedPercent: soundSamples === 0 ? 0 : Math.min(100, (100 * most) / soundSamples),
        loudestDbfs: toDbfs(loudestPower),
      };
    },
  };
}

function countAtFullScale(interleaved: Float32Array, channel: number, channels: number): number {
  let count = 0;
  for (let at = channel; at < interleaved.length; at += channels) {
    if (Math.abs(interleaved[at] ?? 0) >= FULL_SCALE) {
      count += 1;
    }
  }
  return count;
}

function toDbfs(power: number): number {
  return 10 * Math.log10(power);
}
