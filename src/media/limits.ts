/** How much of an untrusted recording is taken on. */
import { AppError } from '../errors/index.ts';

/** The limits on one recording. What passes a limit is refused with an error that names both numbers. */
export interface MediaLimits {
  /** The largest file, in bytes. Default: 2 GiB. */
  readonly maxBytes: number;
  /** The longest sound, in seconds, by what the container says and by what is decoded. Default: 4 hours. */
  readonly maxDurationSec: number;
  /** The most channels of the sound. Default: 8 (7.1). */
  readonly maxChannels: number;
  /** How long ffprobe may take, in milliseconds. Default: 30 s. */
  readonly probeTimeoutMs: number;
  /**
   * How long the reader of the sound may be kept waiting in all, in milliseconds, on top of
   * {@link MediaLimits.decodeTimeoutMsPerSec}. Default: 60 s.
   */
  readonly decodeTimeoutMs: number;
  /**
   * What each decoded second adds to that, in milliseconds. Default: 500, half of real time (ffmpeg does 250 to
   * 700 times real time on one core). It goes by what was decoded: the length that a container states proves nothing.
   */
  readonly decodeTimeoutMsPerSec: number;
}

/** See {@link MediaLimits}. */
export const DEFAULT_LIMITS: MediaLimits = Object.freeze({
  maxBytes: 2 * 1024 ** 3,
  maxDurationSec: 4 * 3600,
  maxChannels: 8,
  probeTimeoutMs: 30_000,
  decodeTimeoutMs: 60_000,
  decodeTimeoutMsPerSec: 500,
});

/** The error of a recording that passes the limit. Minutes are rounded up, so that they never look equal to it. */
export function tooLong(name: string, durationSec: number, { maxDurationSec }: MediaLimits): AppError {
  return new AppError('too-long', {
    file: name,
    minutes: Math.ceil(durationSec / 60),
    maxMinutes: Math.floor(maxDurationSec / 60),
  });
}
