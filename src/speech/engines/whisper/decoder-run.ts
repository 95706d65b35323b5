/** One run of the decoder's graph over one window: feeds it token by token, and keeps what it has to remember. */
import type { InferenceSession as Session } from 'onnxruntime-node';
import { Tensor } from 'onnxruntime-node';
import type { DecodedToken } from '../../decoded-token.ts';
import { floatsOf, outputOf } from '../../onnx-runtime.ts';
import type { WhisperShape } from './graphs/open-graphs.ts';

/** Keys and values of the encoder's output, by the names of the decoder's inputs. */
export type CrossAttention = Readonly<Record<string, Tensor>>;

/** See {@link createDecoderRun}. */
export interface DecoderRun {
  /** How many tokens it has been fed. */
  readonly position: number;
  /** Feeds tokens, and gives the scores of every token for the next one. */
  scores(tokens: readonly number[], bias: Tensor): Promise<Float32Array>;
  /**
   * Feeds tokens, and gives the likeliest next one.
   *
   * @param bias added to the scores
   * @param positions how many of the encoder's positions its attention is about
   */
  next(tokens: readonly number[], bias: Tensor, positions: number): Promise<DecodedToken>;
  /** Forgets what it was fed. Has to be called at the end as well: it frees the memory. */
  restart(): void;
}

/** Starts a run. */
export function createDecoderRun(session: Session, shape: WhisperShape, cross: CrossAttention): DecoderRun {
  return new CachedRun(session, shape, cross);
}

class CachedRun implements DecoderRun {
  readonly #session: Session;
  readonly #cross: CrossAttention;
  /** The shape of a cache without a position. */
  readonly #emptyShape: readonly number[];
  /** Endings of the names of caches: `k0`, `v0`, `k1` and so on. */
  readonly #caches: readonly string[];
  #past: readonly Tensor[] = [];
  #position = 0;

  constructor(session: Session, { layers, heads, headSize }: WhisperShape, cross: CrossAttention) {
    this.#session = session;
    this.#cross = cross;
    this.#emptyShape = [1, heads, 0, headSize];
    this.#caches = Array.from({ length: layers }, (_, layer) => [`k${layer}`, `v${layer}`]).flat();
  }

  get position(): number {
    return this.#position;
  }

  async scores(tokens: readonly number[], bias: Tensor): Promise<Float32Array> {
    const outputs = await this.#run(tokens, bias, ['logits']);
    const logits = outputOf(outputs, 'logits');
    const scores = floatsOf(logits).slice();
    logits.dispose();
    return scores;
  }

  async next(tokens: readonly number[], bias: Tensor, positions: number): Promise<DecodedToken> {
    const outputs = await this.#run(tokens, bias, ['best', 'logp', 'attn']);
    const [best, logp, attn] = ['best', 'logp', 'attn'].map((name) => outputOf(outputs, name));
    if (best === undefined || logp === undefined || attn === undefined) {
      throw new TypeError('the decoder gives no token');
    }
    const decoded = {
      token: Number(best.data[0]),
      logProbability: floatsOf(logp)[0] ?? 0,
      attention: meanAttention(attn, positions),
    };
    for (const tensor of [best, logp, attn]) {
      tensor.dispose();
    }
    return decoded;
  }

  restart(): void {
    for (const tensor of this.#past) {
      tensor.dispose();
    }
    this.#past = [];
    this.#position = 0;
  }

  async #run(
    tokens: readonly number[],
    bias: Tensor,
    wanted: readonly string[],
  ): Promise<Session.OnnxValueMapType> {
    const past = Object.fromEntries(
      this.#caches.map((name, index) => [
        `p${name}`,
        this.#past[index] ?? new Tensor('float32', new Float32Array(0), this.#emptyShape),
      ]),
    );
    const ids = BigInt64Array.from(tokens, BigInt);
    const places = BigInt64Array.from(tokens, (_, index) => BigInt(this.#position + index));
    const outputs = await this.#session.run(
      {
        ids: new Tensor('int64', ids, [1, tokens.length]),
        pos: new Tensor('int64', places, [tokens.length]),
        bias,
        ...past,
        ...this.#cross,
      },
      // What is not named is not computed, or not copied.
      [...wanted, ...this.#caches.map((name) => `n${name}`)],
    );
    const position = this.#position + tokens.length;
    this.restart();
    this.#past = this.#caches.map((name) => outputOf(outputs, `n${name}`));
    this.#position = position;
    return outputs;
  }
}

/** The attention of the last token fed: of each head scaled to a sum of 1 over the positions, then their mean. */
function meanAttention(attn: Tensor, positions: number): Float32Array {
  const [, heads = 0, tokens = 0, width = 0] = attn.dims;
  const weights = floatsOf(attn);
  const mean = new Float32Array(positions);
  for (let head = 0; head < heads; head += 1) {
    const start = (head * tokens + tokens - 1) * width;
    const row = weights.subarray(start, start + positions);
    const sum = row.reduce((total, weight) => total + weight, 0);
    const scale = sum === 0 ? 0 : 1 / (sum * heads);
    for (let position = 0; position < positions; position += 1) {
      mean[position] = (mean[position] ?? 0) + (row[position] ?? 0) * scale;
    }
  }
  return mean;
}
