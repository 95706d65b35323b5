/**
 * Whisper with nothing around it: one process, one thread, three graphs, greedy decoding, no word times. It shares no
 * code with the product, so that it cannot get slower with it. Started by `whisper-prototype.ts`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { z } from 'zod';
import { prototypeTask } from './whisper-prototype.ts';
import { readVocabulary } from './whisper-vocabulary.ts';

const RATE_HZ = 16_000;
const FRAME = 512;
const FRAME_SEC = FRAME / RATE_HZ;
/** Mel frames a second, and in the window that the model was trained on. */
const MEL_RATE_HZ = 100;
const FULL_MEL_FRAMES = 3000;
const TEXT_POSITIONS = 448;
const OUT_OF_REACH = -1e9;

/** A stretch of sound, in frames. */
type Span = readonly [from: number, to: number];
type Tensors = Record<string, Tensor>;

const task = prototypeTask.parse(JSON.parse(process.argv[2] ?? ''));
const startedMs = performance.now();
const vad = await openGraph(task.vad);
const mel = await openGraph(task.mel);
const encoder = await openGraph(task.encoder);
const decoder = await openGraph(task.decoder);
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(task.modelFolder, name), 'utf8'));
const config = z
  .object({
    lang_ids: z.array(z.number()),
    suppress_ids: z.array(z.number()),
    suppress_ids_begin: z.array(z.number()),
  })
  .parse(readJson('config.json'));
const vocabulary = readVocabulary(task.modelFolder);
const end = vocabulary.idOf('endoftext');
const bias = toBias(config.suppress_ids);
const firstBias = toBias([...config.suppress_ids, ...config.suppress_ids_begin]);
const pastNames = decoder.inputNames.filter((name) => /^p[kv]\d+$/.test(name));
const crossNames = decoder.inputNames.filter((name) => /^c[kv]\d+$/.test(name));
const readySec = (performance.now() - startedMs) / 1000;

const recordings = [];
for (const { wav, language } of task.recordings) {
  const samples = readSound(wav);
  const beganMs = performance.now();
  const texts: string[] = [];
  for (const [from, to] of toChunks(await findSpeech(samples))) {
    texts.push(await hear(samples.slice(from * FRAME, to * FRAME), language));
  }
  const wallSec = (performance.now() - beganMs) / 1000;
  recordings.push({ durationSec: samples.length / RATE_HZ, wallSec, text: texts.join(' ') });
}
console.log(JSON.stringify({ readySec, peakMb: process.resourceUsage().maxRSS / 1024, recordings }));

function openGraph(file: string): Promise<InferenceSession> {
  return InferenceSession.create(file, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
}

/** How likely somebody speaks in each frame, by Silero. */
async function findSpeech(samples: Float32Array): Promise<Float32Array> {
  const probabilities = new Float32Array(Math.floor(samples.length / FRAME));
  const window = new Float32Array(64 + FRAME);
  const rate = new Tensor('int64', BigInt64Array.of(BigInt(RATE_HZ)), []);
  let state: Tensor = new Tensor('float32', new Float32Array(256), [2, 1, 128]);
  for (let frame = 0; frame < probabilities.length; frame += 1) {
    window.copyWithin(0, FRAME);
    window.set(samples.subarray(frame * FRAME, (frame + 1) * FRAME), 64);
    const input = new Tensor('float32', window, [1, window.length]);
    const { output, stateN } = await vad.run({ input, state, sr: rate });
    probabilities[frame] = numbersOf(output)[0] ?? 0;
    state.dispose();
    output?.dispose();
    state = stateN ?? state;
  }
  return probabilities;
}

/** Speech from 0.5 down to 0.35, silences from 0.3 s, speech from 0.2 s, two frames more on each side. */
function toSpans(probabilities: Float32Array): readonly Span[] {
  const spans: Span[] = [];
  let from: number | undefined;
  let quietFrom: number | undefined;
  const close = (to: number): void => {
    if (from !== undefined && (to - from) * FRAME_SEC >= 0.2) {
      spans.push([Math.max(0, from - 2), Math.min(to + 2, probabilities.length)]);
    }
    from = quietFrom = undefined;
  };
  for (const [frame, probability] of probabilities.entries()) {
    if (probability >= 0.5) {
      from ??= frame;
      quietFrom = undefined;
    } else if (probability < 0.35 && from !== undefined) {
      quietFrom ??= frame;
    }
    if (quietFrom !== undefined && (frame + 1 - quietFrom) * FRAME_SEC >= 0.3) {
      close(quietFrom);
    }
  }
  close(quietFrom ?? probabilities.length);
  return spans;
}

/** Neighbours together as long as they fit; what is too long alone, cut where it sounds least like speech. */
function toChunks(probabilities: Float32Array): readonly Span[] {
  const most = task.maxChunkSec / FRAME_SEC;
  const near = task.joinSec / FRAME_SEC;
  const chunks: Span[] = [];
  for (const span of toSpans(probabilities)) {
    const last = chunks.at(-1);
    if (last !== undefined && span[0] - last[1] < near && span[1] - last[0] <= most) {
      chunks[chunks.length - 1] = [last[0], span[1]];
    } else {
      chunks.push(span);
    }
  }
  return chunks.flatMap(([first, to]) => {
    const parts: Span[] = [];
    let from = first;
    while (to - from > most) {
      const middle = Math.floor(from + most / 2);
      const half = probabilities.subarray(middle, Math.floor(from + most));
      const cut = middle + half.indexOf(Math.min(...half));
      parts.push([from, cut]);
      from = cut;
    }
    return [...parts, [from, to] as const];
  });
}

/** One chunk in a window that fits; in a full one when the text repeats itself, as it may in a cut one. */
async function hear(samples: Float32Array, language: string): Promise<string> {
  const fitted = Math.min(FULL_MEL_FRAMES, Math.ceil((samples.length / RATE_HZ + 1) * 2) * (MEL_RATE_HZ / 2));
  const text = await hearInWindow(samples, fitted, language);
  return repeatsItself(text) ? hearInWindow(samples, FULL_MEL_FRAMES, language) : text;
}

async function hearInWindow(samples: Float32Array, melFrames: number, language: string): Promise<string> {
  const pcm = new Float32Array(melFrames * (RATE_HZ / MEL_RATE_HZ) + 240);
  pcm.set(samples.subarray(0, pcm.length - 200), 200);
  pcm.set(samples.slice(1, 201).toReversed());
  const heard = await mel.run({ pcm: new Tensor('float32', pcm, [1, pcm.length]) });
  const cross = await encoder.run(heard, crossNames);
  heard['mel']?.dispose();
  const past = emptyPast(cross);
  let position = 0;
  const step = async (ids: readonly number[], tokenBias: Tensor, wanted: readonly string[]) => {
    const outputs = await decoder.run(
      {
        ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
        pos: new Tensor(
          'int64',
          BigInt64Array.from(ids, (_, index) => BigInt(position + index)),
          [ids.length],
        ),
        bias: tokenBias,
        ...past,
        ...cross,
      },
      [...wanted, 'attn', ...pastNames.map(grownName)],
    );
    position += ids.length;
    for (const [name, tensor] of Object.entries(past)) {
      tensor.dispose();
      past[name] = outputs[grownName(name)] ?? tensor;
    }
    outputs['attn']?.dispose();
    return outputs;
  };

  // The product is told the language as well, and asks the model all the same.
  const opening = await step([vocabulary.idOf('startoftranscript')], bias, ['logits']);
  likeliest(numbersOf(opening['logits']), config.lang_ids);
  opening['logits']?.dispose();
  let next: readonly number[] = [
    vocabulary.idOf(language),
    vocabulary.idOf('transcribe'),
    vocabulary.idOf('notimestamps'),
  ];
  const ids: number[] = [];
  const most = Math.min(Math.ceil((samples.length / RATE_HZ) * 14) + 12, TEXT_POSITIONS - 4);
  while (ids.length < most && !isLoop(ids)) {
    const { best, logp } = await step(next, ids.length === 0 ? firstBias : bias, ['best', 'logp']);
    const id = Number(best?.data[0]);
    best?.dispose();
    logp?.dispose();
    if (id === end) {
      break;
    }
    ids.push(id);
    next = [id];
  }
  for (const tensor of [...Object.values(past), ...Object.values(cross)]) {
    tensor.dispose();
  }
  return vocabulary.toText(ids);
}

/** What comes out for a memory that went in. */
function grownName(pastName: string): string {
  return `n${pastName.slice(1)}`;
}

function emptyPast(cross: Readonly<Tensors>): Tensors {
  const [, heads = 0, , size = 0] = cross['cv0']?.dims ?? [];
  return Object.fromEntries(
    pastNames.map((name) => [name, new Tensor('float32', new Float32Array(0), [1, heads, 0, size])]),
  );
}

/** Puts ids out of reach: those given, and all that are no text. */
function toBias(ids: readonly number[]): Tensor {
  const values = new Float32Array(vocabulary.size);
  for (const id of ids) {
    values[id] = OUT_OF_REACH;
  }
  values.fill(OUT_OF_REACH, end + 1);
  return new Tensor('float32', values, [values.length]);
}

function likeliest(logits: Float32Array, ids: readonly number[]): number {
  return ids.reduce((best, id) => ((logits[id] ?? 0) > (logits[best] ?? 0) ? id : best), ids[0] ?? 0);
}

/** Whether a list of ids ends in one sequence of up to 16, four times over. */
function isLoop(ids: readonly number[]): boolean {
  for (let period = 1; period <= 16; period += 1) {
    const length = Math.max(12, 4 * period);
    const tail = ids.slice(-length);
    if (tail.length === length && tail.every((id, at) => at < period || id === tail[at - period])) {
      return true;
    }
  }
  return false;
}

/** Whether three words or more are said twice in a row, or four or more both begin and end the text. */
function repeatsItself(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const same = (one: number, other: number, length: number): boolean =>
    words.slice(one, one + length).join(' ') === words.slice(other, other + length).join(' ');
  for (let length = 3; length < words.length; length += 1) {
    if (length > 3 && same(0, words.length - length, length)) {
      return true;
    }
    for (let at = 0; at + 2 * length <= words.length; at += 1) {
      if (same(at, at + length, length)) {
        return true;
      }
    }
  }
  return false;
}

function numbersOf(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) {
    throw new TypeError('a graph gives no numbers');
  }
  return tensor.data;
}

/** The samples of a 16-bit mono WAV file. */
function readSound(file: string): Float32Array {
  const bytes = readFileSync(file);
  const data = bytes.subarray(bytes.indexOf('data', 0, 'latin1') + 8);
  return Float32Array.from({ length: data.length >> 1 }, (_, at) => data.readInt16LE(2 * at) / 32_768);
}
