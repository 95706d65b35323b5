/** Greedy decoding with a key-value cache: what the model writes for one window of sound, token by token. */
import type { InferenceSession as Session } from 'onnxruntime-node';
import { Tensor } from 'onnxruntime-node';
import type { DecodedToken } from '../../decoded-token.ts';
import { createDecoderRun } from './decoder-run.ts';
import type { CrossAttention, DecoderRun } from './decoder-run.ts';
import type { Suppressed } from './generation-config.ts';
import type { WhisperShape } from './graphs/open-graphs.ts';
import { languageProbabilities, likeliest } from './languages.ts';
import { lengthWithoutLoop } from './repetition.ts';
import type { WhisperVocabulary } from './vocabulary.ts';

/** What the decoder is made of. */
export interface DecoderParts {
  readonly session: Session;
  readonly shape: WhisperShape;
  readonly vocabulary: WhisperVocabulary;
  readonly suppressed: Suppressed;
}

/** How one window is decoded. */
export interface DecodeOptions {
  /** Languages to choose from, at least one. A model that knows English alone pays no heed. */
  readonly languages: readonly string[];
  /** Text that is taken for what was said before, by language. */
  readonly prompts: Readonly<Record<string, readonly number[]>>;
  /** The encoder's positions that lie in the sound. */
  readonly positions: number;
  readonly signal?: AbortSignal | undefined;
}

/** What the model wrote. */
export interface Decoding {
  /** Tokens of text, without the marks. */
  readonly tokens: readonly DecodedToken[];
  /** The mark that ended it; undefined when it ran into its limit, or into a loop. */
  readonly endMark: DecodedToken | undefined;
  /** Whether it was stopped because it only repeated itself: the tokens hold one round of that. */
  readonly hasLooped: boolean;
  /** The model's own opinion that nobody speaks, 0 to 1. */
  readonly noSpeech: number;
  /** The language that it is written in. */
  readonly language: string;
  /** See `Heard.languages`; undefined for a model that knows English alone. */
  readonly languages: Readonly<Record<string, number>> | undefined;
}

/** See {@link createDecoder}. */
export interface Decoder {
  decode(cross: CrossAttention, options: DecodeOptions): Promise<Decoding>;
}

/** Nobody speaks faster than this for long. */
const MAX_TOKENS_PER_SEC = 14;
const MIN_TOKENS = 12;
const POSITIONS_PER_SEC = 50;
/** Far below any logit. */
const NEVER = -1e9;

/** Makes the decoder of a model. */
export function createDecoder(parts: DecoderParts): Decoder {
  return new GreedyDecoder(parts);
}

class GreedyDecoder implements Decoder {
  readonly #session: Session;
  readonly #shape: WhisperShape;
  readonly #vocabulary: WhisperVocabulary;
  readonly #noBias: Tensor;
  readonly #bias: Tensor;
  readonly #biasAtStart: Tensor;

  constructor({ session, shape, vocabulary, suppressed }: DecoderParts) {
    this.#session = session;
    this.#shape = shape;
    this.#vocabulary = vocabulary;
    const { size, marks } = vocabulary;
    const bias = new Float32Array(size);
    bias.fill(NEVER, marks.end + 1);
    for (const id of suppressed.always) {
      bias[id] = NEVER;
    }
    const biasAtStart = bias.slice();
    for (const id of suppressed.atStart) {
      biasAtStart[id] = NEVER;
    }
    this.#noBias = new Tensor('float32', new Float32Array(size), [size]);
    this.#bias = new Tensor('float32', bias, [size]);
    this.#biasAtStart = new Tensor('float32', biasAtStart, [size]);
  }

  async decode(cross: CrossAttention, options: DecodeOptions): Promise<Decoding> {
    const { marks, languages } = this.#vocabulary;
    const run = createDecoderRun(this.#session, this.#shape, cross);
    try {
      options.signal?.throwIfAborted();
      // Without a prompt, which would say its own language.
      const logits = await run.scores([marks.start], this.#noBias);
      const code = likeliest(logits, languages, options.languages) ?? 'en';
      const language = languages.get(code);
      const task = language === undefined ? [] : [language, marks.transcribe];
      const opening = [...task, marks.noTimestamps];
      const prompt = options.prompts[code] ?? [];
      if (prompt.length > 0) {
        run.restart();
        opening.unshift(marks.previous, ...prompt, marks.start);
      }
      return {
        ...(await this.#write(run, opening, options)),
        language: code,
        noSpeech: probability(logits, marks.noSpeech),
        languages: languages.size === 0 ? undefined : languageProbabilities(logits, languages),
      };
    } finally {
      run.restart();
    }
  }

  async #write(
    run: DecoderRun,
    opening: readonly number[],
    { positions, signal }: DecodeOptions,
  ): Promise<Pick<Decoding, 'tokens' | 'endMark' | 'hasLooped'>> {
    const { end } = this.#vocabulary.marks;
    const forSound = Math.ceil((positions / POSITIONS_PER_SEC) * MAX_TOKENS_PER_SEC) + MIN_TOKENS;
    const limit = Math.min(forSound, this.#shape.textPositions - run.position - opening.length);
    const tokens: DecodedToken[] = [];
    let input = opening;
    while (tokens.length < limit) {
      signal?.throwIfAborted();
      const bias = tokens.length === 0 ? this.#biasAtStart : this.#bias;
      const next = await run.next(input, bias, positions);
      if (next.token === end) {
        return { tokens, endMark: next, hasLooped: false };
      }
      tokens.push(next);
      const unlooped = lengthWithoutLoop(tokens.map(({ token }) => token));
      if (unlooped < tokens.length) {
        return { tokens: tokens.slice(0, unlooped), endMark: undefined, hasLooped: true };
      }
      input = [next.token];
    }
    return { tokens, endMark: undefined, hasLooped: false };
  }
}

/** The probability of one of all tokens. */
function probability(logits: Float32Array, token: number): number {
  const top = logits.reduce((max, logit) => Math.max(max, logit), -Infinity);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - top), 0);
  return Math.exp((logits[token] ?? -Infinity) - top) / sum;
}
