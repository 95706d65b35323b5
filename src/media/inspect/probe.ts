/** What is in a recording, by ffprobe: the container, the track of sound to use, and whether the limits allow it. */
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../errors/index.ts';
import { runToEnd } from '../child/run-to-end.ts';
import type { StderrLines } from '../child/stderr-lines.ts';
import type { Tools } from '../child/tools.ts';
import { containerName, INPUT_RULES, INPUT_URL } from '../demuxers.ts';
import type { MediaLimits } from '../limits.ts';
import { tooLong } from '../limits.ts';
import type { FfprobeOutput } from './ffprobe-output.ts';
import { FFPROBE_ENTRIES, parseFfprobeOutput } from './ffprobe-output.ts';
import { classifyHead, HEAD_BYTES } from './file-head.ts';
import { openRecording } from './open-recording.ts';
import { probeFailure } from './probe-failure.ts';
import type { SoundTrack } from './sound-track.ts';
import { chooseSoundTrack } from './sound-track.ts';
import { missingWavLength } from './wav-length.ts';

/** Facts about a recording and its sound, as the container states them. */
export interface Probe extends SoundTrack {
  /** Such as `mp4` (all of its family), `matroska` (WebM too), `wav`. */
  readonly container: string;
  /** Whether `durationSec` is an estimate from bit rate and file size, which may be far off. */
  readonly isDurationEstimated: boolean;
  readonly bytes: number;
}

/** How to probe. */
export interface ProbeOptions {
  readonly signal: AbortSignal;
  /** What the owner calls the file, for errors. */
  readonly name: string;
  readonly limits: MediaLimits;
}

/** Far above the output for a thousand streams, ffmpeg's own limit. */
const MAX_OUTPUT_BYTES = 4 * 1024 ** 2;

/**
 * Probes a file.
 *
 * @throws AppError: those of opening the file; `format-refused`, `not-media`, `media-damaged`, `no-audio`,
 *   `too-long`, `too-many-channels`, `decode-timeout`, `decode-failed`, `ffmpeg-missing`; the signal's reason
 */
export async function probe(tools: Tools, path: string, options: ProbeOptions): Promise<Probe> {
  const { signal, name, limits } = options;
  signal.throwIfAborted();
  const { handle: opened, bytes } = await openRecording(path, { name, maxBytes: limits.maxBytes });
  await using handle = opened;
  const head = await readHead(handle);
  const { output, stderr } = await runFfprobe(tools, handle, head, options);
  const track = chooseSoundTrack(output, name);
  if (isExternal(track, stderr)) {
    throw new AppError('format-refused', { file: name });
  }
  const cutWavSec = missingWavLength(head, bytes);
  const found: Probe = {
    ...track,
    container: containerName(output.format.format_name),
    durationSec: cutWavSec ?? track.durationSec,
    isDurationEstimated: cutWavSec === null && stderr.count('estimatedDuration') > 0,
    bytes,
  };
  requireLimits(found, options);
  return Object.freeze(found);
}

/** By position, which leaves the handle's own place at the start for the child. */
async function readHead(handle: FileHandle): Promise<Uint8Array> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}

async function runFfprobe(
  tools: Tools,
  handle: FileHandle,
  head: Uint8Array,
  { signal, name, limits }: ProbeOptions,
): Promise<{ readonly output: FfprobeOutput; readonly stderr: StderrLines }> {
  const args = ['-v', 'warning', ...INPUT_RULES];
  args.push('-of', 'json', '-show_entries', FFPROBE_ENTRIES, INPUT_URL);
  await using child = await tools.start('ffprobe', args, { signal, inputFd: handle.fd });
  const timeoutMs = limits.probeTimeoutMs;
  const run = await runToEnd(child, { signal, timeoutMs, maxBytes: MAX_OUTPUT_BYTES });
  switch (run.state) {
    case 'timed-out':
      throw new AppError('decode-timeout', { file: name, seconds: timeoutMs / 1000 });
    case 'wrote-too-much':
      throw new AppError('not-media', { file: name });
    case 'ended': {
      const { exit, stdout, stderr } = run;
      const output = exit.code === 0 ? parseFfprobeOutput(stdout) : null;
      if (output === null || output.streams.length === 0) {
        throw probeFailure({ name, head: classifyHead(head), exit, lines: stderr.kept });
      }
      return { output, stderr };
    }
    default:
      return run satisfies never;
  }
}

/** Whether the track's data lie in another file, as those of a QuickTime reference movie; ffprobe did not look. */
function isExternal({ streamIndex }: SoundTrack, stderr: StderrLines): boolean {
  const words = `Skipped opening external track: stream ${streamIndex},`;
  return stderr.kept.some((line) => line.includes(words));
}

function requireLimits(found: Probe, { name, limits }: ProbeOptions): void {
  const { channels, durationSec, isDurationEstimated } = found;
  const { maxChannels, maxDurationSec } = limits;
  if (channels > maxChannels) {
    throw new AppError('too-many-channels', { file: name, channels, maxChannels });
  }
  // An estimate may be far off: then what is decoded decides.
  if (durationSec !== null && !isDurationEstimated && durationSec > maxDurationSec) {
    throw tooLong(name, durationSec, limits);
  }
}
