/**
 * One recording's way through the speech children: voice activity block by block, chunks as they are complete, words
 * put together in order. Holds only the sound that is still needed.
 */
import type { ProcessPool } from '../compute/index.ts';
import type { TimeRange } from '../report/index.ts';
import type { Cut } from './chunker.ts';
import { createChunker } from './chunker.ts';
import type { Heard, HeardWord } from './recognizer.ts';
import { SAMPLE_RATE_HZ } from './recognizer.ts';
import { quietestSample } from './quietest.ts';
import { createSoundWindow } from './sound-window.ts';
import type { SpeechAnswer, SpeechTask } from './speech-work.ts';
import { untilAborted } from './until-aborted.ts';
import type { SpeechFrames } from './vad/segmenter.ts';
import { SEGMENTER_DEFAULTS } from './vad/segmenter.ts';
import { VAD_FRAME_SAMPLES, VAD_FRAME_SEC, initialVadState } from './vad/silero.ts';

/** Voice activity is asked for this much sound at a time: 10 s, so that a slot is never held for long. */
const DETECT_SAMPLES = Math.floor((10 * SAMPLE_RATE_HZ) / VAD_FRAME_SAMPLES) * VAD_FRAME_SAMPLES;
/**
 * The recogniser hears this much of the silence around a chunk: with less, words at its edges are misheard. No more
 * than the shortest silence, so that it never reaches into other speech.
 */
const MARGIN_SAMPLES = SEGMENTER_DEFAULTS.minSilenceSec * SAMPLE_RATE_HZ;
/**
 * A voice begins this much before its first frame, and ends this much before the end of its last: measured on talks
 * with known pauses, it halves the error of a border from 26 to 14 ms (median).
 */
const BEGINS_EARLIER_SEC = 0.012;
const ENDS_EARLIER_SEC = 0.032;
/**
 * A chunk in which the model ran into its limit, or heard no word although somebody speaks, is heard again in halves,
 * down to this length.
 */
const MIN_HALF_SEC = 3;

/** How a recording is heard. */
export interface HearOptions {
  readonly signal: AbortSignal;
  /** Names of the models, as in the catalogue. */
  readonly vadModel: string;
  readonly recognizerModel: string;
  /** The recogniser's longest chunk, in seconds. */
  readonly maxChunkSec: number;
  /** Chunks under way at once, waiting ones included: bounds the sound that is held. */
  readonly maxPending: number;
  /** Called with the seconds of the recording that are done. */
  readonly onProgress?: (doneSec: number) => void;
}

/** Everything that was heard in a recording. */
export interface HeardRecording {
  /** In order, not overlapping. */
  readonly speech: readonly TimeRange[];
  /** One a chunk, in order; word times are seconds from the start of the recording. */
  readonly chunks: readonly Heard[];
  readonly durationSec: number;
}

/** A pool of speech children. */
export type SpeechPool = ProcessPool<SpeechTask, SpeechAnswer>;

/**
 * Hears a recording.
 *
 * @param blocks mono sound at 16 kHz, in blocks of any size
 */
export async function hear(
  pool: SpeechPool,
  blocks: AsyncIterable<Float32Array>,
  options: HearOptions,
): Promise<HeardRecording> {
  // A failed chunk must end its siblings and the reading of the sound, not wait for them.
  const failure = new AbortController();
  const signal = AbortSignal.any([options.signal, failure.signal]);
  const window = createSoundWindow();
  const chunker = createChunker({ maxSec: options.maxChunkSec });
  const speech: TimeRange[] = [];
  const chunks: Promise<Heard>[] = [];
  const pending = new Set<Promise<unknown>>();
  let state = initialVadState();
  let detectedTo = 0;
  let takenTo = 0;
  let pendingFrames = 0;

  const recognize = async (samples: Float32Array): Promise<Heard> => {
    const answer = await pool.run({ kind: 'recognize', model: options.recognizerModel, samples }, { signal });
    return expectKind(answer, 'recognize').heard;
  };
  const report = (): void => {
    // What waits for company, or for its end, is still to be heard: it is not done, although it was detected.
    const doneSamples = (chunker.neededFrom - pendingFrames) * VAD_FRAME_SAMPLES;
    options.onProgress?.(Math.min(doneSamples, window.end) / SAMPLE_RATE_HZ);
  };
  const take = async (cut: Cut): Promise<void> => {
    speech.push(...cut.speech.map(toRange));
    // All at once, before anything is waited for: the chunker does not hold them any more.
    pendingFrames += cut.chunks.reduce((sum, { from, to }) => sum + to - from, 0);
    for (const chunk of cut.chunks) {
      const from = Math.max(takenTo, chunk.from * VAD_FRAME_SAMPLES - MARGIN_SAMPLES);
      takenTo = chunk.to * VAD_FRAME_SAMPLES;
      const samples = window.slice(from, chunk.endsInSpeech ? takenTo : takenTo + MARGIN_SAMPLES);
      const heard = recognizeWhole(samples, from / SAMPLE_RATE_HZ, recognize);
      const settled = heard
        .then(() => {
          pendingFrames -= chunk.to - chunk.from;
          report();
        })
        .catch((error: unknown) => {
          failure.abort(error);
        })
        .finally(() => pending.delete(settled));
      pending.add(settled);
      chunks.push(heard);
      if (pending.size >= options.maxPending) {
        await Promise.race(pending);
      }
    }
  };
  const detect = async (samples: Float32Array): Promise<void> => {
    signal.throwIfAborted();
    // Ahead of recognition: what is detected next keeps the other slots busy.
    const task: SpeechTask = { kind: 'detect', model: options.vadModel, samples, state };
    const answer = await pool.run(task, { signal, priority: 'first' });
    const { detected } = expectKind(answer, 'detect');
    state = detected.state;
    for (const probability of detected.probabilities) {
      const cut = chunker.push(probability);
      if (cut.speech.length > 0 || cut.chunks.length > 0) {
        await take(cut);
      }
    }
    detectedTo += samples.length;
    window.dropBefore(chunker.neededFrom * VAD_FRAME_SAMPLES - MARGIN_SAMPLES);
    report();
  };

  try {
    for await (const block of untilAborted(blocks, signal)) {
      window.append(block);
      while (window.end - detectedTo >= DETECT_SAMPLES) {
        await detect(window.slice(detectedTo, detectedTo + DETECT_SAMPLES));
      }
    }
    if (window.end > detectedTo) {
      await detect(toWholeFrames(window.slice(detectedTo, window.end)));
    }
    await take(chunker.end());
    const heard = await Promise.all(chunks);
    signal.throwIfAborted();
    report();
    const durationSec = window.end / SAMPLE_RATE_HZ;
    return { speech: speech.map((range) => within(range, durationSec)), chunks: heard, durationSec };
  } catch (error) {
    failure.abort(error);
    await Promise.allSettled(pending);
    throw options.signal.aborted ? options.signal.reason : failure.signal.reason;
  }
}

/** Hears a chunk; when the model did not make sense of it, hears it again in two halves. */
async function recognizeWhole(
  samples: Float32Array,
  startSec: number,
  recognize: (samples: Float32Array) => Promise<Heard>,
): Promise<Heard> {
  const heard = await recognize(samples);
  const makesSense = heard.ended && heard.words.length > 0;
  if (makesSense || samples.length < 2 * MIN_HALF_SEC * SAMPLE_RATE_HZ) {
    return { ...heard, words: heard.words.map((word) => shifted(word, startSec)) };
  }
  const middle = quietestSample(samples, samples.length / 4, (samples.length * 3) / 4);
  const [left, right] = await Promise.all([
    recognizeWhole(samples.slice(0, middle), startSec, recognize),
    recognizeWhole(samples.slice(middle), startSec + middle / SAMPLE_RATE_HZ, recognize),
  ]);
  return {
    words: [...left.words, ...right.words],
    tokens: left.tokens + right.tokens,
    logProbability: left.logProbability + right.logProbability,
    ended: left.ended && right.ended,
  };
}

function expectKind<Kind extends SpeechAnswer['kind']>(
  answer: SpeechAnswer,
  kind: Kind,
): Extract<SpeechAnswer, { kind: Kind }> {
  if (!isKind(answer, kind)) {
    throw new TypeError(`a child answered ${answer.kind} to ${kind}`);
  }
  return answer;
}

function isKind<Kind extends SpeechAnswer['kind']>(
  answer: SpeechAnswer,
  kind: Kind,
): answer is Extract<SpeechAnswer, { kind: Kind }> {
  return answer.kind === kind;
}

function shifted(word: HeardWord, startSec: number): HeardWord {
  return { ...word, startSec: word.startSec + startSec, endSec: word.endSec + startSec };
}

function toRange({ from, to }: SpeechFrames): TimeRange {
  return {
    startSec: Math.max(0, from * VAD_FRAME_SEC - BEGINS_EARLIER_SEC),
    endSec: to * VAD_FRAME_SEC - ENDS_EARLIER_SEC,
  };
}

function within(range: TimeRange, durationSec: number): TimeRange {
  return { startSec: range.startSec, endSec: Math.min(range.endSec, durationSec) };
}

/** The end of a recording rarely fills a frame: silence does. */
function toWholeFrames(samples: Float32Array): Float32Array {
  const whole = new Float32Array(Math.ceil(samples.length / VAD_FRAME_SAMPLES) * VAD_FRAME_SAMPLES);
  whole.set(samples);
  return whole;
}
