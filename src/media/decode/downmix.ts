/** Mixes stereo to mono without losing the voice: a dead channel costs no level, a reversed one cancels nothing. */

/** Below this peak a channel is silent in a block: -80 dBFS, above the dither of 16 bits. */
const SILENT_PEAK = 1e-4;

/** A channel is dead when it is silent in this part of the blocks in which the other is not. */
const DEAD_SHARE = 0.95;

/**
 * When the mean of two channels has less than this part of their mean power, they are opposed (one cable is
 * reversed). Two sounds that have nothing to do with each other keep half of it.
 */
const OPPOSED_SHARE = 0.01;

/** Mixes block by block and counts what each channel did. */
export interface Downmix {
  /** Interleaved samples to a new mono block, from -1 to 1; what is not a number becomes 0. */
  mix(interleaved: Float32Array): Float32Array;
  /** The dead one of two channels so far, from 1; `null` when there is none. */
  deadChannel(): 1 | 2 | null;
}

/** See {@link Downmix}. */
export function createDownmix(channels: 1 | 2): Downmix {
  return channels === 1
    ? { mix: (samples) => takeChannel(samples, 0, 1), deadChannel: () => null }
    : createStereoDownmix();
}

function createStereoDownmix(): Downmix {
  // In how many blocks which channels were live.
  let onlyLeft = 0;
  let onlyRight = 0;
  let both = 0;

  return {
    mix(interleaved) {
      const left = takeChannel(interleaved, 0, 2);
      const right = takeChannel(interleaved, 1, 2);
      const isLeftLive = isLive(left);
      const isRightLive = isLive(right);
      if (isLeftLive && isRightLive) {
        both += 1;
        return mixLive(left, right);
      }
      onlyLeft += Number(isLeftLive);
      onlyRight += Number(isRightLive);
      return isRightLive ? right : left;
    },

    deadChannel() {
      if (onlyLeft > 0 && onlyLeft >= DEAD_SHARE * (onlyLeft + both)) {
        return 2;
      }
      return onlyRight > 0 && onlyRight >= DEAD_SHARE * (onlyRight + both) ? 1 : null;
    },
  };
}

/** The mean of both, or the left one when they cancel each other. */
function mixLive(left: Float32Array, right: Float32Array): Float32Array {
  const mean = new Float32Array(left.length);
  for (let index = 0; index < mean.length; index += 1) {
    mean[index] = ((left[index] ?? 0) + (right[index] ?? 0)) / 2;
  }
  const areOpposed = energy(mean) < (OPPOSED_SHARE * (energy(left) + energy(right))) / 2;
  return areOpposed ? left : mean;
}

/** One channel. Files of float samples may hold anything; nothing after this meets a value outside -1 to 1. */
function takeChannel(interleaved: Float32Array, channel: number, channels: number): Float32Array {
  const samples = new Float32Array(interleaved.length / channels);
  for (let index = 0; index < samples.length; index += 1) {
    const sample = interleaved[index * channels + channel] ?? 0;
    samples[index] = Number.isNaN(sample) ? 0 : Math.max(-1, Math.min(1, sample));
  }
  return samples;
}

function isLive(samples: Float32Array): boolean {
  for (const sample of samples) {
    if (Math.abs(sample) >= SILENT_PEAK) {
      return true;
    }
  }
  return false;
}

function energy(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) {
    sum += sample * sample;
  }
  return sum;
}
