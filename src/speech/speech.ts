/** The speech part as the pipeline sees it: sound in, stretches of speech and a transcript out. */
import type { PoolLoad } from '../compute/index.ts';
import { createProcessPool } from '../compute/index.ts';
import type { ChoiceRequest } from './choose-hearing.ts';
import { chooseHearing } from './choose-hearing.ts';
import type { RemoteConsent } from './engines/remote/consent.ts';
import type { Remote } from './engines/remote/remote.ts';
import type { WhisperVariant } from './engines/whisper/graphs/open-graphs.ts';
import { hear } from './hear.ts';
import { MAX_SCOUTED_CHUNKS, createHearing } from './hearing.ts';
import type { Models } from './models/models.ts';
import { openModel } from './models/store.ts';
import type { SpeechResult } from './speech-result.ts';
import { toResult } from './speech-result.ts';
import type { SpeechAnswer, SpeechSetup, SpeechTask } from './speech-work.ts';

/** Grows when the same sound would give other stretches or words. */
export const SPEECH_VERSION = 2;

/** What the speech part works with. */
export interface SpeechDeps {
  readonly models: Models;
  /** The owner's transcription server; recordings are sent to it only when their analysis allows it. */
  readonly remote?: Remote;
}

/** How the speech part works. */
export interface SpeechOptions {
  /** The folder of installed models. */
  readonly modelsFolder: string;
  /** Child processes at most, each with one inference thread: 1 up to the number of cores. */
  readonly slots: number;
  /** A child past this resident memory is replaced by a fresh one; large models have more. Default 700 MB. */
  readonly maxChildBytes?: number;
  /** The longest that one piece of work may take, loading included. Default 120 s. */
  readonly taskTimeoutMs?: number;
  /** The arithmetic that Whisper models are run in. Default `int8`. */
  readonly whisperVariant?: WhisperVariant;
}

/** How one recording is transcribed. */
export interface TranscribeRequest {
  /** A two-letter code, or `auto` to find it out. */
  readonly language: string;
  /** The name of an installed model, or `remote` for the owner's server. Default: the best for the language. */
  readonly model?: string;
  /** Whether the recording may be sent to the owner's server. Default: it may not. */
  readonly upload?: RemoteConsent;
  readonly signal: AbortSignal;
  /** Called with the seconds of the recording that are done. */
  readonly onProgress?: (doneSec: number) => void;
}

/** See {@link createSpeech}. */
export interface Speech {
  /**
   * Transcribes mono sound at 16 kHz.
   *
   * @throws AppError `recognizer-missing`, `language-model-missing`, `model-unknown`, `model-not-recognizer`, `model-missing`, `model-language`, `model-damaged`, `model-unreadable`,
   *   `worker-crashed`, `task-timeout`; `remote-missing`, `consent-missing`, and what a remote throws; the signal's
   *   reason
   */
  transcribe(blocks: AsyncIterable<Float32Array>, request: TranscribeRequest): Promise<SpeechResult>;
  load(): PoolLoad;
  close(): Promise<void>;
}

/** ONNX Runtime tells its maker about each model that is loaded, unless this is set before it is. */
const NO_TELEMETRY = Object.freeze({ ORT_DISABLE_TELEMETRY: '1' });

/** The voice activity model; its name in the catalogue. */
const VAD_MODEL = 'silero-vad-6';

/** Makes the speech part. Children start with the first recording. */
export function createSpeech({ models, remote }: SpeechDeps, options: SpeechOptions): Speech {
  const { modelsFolder, slots, maxChildBytes = 700 * 2 ** 20, taskTimeoutMs = 120_000 } = options;
  const { whisperVariant = 'int8' } = options;
  const pool = createProcessPool<SpeechSetup, SpeechTask, SpeechAnswer>({
    entry: new URL('./speech.child.ts', import.meta.url),
    setup: { modelsFolder, whisperVariant },
    slots,
    maxRssBytes: maxChildBytes,
    taskTimeoutMs,
    env: NO_TELEMETRY,
  });

  return Object.freeze({
    transcribe: async (blocks: AsyncIterable<Float32Array>, request: TranscribeRequest) => {
      const { signal, onProgress } = request;
      const { language, model, upload } = request;
      const asked: ChoiceRequest = { language, model, upload };
      // Before any sound is decoded: what is missing is said at once.
      const hearing = await chooseHearing(asked, { models, modelsFolder, pool, remote, maxChildBytes });
      await openModel(modelsFolder, VAD_MODEL);
      const heard = await hear(pool, blocks, {
        signal,
        vadModel: VAD_MODEL,
        hearing: createHearing(hearing.plan),
        chunks: { maxSec: hearing.maxChunkSec, joinSec: hearing.joinSec },
        marginSec: hearing.marginSec,
        maxPending: Math.max(MAX_SCOUTED_CHUNKS + 1, 2 * slots + 2),
        ...(onProgress === undefined ? {} : { onProgress }),
      });
      return toResult(heard, hearing, asked);
    },
    load: () => pool.load(),
    close: () => pool.close(),
  });
}
