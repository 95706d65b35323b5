/** Whisper on ONNX Runtime, of any size, from a folder in the format of CTranslate2. Models: OpenAI, MIT. */
import { join } from 'node:path';
import type { InferenceSession as Session } from 'onnxruntime-node';
import { AppError } from '../../../errors/index.ts';
import type { ModelIdentity, RecognizerAbilities } from '../../../report/index.ts';
import { openSession } from '../../onnx-runtime.ts';
import type { Heard, RecognizeOptions, Recognizer } from '../../recognizer.ts';
import { createDecoder } from './decoder.ts';
import { WHISPER_MAX_CHUNK_SEC, whisperFacts } from './facts.ts';
import { readSuppressed } from './generation-config.ts';
import type { WhisperVariant } from './graphs/open-graphs.ts';
import { openWhisperGraphs } from './graphs/open-graphs.ts';
import type { HearingParts } from './hear-chunk.ts';
import { NOTHING, hearThrough } from './hear-through.ts';
import { modelDamaged } from './model-errors.ts';
import type { WhisperVocabulary } from './vocabulary.ts';
import { readVocabulary } from './vocabulary.ts';
import { MAX_SAMPLES } from './window.ts';

/** How a model is loaded. */
export interface WhisperOptions {
  /** What to report as its identity. */
  readonly model: ModelIdentity;
  /** How exactly it reckons. */
  readonly variant: WhisperVariant;
  /** What the weights have to hash to, see `WhisperGraphs.tensorsSha256`; others are damaged. Default: any will do. */
  readonly tensorsSha256?: string;
  /** Languages to hear, by two-letter code; those that the model does not know are left out. */
  readonly languages: readonly string[];
  /**
   * By language, a text in the style that is wished for: the model takes it for what was said before. One with
   * hesitation sounds makes it write more of them. Default: none.
   */
  readonly prompts?: Readonly<Record<string, string>>;
  /** Ends the loading; not what is heard later. */
  readonly signal?: AbortSignal;
}

/** Shorter sound holds no word. */
const MIN_SAMPLES = 1_600;
/** Sound that is nowhere louder is silence: three steps of 16 bits. */
const SILENCE_LEVEL = 1e-4;

/**
 * Loads a model; its graphs are built when that was not done before.
 *
 * @param folder holds `config.json`, `vocabulary.json` or `.txt`, and `model.bin` or the graphs made from it
 * @throws AppError `model-missing`, `model-unreadable`, `model-damaged`, `model-unfit`, each with the file;
 *   `model-language` when it knows none of the languages; the signal's reason
 */
export async function createWhisper(folder: string, options: WhisperOptions): Promise<Recognizer> {
  const { model, variant, prompts = {}, signal } = options;
  const graphs = await openWhisperGraphs(folder, { variant, ...(signal === undefined ? {} : { signal }) });
  const { shape } = graphs;
  if (options.tensorsSha256 !== undefined && options.tensorsSha256 !== graphs.tensorsSha256) {
    throw modelDamaged(join(folder, 'model.bin'), 'other weights than were installed');
  }
  const vocabulary = await readVocabulary(folder, shape.vocabularySize);
  const suppressed = await readSuppressed(folder, shape.vocabularySize);
  const languages = knownLanguages(vocabulary, options);
  const mel = await openSession(graphs.mel);
  const encoder = await openSession(graphs.encoder);
  const session = await openSession(graphs.decoder);
  // The earlier text may fill half of the positions; what is too long loses its beginning.
  const maxPrompt = shape.textPositions / 2 - 1;
  return new Whisper({
    parts: {
      mel,
      encoder,
      decoder: createDecoder({ session, shape, vocabulary, suppressed }),
      vocabulary,
    },
    sessions: [mel, encoder, session],
    abilities: whisperFacts(languages).abilities,
    model,
    prompts: Object.fromEntries(
      Object.entries(prompts).map(([language, text]) => [
        language,
        vocabulary.encode(` ${text.trim()}`).slice(-maxPrompt),
      ]),
    ),
  });
}

function knownLanguages(
  { languages }: WhisperVocabulary,
  { model, languages: wanted }: WhisperOptions,
): readonly string[] {
  if (languages.size === 0) {
    return ['en'];
  }
  const known = wanted.filter((language) => languages.has(language));
  if (known.length === 0) {
    throw unknownLanguage(model, wanted.join(', '), [...languages.keys()]);
  }
  return known;
}

interface WhisperState {
  readonly parts: HearingParts;
  readonly sessions: readonly Session[];
  readonly abilities: RecognizerAbilities;
  readonly model: ModelIdentity;
  readonly prompts: Readonly<Record<string, readonly number[]>>;
}

class Whisper implements Recognizer {
  readonly abilities: RecognizerAbilities;
  readonly model: ModelIdentity;
  readonly maxChunkSec = WHISPER_MAX_CHUNK_SEC;
  readonly #state: WhisperState;
  #closed: Promise<void> | undefined;

  constructor(state: WhisperState) {
    this.abilities = state.abilities;
    this.model = state.model;
    this.#state = state;
  }

  /** @throws AppError `model-language`; RangeError for more than 30 seconds */
  async recognize(samples: Float32Array, options: RecognizeOptions = {}): Promise<Heard> {
    const { language, signal } = options;
    const { parts, prompts } = this.#state;
    const { languages } = this.abilities;
    if (language !== undefined && !languages.includes(language)) {
      throw unknownLanguage(this.model, language, languages);
    }
    if (samples.length > MAX_SAMPLES) {
      throw new RangeError(`a chunk has at most ${MAX_SAMPLES} samples, not ${samples.length}`);
    }
    signal?.throwIfAborted();
    if (samples.length < MIN_SAMPLES || samples.every((sample) => Math.abs(sample) < SILENCE_LEVEL)) {
      return NOTHING;
    }
    return hearThrough(parts, samples, {
      languages: language === undefined ? languages : [language],
      prompts,
      signal,
    });
  }

  close(): Promise<void> {
    this.#closed ??= Promise.all(this.#state.sessions.map((session) => session.release())).then(
      () => undefined,
    );
    return this.#closed;
  }
}

function unknownLanguage(model: ModelIdentity, language: string, known: readonly string[]): AppError {
  return new AppError('model-language', { model: model.name, language, known: known.join(', ') });
}
