/** Which of a container's streams is the talk, and what the container states about it. */
import { AppError } from '../../errors/index.ts';
import type { FfprobeOutput, FfprobeStream } from './ffprobe-output.ts';
import { parseClock } from './ffprobe-output.ts';

/** The chosen stream. */
export interface SoundTrack {
  readonly streamIndex: number;
  /** ffmpeg's name, such as `aac`. */
  readonly codec: string;
  readonly sampleRateHz: number;
  readonly channels: number;
  /** Length of the sound; `null` when the container does not say. */
  readonly durationSec: number | null;
}

/**
 * The default track of sound, else the first; one whose parameters could not be found only when there is no other.
 *
 * @param name what the owner calls the file
 * @throws AppError `no-audio`; `not-media` when ffmpeg does not know the codec; `media-damaged` when the parameters
 *   could not be found
 */
export function chooseSoundTrack({ streams, format }: FfprobeOutput, name: string): SoundTrack {
  const sounds = streams.filter((stream) => stream.codec_type === 'audio');
  const usable = sounds.filter((stream) => stream.codec_name !== undefined && (stream.channels ?? 0) > 0);
  const chosen = usable.find((stream) => stream.disposition?.default === 1) ?? usable[0] ?? sounds[0];
  if (chosen === undefined) {
    throw new AppError('no-audio', { file: name });
  }
  const { codec_name: codec, sample_rate: sampleRateHz = 0, channels = 0 } = chosen;
  if (codec === undefined || codec === 'unknown') {
    throw new AppError('not-media', { file: name });
  }
  if (sampleRateHz < 1 || channels < 1) {
    throw new AppError('media-damaged', { file: name });
  }
  return {
    streamIndex: chosen.index,
    codec,
    sampleRateHz,
    channels,
    durationSec: statedLength(chosen, format),
  };
}

/** Containers that state the time at which a recording ends, which may have started long after zero. */
const STATES_END: ReadonlySet<string> = new Set(['asf', 'flv', 'matroska,webm']);

function statedLength(stream: FfprobeStream, format: FfprobeOutput['format']): number | null {
  const statedSec = ownDuration(stream) ?? format.duration ?? null;
  const { format_name: name, start_time: startSec = 0 } = format;
  return statedSec !== null && statedSec > startSec && STATES_END.has(name)
    ? statedSec - startSec
    : statedSec;
}

/** The sound may end before the picture does. Matroska states a stream's length in a tag. */
function ownDuration(stream: FfprobeStream): number | undefined {
  return stream.duration ?? parseClock(stream.tags?.['DURATION']);
}
