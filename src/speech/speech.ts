/** The speech part as the pipeline sees it: sound in, stretches of speech and a transcript out. */
import type { PoolLoad } from '../compute/index.ts';
import { createProcessPool } from '../compute/index.ts';
import type { Absent, Notice, TimeRange, Transcript } from '../report/index.ts';
import { rangeSec } from '../report/index.ts';
import { assembleWords } from './assemble-words.ts';
import { MOONSHINE_ABILITIES, MOONSHINE_MAX_CHUNK_SEC } from './engines/moonshine/facts.ts';
import type { HeardRecording } from './hear.ts';
import { hear } from './hear.ts';
import { judgeLanguage } from './language-check.ts';
import type { CatalogueEntry } from './models/catalogue.ts';
import { identify } from './models/catalogue.ts';
import { chooseModel, openModel } from './models/store.ts';
import type { SpeechAnswer, SpeechSetup, SpeechTask } from './speech-work.ts';

/** Grows when the same sound would give other stretches or words. */
export const SPEECH_VERSION = 1;

/** How the speech part works. */
export interface SpeechOptions {
  /** The folder of installed models. */
  readonly modelsFolder: string;
  /** Child processes at most, each with one inference thread: 1 up to the number of cores. */
  readonly slots: number;
  /** A child past this resident memory is replaced by a fresh one. Default 700 MB. */
  readonly maxChildBytes?: number;
  /** The longest that one piece of work may take, loading included. Default 120 s. */
  readonly taskTimeoutMs?: number;
}

/** How one recording is transcribed. */
export interface TranscribeRequest {
  /** A two-letter code, or `auto`: the recogniser's own sureness tells whether it knows the language. */
  readonly language: string;
  readonly signal: AbortSignal;
  /** Called with the seconds of the recording that are done. */
  readonly onProgress?: (doneSec: number) => void;
}

/** What the speech part knows about a recording. */
export interface SpeechResult {
  readonly speech: readonly TimeRange[];
  readonly transcript: Transcript | Absent;
  readonly notices: readonly Notice[];
  readonly durationSec: number;
}

/** See {@link createSpeech}. */
export interface Speech {
  /**
   * Transcribes mono sound at 16 kHz.
   *
   * @throws AppError `model-missing`, `model-damaged`, `model-unreadable`, `worker-crashed`, `task-timeout`; the
   *   signal's reason
   */
  transcribe(blocks: AsyncIterable<Float32Array>, request: TranscribeRequest): Promise<SpeechResult>;
  load(): PoolLoad;
  close(): Promise<void>;
}

/** ONNX Runtime tells its maker about each model that is loaded, unless this is set before it is. */
const NO_TELEMETRY = Object.freeze({ ORT_DISABLE_TELEMETRY: '1' });

/** The language whose recogniser is used when the language is to be found out. */
const DEFAULT_LANGUAGE = 'en';

/** Makes the speech part. Children start with the first recording. */
export function createSpeech(options: SpeechOptions): Speech {
  const { modelsFolder, slots, maxChildBytes = 700 * 2 ** 20, taskTimeoutMs = 120_000 } = options;
  const pool = createProcessPool<SpeechSetup, SpeechTask, SpeechAnswer>({
    entry: new URL('./speech.child.ts', import.meta.url),
    setup: { modelsFolder },
    slots,
    maxRssBytes: maxChildBytes,
    taskTimeoutMs,
    env: NO_TELEMETRY,
  });

  return Object.freeze({
    transcribe: async (blocks: AsyncIterable<Float32Array>, request: TranscribeRequest) => {
      const { language, signal, onProgress } = request;
      const vad = chooseModel('vad');
      const recognizer = chooseModel('recognizer', language === 'auto' ? DEFAULT_LANGUAGE : language);
      // Before any sound is decoded: what is missing is said at once.
      await Promise.all([openModel(modelsFolder, vad.name), openModel(modelsFolder, recognizer.name)]);
      const heard = await hear(pool, blocks, {
        signal,
        vadModel: vad.name,
        recognizerModel: recognizer.name,
        maxChunkSec: MOONSHINE_MAX_CHUNK_SEC,
        maxPending: 2 * slots + 2,
        ...(onProgress === undefined ? {} : { onProgress }),
      });
      return toResult(heard, recognizer, language);
    },
    load: () => pool.load(),
    close: () => pool.close(),
  });
}

function toResult(heard: HeardRecording, recognizer: CatalogueEntry, asked: string): SpeechResult {
  const { speech, durationSec } = heard;
  const isForeign = judgeLanguage(heard.chunks, totalSec(speech)) === 'foreign';
  // A hum or a note may pass for speech for a moment. When no word is heard in any of it, nobody speaks.
  if (!isForeign && heard.chunks.every(({ words }) => words.length === 0)) {
    return {
      speech: [],
      durationSec,
      transcript: { absent: 'no-speech' },
      notices: [{ code: 'no-speech', params: {} }],
    };
  }
  if (isForeign && asked === 'auto') {
    return {
      speech,
      durationSec,
      transcript: { absent: 'language-not-supported' },
      notices: [{ code: 'language-not-supported', params: { known: recognizer.languages.join(', ') } }],
    };
  }
  const notices: readonly Notice[] = isForeign
    ? [{ code: 'language-doubtful', params: { language: asked } }]
    : [];
  const transcript: Transcript = {
    language: recognizer.languages[0] ?? DEFAULT_LANGUAGE,
    words: assembleWords(
      heard.chunks.flatMap(({ words }) => words),
      speech,
      durationSec,
    ),
    model: identify(recognizer),
    abilities: MOONSHINE_ABILITIES,
  };
  return { speech, durationSec, transcript, notices };
}

function totalSec(ranges: readonly TimeRange[]): number {
  return ranges.reduce((sum, range) => sum + rangeSec(range), 0);
}
