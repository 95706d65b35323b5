/**
 * Models that sherpa-onnx runs: GigaAM, Parakeet, Zipformer, exports of Whisper, Omnilingual. Decoding is native and
 * off the event loop; here its answers become words.
 */
import { join } from 'node:path';
import type { OfflineRecognizer, OfflineRecognizerConfig } from 'sherpa-onnx-node';
import { AppError } from '../../../errors/index.ts';
import type { ModelIdentity, RecognizerAbilities } from '../../../report/index.ts';
import { estimateTimes } from '../../estimated-times.ts';
import { WORDLIKE } from '../../piece-words.ts';
import type { Heard, HeardWord, RecognizeOptions, Recognizer } from '../../recognizer.ts';
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';
import { checkModel } from './check-model.ts';
import { sherpaFacts } from './facts.ts';
import { loadSherpa } from './load-sherpa.ts';
import { nativeConfig } from './native-config.ts';
import type { SherpaRecipe } from './recipe.ts';
import type { HeardToken } from './result.ts';
import { readResult } from './result.ts';
import { isCapitalsOnly } from './token-table.ts';
import { toWords } from './token-words.ts';

/** Shorter sound gives some encoders no frame, at which they fail. */
const MIN_SAMPLES = SAMPLE_RATE_HZ / 10;

/** How a model is run, and what to report as its identity. */
export interface SherpaOptions {
  readonly model: ModelIdentity;
  readonly recipe: SherpaRecipe;
}

/**
 * Loads a model. Its files are looked at first, as native code ends the process at some that are whole but of another
 * kind; what passes and still does that ends the process.
 *
 * @param folder holds the files of the recipe
 * @throws AppError `model-missing`, `model-unreadable`, `model-damaged`, `model-unfit`, `engine-missing`
 */
export async function createSherpa(folder: string, { model, recipe }: SherpaOptions): Promise<Recognizer> {
  const { tokens, featureBands } = await checkModel(folder, recipe, model.name);
  const { OfflineRecognizer } = await loadSherpa(model.name);
  const configure: Configure = (language) => nativeConfig(folder, recipe, { featureBands, language });
  const language = recipe.languages.length === 1 ? (recipe.languages[0] ?? AS_HEARD) : AS_HEARD;
  const native = await OfflineRecognizer.createAsync(configure(language)).catch((error: unknown) => {
    const path = blamedFile(folder, recipe, error);
    throw new AppError('model-damaged', { model: model.name, path }, { cause: error });
  });
  return new Sherpa(model, recipe, { native, configure, language, isCapitalsOnly: isCapitalsOnly(tokens) });
}

type Configure = (language: string) => OfflineRecognizerConfig;

/** The language that stands for whichever the model hears. */
const AS_HEARD = '';

/** The native recogniser, and how it is talked to. */
interface Loaded {
  readonly native: OfflineRecognizer;
  readonly configure: Configure;
  /** What it writes unless told otherwise. */
  readonly language: string;
  readonly isCapitalsOnly: boolean;
}

class Sherpa implements Recognizer {
  readonly abilities: RecognizerAbilities;
  readonly model: ModelIdentity;
  readonly maxChunkSec: number;
  readonly #canBeTold: boolean;
  #loaded: Loaded | undefined;
  #told: string;

  constructor(model: ModelIdentity, recipe: SherpaRecipe, loaded: Loaded) {
    const { abilities, maxChunkSec } = sherpaFacts(recipe);
    this.abilities = abilities;
    this.model = model;
    this.maxChunkSec = maxChunkSec;
    this.#canBeTold = recipe.kind === 'whisper';
    this.#loaded = loaded;
    this.#told = loaded.language;
  }

  async recognize(samples: Float32Array, { language, signal }: RecognizeOptions = {}): Promise<Heard> {
    signal?.throwIfAborted();
    if (this.#loaded === undefined) {
      throw new TypeError(`${this.model.name} is closed`);
    }
    if (samples.length < MIN_SAMPLES) {
      return { words: [], tokens: 0, logProbability: 0, ended: true };
    }
    const { native, isCapitalsOnly: areCapitalsEmpty } = this.#loaded;
    this.#tell(this.#loaded, language);
    const stream = native.createStream();
    stream.acceptWaveform({ samples, sampleRate: SAMPLE_RATE_HZ });
    const result = readResult(await native.decodeAsync(stream));
    signal?.throwIfAborted();
    const words =
      this.abilities.wordTimes === 'estimated'
        ? laidOut(result.text, samples, language ?? result.language ?? this.abilities.languages[0])
        : toWords(result.tokens, samples);
    return {
      words: areCapitalsEmpty ? words.map((word) => ({ ...word, text: word.text.toLowerCase() })) : words,
      ...sureness(result.tokens),
      ended: true,
    };
  }

  close(): Promise<void> {
    // The native memory goes when the last reference does.
    this.#loaded = undefined;
    return Promise.resolve();
  }

  /** Has the next chunks written in a language. A model that cannot be told writes what it hears. */
  #tell({ native, configure, language: usual }: Loaded, asked: string | undefined): void {
    // The native code ends the process at a language that the model does not know.
    const language = asked !== undefined && this.abilities.languages.includes(asked) ? asked : usual;
    if (this.#canBeTold && language !== this.#told) {
      native.setConfig(configure(language));
      this.#told = language;
    }
  }
}

/** Words of a model that gives no times, laid over the voice. */
function laidOut(text: string, samples: Float32Array, language: string | undefined): readonly HeardWord[] {
  const words: string[] = [];
  for (const part of text.split(/\s+/)) {
    const before = words.pop();
    if (WORDLIKE.test(part)) {
      words.push(...(before === undefined ? [] : [before]), part);
    } else if (before !== undefined) {
      words.push(`${before} ${part}`.trim());
    }
  }
  const times = estimateTimes(words, samples, { language });
  return times.map((time, index) => ({ text: words[index] ?? '', ...time }));
}

/** How many tokens have a known probability, and these together. */
function sureness(tokens: readonly HeardToken[]): {
  readonly tokens: number;
  readonly logProbability: number;
} {
  const known = tokens.flatMap(({ logProbability }) => logProbability ?? []);
  return { tokens: known.length, logProbability: known.reduce((sum, one) => sum + one, 0) };
}

/** The file that the native code names in its error, else the folder. */
function blamedFile(folder: string, { files }: SherpaRecipe, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return (
    Object.values(files)
      .map((file) => join(folder, file))
      .find((path) => message.includes(path)) ?? folder
  );
}
