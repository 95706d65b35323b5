/** Decodes a recording with ffmpeg to a stream of 16 kHz mono blocks, no faster than they are taken. */
import type { Readable } from 'node:stream';
import { AppError } from '../../errors/index.ts';
import type { Notice } from '../../report/index.ts';
import type { Child } from '../child/children.ts';
import type { Tools } from '../child/tools.ts';
import { openRecording } from '../inspect/open-recording.ts';
import type { Probe } from '../inspect/probe.ts';
import type { MediaLimits } from '../limits.ts';
import { tooLong } from '../limits.ts';
import { judgeDecode } from './decode-outcome.ts';
import { ffmpegArguments } from './ffmpeg-arguments.ts';
import { createSoundConversion } from './sound-conversion.ts';
import type { WaitClock } from './wait-clock.ts';
import { createWaitClock } from './wait-clock.ts';

/** What the sound turned out to be, known after its last block. */
export interface DecodeSummary {
  /** Length of all blocks. */
  readonly durationSec: number;
  /**
   * Of `recording-cut`, `recording-damaged`, `dead-channel`, `narrow-band`, `clipped`, `very-quiet`, those that
   * apply.
   */
  readonly notices: readonly Notice[];
}

/** A decoding. It starts when the first block is asked for. */
export interface Decoding {
  /**
   * The sound in blocks of one second, the last one shorter, to be read once. Samples are from -1 to 1. Silence
   * stands where the recording has a gap, so that times are those that a player shows. While nobody asks, ffmpeg
   * stands still; who stops asking early must leave the loop (`break`), which ends ffmpeg.
   */
  readonly blocks: AsyncIterable<Float32Array>;
  /**
   * Settles after the last block; rejects with what the blocks threw, `cancelled` when they were left early. Never
   * settles when no block is asked for.
   */
  readonly summary: Promise<DecodeSummary>;
}

/** How to decode. */
export interface DecodeOptions {
  readonly signal: AbortSignal;
  /** What the owner calls the file, for errors. */
  readonly name: string;
  readonly limits: MediaLimits;
}

/** What a recording may last longer than the limit, in seconds: codecs fill up their last packet. */
const LENGTH_SLACK_SEC = 1;

/**
 * See {@link Decoding}.
 *
 * @throws (from the blocks) AppError: those of opening the file; `media-damaged`, `not-media`, `decode-failed`,
 *   `decode-timeout`, `too-long`, `ffmpeg-missing`; the signal's reason
 */
export function decode(tools: Tools, path: string, probe: Probe, options: DecodeOptions): Decoding {
  const { signal, name, limits } = options;
  const { promise: summary, resolve, reject } = Promise.withResolvers<DecodeSummary>();
  // Who reads the blocks meets the same error there.
  summary.catch(() => {});

  async function* readBlocks(): AsyncGenerator<Float32Array, void, undefined> {
    // Not before the first block is asked for: what is never read must not be held by its signal.
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      await using child = await start();
      resolve(yield* convert(child));
    } catch (error) {
      const reason: unknown = signal.aborted ? signal.reason : error;
      reject(reason);
      throw reason;
    } finally {
      signal.removeEventListener('abort', onAbort);
      // Only when the reader left early is this the first to settle it.
      reject(new AppError('cancelled'));
    }
  }

  async function start(): Promise<Child> {
    signal.throwIfAborted();
    const recording = await openRecording(path, { name, maxBytes: limits.maxBytes });
    await using handle = recording.handle;
    return await tools.start('ffmpeg', ffmpegArguments(probe), { signal, inputFd: handle.fd });
  }

  async function* convert(child: Child): AsyncGenerator<Float32Array, DecodeSummary, undefined> {
    const sound = createSoundConversion(probe);
    const clock = createWaitClock(
      () => limits.decodeTimeoutMs + limits.decodeTimeoutMsPerSec * sound.decodedSec(),
      () => child.kill(),
    );
    for await (const bytes of chunks(child.stdout, clock)) {
      for (const block of sound.push(bytes)) {
        requireLength(sound.decodedSec());
        yield block;
        signal.throwIfAborted();
      }
    }
    const [exit] = await clock.wait(Promise.all([child.exit, child.stderr.closed]));
    signal.throwIfAborted();
    const timedOutMs = clock.timedOutMs();
    if (timedOutMs !== null) {
      throw new AppError('decode-timeout', { file: name, seconds: Math.round(timedOutMs / 1000) });
    }
    const last = sound.end();
    if (last !== null) {
      yield last;
    }
    const durationSec = sound.decodedSec();
    const { container, isDurationEstimated } = probe;
    const expectedSec = isDurationEstimated ? null : probe.durationSec;
    const outcome = { name, container, exit, stderr: child.stderr, decodedSec: durationSec, expectedSec };
    return Object.freeze({ durationSec, notices: [...judgeDecode(outcome), ...sound.notices()] });
  }

  function requireLength(decodedSec: number): void {
    if (decodedSec > limits.maxDurationSec + LENGTH_SLACK_SEC) {
      throw tooLong(name, decodedSec, limits);
    }
  }

  return { blocks: readBlocks(), summary };
}

/** The chunks of a pipe, each waited for with `clock`. A pipe that is closed under way just ends. */
async function* chunks(stream: Readable, clock: WaitClock): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]();
  for (;;) {
    const step = await clock.wait(iterator.next()).catch(() => null);
    if (step === null || step.done === true) {
      return;
    }
    yield step.value;
  }
}
