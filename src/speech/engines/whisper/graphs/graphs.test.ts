import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Matrix, PlainWhisper } from '../../../../../test/support/plain-whisper.ts';
import { createPlainWhisper, relativeError } from '../../../../../test/support/plain-whisper.ts';
import type { TinyTensors } from '../../../../../test/support/tiny-whisper-weights.ts';
import { tinyTensors } from '../../../../../test/support/tiny-whisper.ts';
import type { Graph } from '../../../onnx/graph.ts';
import { modelBytes } from '../../../onnx/write-model.ts';
import { decoderGraph } from './decoder.ts';
import { encoderGraph } from './encoder.ts';
import type { WhisperVariant } from './layers.ts';

/** Layers of both sides differ, as in the turbo model, and two heads of one layer come before one of another. */
const OPTIONS = { kind: 'random', encoderLayers: 2, decoderLayers: 3 } as const;
const HEADS = 2;
const HEAD_SIZE = 16;
const ALIGNMENT_HEADS = [
  [0, 1],
  [2, 1],
  [2, 0],
] as const;
const FRAMES = 40;
const TOKENS = [260, 5, 1_776, 300, 12];

/** How far the numbers may be from those of the plain pass, as a part of their size: 8 bits round at every layer. */
const MAX_ERROR = { float32: 1e-5, int8: 6e-2 } as const;

type Feeds = Record<string, Tensor>;

interface Sessions {
  readonly encoder: InferenceSession;
  readonly decoder: InferenceSession;
}

const tensors: TinyTensors = tinyTensors(OPTIONS);
const vocabularySize = tensors['decoder/embeddings/weight']?.shape[0] ?? 0;
const plain: PlainWhisper = createPlainWhisper(tensors, { ...OPTIONS, heads: HEADS });

function melOf(seed: number, frames: number): Matrix {
  return Array.from({ length: 80 }, (_, band) =>
    Array.from({ length: frames }, (_frame, frame) => Math.sin(seed + band * 0.7 + frame ** 1.5)),
  );
}

async function openGraphs(variant: WhisperVariant): Promise<Sessions> {
  const sizes = {
    width: HEADS * HEAD_SIZE,
    melBands: 80,
    encoderLayers: OPTIONS.encoderLayers,
    decoderLayers: OPTIONS.decoderLayers,
    encoderHeads: HEADS,
    decoderHeads: HEADS,
    vocabularySize,
    audioPositions: 1_500,
    textPositions: 448,
  };
  const model = { sizes, floats: readFloats };
  return {
    encoder: await openSession(encoderGraph(model, variant)),
    decoder: await openSession(decoderGraph(model, variant, ALIGNMENT_HEADS)),
  };
}

function readFloats(name: string): Promise<Float32Array> {
  const { values } = tensors[name] ?? {};
  return values === undefined ? Promise.reject(new Error(`no tensor ${name}`)) : Promise.resolve(values);
}

async function openSession(graph: Graph): Promise<InferenceSession> {
  const bytes = (await modelBytes(graph)) ?? new Uint8Array();
  return InferenceSession.create(bytes, { intraOpNumThreads: 1, logSeverityLevel: 3 });
}

function floatTensor(values: readonly number[], dims: readonly number[]): Tensor {
  return new Tensor('float32', Float32Array.from(values), dims);
}

function integerTensor(values: readonly number[], dims: readonly number[]): Tensor {
  return new Tensor('int64', BigInt64Array.from(values, BigInt), dims);
}

function numbersOf(tensor: Tensor | undefined): readonly number[] {
  return Array.from(tensor?.data ?? [], Number);
}

async function encode({ encoder }: Sessions, mels: readonly Matrix[]): Promise<Feeds> {
  const frames = mels[0]?.[0]?.length ?? 0;
  return { ...(await encoder.run({ mel: floatTensor(mels.flat(2), [mels.length, 80, frames]) })) };
}

/** One step; `past` takes what the step before gave as `nk0`, `nv0` …, or nothing. */
async function decode(
  { decoder }: Sessions,
  texts: readonly (readonly number[])[],
  sound: Feeds,
  { past = {}, before = 0, bias = {} }: { past?: Feeds; before?: number; bias?: Record<number, number> } = {},
): Promise<Feeds> {
  const count = texts[0]?.length ?? 0;
  const empty = floatTensor([], [texts.length, HEADS, 0, HEAD_SIZE]);
  const cache = Array.from({ length: OPTIONS.decoderLayers }, (_, layer) => [
    [`pk${layer}`, past[`nk${layer}`] ?? empty] as const,
    [`pv${layer}`, past[`nv${layer}`] ?? empty] as const,
  ]).flat();
  const found = await decoder.run({
    ids: integerTensor(texts.flat(), [texts.length, count]),
    pos: integerTensor(
      Array.from({ length: count }, (_, at) => before + at),
      [count],
    ),
    bias: floatTensor(
      Array.from({ length: vocabularySize }, (_, token) => bias[token] ?? 0),
      [vocabularySize],
    ),
    ...Object.fromEntries(cache),
    ...sound,
  });
  return { ...found };
}

/** What belongs to one head. */
function columnsOf(matrix: Matrix, head: number): Matrix {
  return matrix.map((row) => row.slice(head * HEAD_SIZE, (head + 1) * HEAD_SIZE));
}

function transposed(matrix: Matrix): Matrix {
  return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] ?? 0));
}

/** What the plain pass says that the graph should give as `attn`: by alignment head, then token. */
function plainAttention(states: Matrix): readonly number[] {
  const { attention } = plain.decode(TOKENS, states);
  return ALIGNMENT_HEADS.flatMap(([layer, head]) => attention[layer]?.[head]?.flat() ?? []);
}

describe.each(['float32', 'int8'] as const)('the graphs in %s', (variant) => {
  const mels = [melOf(1, FRAMES), melOf(2, FRAMES)];
  const states = mels.map((mel) => plain.encode(mel));
  let sessions: Sessions;
  let sound: Feeds;

  beforeAll(async () => {
    sessions = await openGraphs(variant);
    sound = await encode(sessions, mels);
  });
  afterAll(async () => {
    await Promise.all([sessions.encoder.release(), sessions.decoder.release()]);
  });

  it('encode sound into what each layer of the decoder attends to', () => {
    for (let layer = 0; layer < OPTIONS.decoderLayers; layer += 1) {
      const positions = FRAMES / 2;
      const expected = states.map((state) => plain.keysAndValues(layer, state));
      const byHead = expected.map(({ keys, values }) => ({
        keys: [0, 1].flatMap((head) => transposed(columnsOf(keys, head)).flat()),
        values: [0, 1].flatMap((head) => columnsOf(values, head).flat()),
      }));
      expect(sound[`ck${layer}`]?.dims).toEqual([2, HEADS, HEAD_SIZE, positions]);
      expect(sound[`cv${layer}`]?.dims).toEqual([2, HEADS, positions, HEAD_SIZE]);
      const keys = byHead.flatMap((one) => one.keys);
      const values = byHead.flatMap((one) => one.values);
      expect(relativeError(numbersOf(sound[`ck${layer}`]), keys)).toBeLessThan(MAX_ERROR[variant]);
      expect(relativeError(numbersOf(sound[`cv${layer}`]), values)).toBeLessThan(MAX_ERROR[variant]);
    }
  });

  it('encode the longest sound', async () => {
    const longest = await encode(sessions, [melOf(1, 3_000)]);
    expect(longest['ck0']?.dims).toEqual([1, HEADS, HEAD_SIZE, 1_500]);
    expect(numbersOf(longest['cv2']).every(Number.isFinite)).toBe(true);
  });

  it('tell how likely each token is, and where the decoder looked, for each sound of a batch', async () => {
    const other = TOKENS.toReversed();
    const { logits, attn } = await decode(sessions, [TOKENS, other], sound);
    const expected = [
      plain.decode(TOKENS, states[0] ?? []).logits,
      plain.decode(other, states[1] ?? []).logits,
    ].flat();
    expect(logits?.dims).toEqual([2, vocabularySize]);
    expect(relativeError(numbersOf(logits), expected)).toBeLessThan(MAX_ERROR[variant]);

    expect(attn?.dims).toEqual([2, ALIGNMENT_HEADS.length, TOKENS.length, FRAMES / 2]);
    const looks = plainAttention(states[0] ?? []);
    expect(relativeError(numbersOf(attn).slice(0, looks.length), looks)).toBeLessThan(MAX_ERROR[variant]);
  });

  it('tell the same token by token as for the whole text at once', async () => {
    const one = await encode(sessions, mels.slice(0, 1));
    const whole = await decode(sessions, [TOKENS], one);
    let past: Feeds = {};
    for (const [before, token] of TOKENS.entries()) {
      past = await decode(sessions, [[token]], one, { past, before });
      expect(past['nk1']?.dims).toEqual([1, HEADS, before + 1, HEAD_SIZE]);
    }
    for (const name of ['logits', 'nk2', 'nv2']) {
      expect(relativeError(numbersOf(past[name]), numbersOf(whole[name]))).toBeLessThan(1e-5);
    }
    const looks = numbersOf(whole['attn']);
    const lastLooks = ALIGNMENT_HEADS.flatMap((_, head) => {
      const row = head * TOKENS.length + TOKENS.length - 1;
      return looks.slice((row * FRAMES) / 2, ((row + 1) * FRAMES) / 2);
    });
    expect(relativeError(numbersOf(past['attn']), lastLooks)).toBeLessThan(1e-5);
  });

  it('choose the likeliest token that may come, and tell its probability among these', async () => {
    const one = await encode(sessions, mels.slice(0, 1));
    const { logits } = await decode(sessions, [TOKENS], one);
    const scores = numbersOf(logits);
    const order = scores.map((_, token) => token).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    const [first = 0, second = 0] = order;

    const free = await decode(sessions, [TOKENS], one);
    expect(numbersOf(free['best'])).toEqual([first]);
    const held = await decode(sessions, [TOKENS], one, { bias: { [first]: -1e9 } });
    expect(numbersOf(held['best'])).toEqual([second]);
    expect(numbersOf(held['logits'])).toEqual(scores);

    const allowed = scores.filter((_, token) => token !== first);
    const total = allowed.reduce((sum, score) => sum + Math.exp(score - (scores[second] ?? 0)), 0);
    expect(numbersOf(held['logp'])[0]).toBeCloseTo(-Math.log(total), 4);
  });
});
