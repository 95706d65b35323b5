import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inBlocks } from '../../test/support/audio.ts';
import type { HearOptions } from './hear.ts';
import { hear as hearWith } from './hear.ts';
import { createHearing } from './hearing.ts';
import type { Heard } from './recognizer.ts';
import { SAMPLE_RATE_HZ } from './recognizer.ts';
import type { SpeechPool } from './speech-pool.ts';
import { createPoolListener } from './speech-pool.ts';
import type { SpeechAnswer, SpeechTask } from './speech-work.ts';
import { VAD_FRAME_SAMPLES } from './vad/silero.ts';

type Recognize = (samples: Float32Array) => Heard | Promise<Heard>;

/** Speech is drawn in seconds, silence and speech in turns; each sample of speech is the number of its stretch. */
function draw(...seconds: readonly number[]): Float32Array {
  const total = seconds.reduce((sum, sec) => sum + sec, 0);
  const samples = new Float32Array(Math.round(total * SAMPLE_RATE_HZ));
  let atSec = 0;
  for (const [index, sec] of seconds.entries()) {
    const isSpeech = index % 2 === 1;
    samples.fill(
      isSpeech ? (index + 1) / 2 : 0,
      Math.round(atSec * SAMPLE_RATE_HZ),
      Math.round((atSec + sec) * SAMPLE_RATE_HZ),
    );
    atSec += sec;
  }
  return samples;
}

/** A pool in this process: a frame is speech when it begins with some, and chunks are heard as the test says. */
function createPool(recognize: Recognize) {
  const seen = { chunks: [] as Float32Array[], detects: 0, atOnce: 0, mostAtOnce: 0 };
  const run = async (
    task: SpeechTask,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<SpeechAnswer> => {
    signal.throwIfAborted();
    if (task.kind === 'detect') {
      seen.detects += 1;
      const probabilities = task.samples
        .filter((_, index) => index % VAD_FRAME_SAMPLES === 0)
        .map((sample) => (sample > 0 ? 0.9 : 0.1));
      return { kind: 'detect', detected: { probabilities, state: task.state } };
    }
    seen.chunks.push(task.samples);
    seen.atOnce += 1;
    seen.mostAtOnce = Math.max(seen.mostAtOnce, seen.atOnce);
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const onAbort = (): void => {
      reject(signal.reason);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return { kind: 'recognize', heard: await Promise.race([recognize(task.samples), aborted]) };
    } finally {
      signal.removeEventListener('abort', onAbort);
      seen.atOnce -= 1;
    }
  };
  const pool: SpeechPool = {
    run,
    load: () => ({ slots: 2, active: seen.atOnce, waiting: 0, crashes: 0, pids: [] }),
    close: () => Promise.resolve(),
  };
  return { pool, seen };
}

const OPTIONS: Omit<HearOptions, 'hearing'> = {
  signal: new AbortController().signal,
  vadModel: 'vad',
  chunks: { maxSec: 20 },
  marginSec: 0.2,
  maxPending: 4,
};

/** Hears with one model, in one language. */
function hear(pool: SpeechPool, blocks: AsyncIterable<Float32Array>, options: Omit<HearOptions, 'hearing'>) {
  const model = { name: 'recognizer', languages: ['en'], tellsLanguage: false, maxRssBytes: 1 };
  const hearing = createHearing({
    kind: 'given',
    listener: createPoolListener(pool, model),
    language: 'en',
  });
  return hearWith(pool, blocks, { ...options, hearing });
}

/** One word over the whole of the speech in a chunk, named by the stretch that it begins with. */
function oneWord(samples: Float32Array): Heard {
  const first = samples.findIndex((sample) => sample > 0);
  const last = samples.findLastIndex((sample) => sample > 0);
  const text = String(samples[first]);
  return {
    words: [{ text, startSec: first / SAMPLE_RATE_HZ, endSec: (last + 1) / SAMPLE_RATE_HZ, confidence: 1 }],
    tokens: 2,
    logProbability: -0.2,
    ended: true,
  };
}

const NO_WORD: Heard = { words: [], tokens: 1, logProbability: -1, ended: true };
const sec = (samples: Float32Array): number => samples.length / SAMPLE_RATE_HZ;

describe('hear', () => {
  it('gives word times from the start of the recording', async () => {
    const { pool } = createPool(oneWord);
    const { chunks, speech, durationSec } = await hear(pool, inBlocks(draw(4, 3, 20, 3, 1), 0.7), OPTIONS);
    expect(durationSec).toBe(31);
    expect(speech).toHaveLength(2);
    const words = chunks.flatMap((chunk) => chunk.words);
    expect(words.map(({ text }) => text)).toEqual(['1', '2']);
    expect(words[0]?.startSec).toBeCloseTo(4, 1);
    expect(words[0]?.endSec).toBeCloseTo(7, 1);
    expect(words[1]?.startSec).toBeCloseTo(27, 1);
    expect(words[1]?.endSec).toBeCloseTo(30, 1);
  });

  it('keeps the order of the chunks, whichever is heard first', async () => {
    const waiting: (() => void)[] = [];
    const { pool } = createPool(async (samples) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 4) {
          waiting.toReversed().forEach((release) => {
            release();
          });
        }
      });
      return oneWord(samples);
    });
    const { chunks } = await hear(pool, inBlocks(draw(1, 2, 3, 2, 3, 2, 3, 2, 3)), OPTIONS);
    expect(chunks.flatMap(({ words }) => words.map(({ text }) => text))).toEqual(['1', '2', '3', '4']);
  });

  it('hears 0.2 s of silence around each chunk, and no speech of another', async () => {
    const { pool, seen } = createPool(oneWord);
    await hear(pool, inBlocks(draw(1, 3, 1.7, 3, 5)), OPTIONS);
    expect(seen.chunks).toHaveLength(2);
    for (const chunk of seen.chunks) {
      expect(sec(chunk)).toBeGreaterThan(3.35);
      expect(sec(chunk)).toBeLessThan(3.45);
      expect(new Set(chunk).size).toBe(2);
    }
  });

  it('hears as much silence around a chunk as it is told to, but never into the speech that follows', async () => {
    const { pool, seen } = createPool(oneWord);
    const sound = draw(1, 12, 0.5, 12, 3);
    await hear(pool, inBlocks(sound), { ...OPTIONS, marginSec: 0.9 });
    expect(seen.chunks).toHaveLength(2);
    expect(seen.chunks.map((chunk) => new Set(chunk).size)).toEqual([2, 2]);
    for (const chunk of seen.chunks) {
      expect(sec(chunk)).toBeGreaterThan(13.2);
      expect(sec(chunk)).toBeLessThan(13.5);
    }
  });

  it('cuts speech that never ends into chunks that meet: nothing is heard twice, nothing is left out', async () => {
    const { pool, seen } = createPool(oneWord);
    const { speech } = await hear(pool, inBlocks(draw(1, 70, 1)), OPTIONS);
    expect(speech).toHaveLength(1);
    const spokenSec = seen.chunks.reduce(
      (sum, chunk) => sum + chunk.filter((sample) => sample > 0).length,
      0,
    );
    expect(spokenSec / SAMPLE_RATE_HZ).toBeCloseTo(70, 1);
    expect(Math.max(...seen.chunks.map(sec))).toBeLessThanOrEqual(20.4);
  });

  it.each([
    ['ran into its limit', { ...NO_WORD, words: oneWord(Float32Array.of(1)).words, ended: false }],
    ['heard no word in it', NO_WORD],
  ])('hears a chunk again in halves when the model %s', async (_why, first) => {
    const { pool, seen } = createPool((samples) => (sec(samples) > 6 ? first : oneWord(samples)));
    const { chunks } = await hear(pool, inBlocks(draw(1, 10, 3)), OPTIONS);
    expect(chunks).toHaveLength(1);
    expect(seen.chunks.length).toBeGreaterThanOrEqual(3);
    const heard = chunks[0];
    expect(heard?.words.length).toBeGreaterThanOrEqual(2);
    expect(heard?.words[0]?.startSec).toBeCloseTo(1, 1);
    expect(heard?.words.at(-1)?.endSec).toBeCloseTo(11, 1);
    // What counts are the halves that made sense.
    expect(heard?.tokens).toBe(2 * (heard?.words.length ?? 0));
    expect(heard?.ended).toBe(true);
  });

  it('does not halve what is short already, nor for ever', async () => {
    const { pool, seen } = createPool(() => NO_WORD);
    await hear(pool, inBlocks(draw(1, 4, 3)), OPTIONS);
    expect(seen.chunks).toHaveLength(1);
    await hear(pool, inBlocks(draw(1, 18, 3)), OPTIONS);
    expect(Math.min(...seen.chunks.slice(1).map(sec))).toBeGreaterThan(1);
    expect(seen.chunks.length).toBeLessThan(1 + 16);
  });

  it('has no more chunks under way than it may', async () => {
    const { pool, seen } = createPool(async (samples) => {
      await nextTurn();
      return oneWord(samples);
    });
    const sound = draw(...Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 2 : 1)));
    const { chunks } = await hear(pool, inBlocks(sound), { ...OPTIONS, maxPending: 3 });
    expect(chunks).toHaveLength(20);
    expect(seen.mostAtOnce).toBeLessThanOrEqual(3);
  });

  it('stops reading when a chunk fails, and ends the others', async () => {
    let read = 0;
    let ended = false;
    async function* blocks(): AsyncGenerator<Float32Array, void, undefined> {
      try {
        for await (const block of inBlocks(draw(1, 3, 3, 3, 3, 3, 30))) {
          read += 1;
          yield block;
        }
      } finally {
        ended = true;
      }
    }
    const { pool, seen } = createPool((samples) =>
      samples.includes(1) ? Promise.reject(new RangeError('no memory')) : new Promise(() => undefined),
    );
    await expect(hear(pool, blocks(), OPTIONS)).rejects.toThrow('no memory');
    expect(ended).toBe(true);
    expect(read).toBeLessThan(46);
    expect(seen.atOnce).toBe(0);
  });

  it('asks nothing of a child for a recording without sound', async () => {
    const { pool, seen } = createPool(oneWord);
    const progress: number[] = [];
    const heard = await hear(pool, inBlocks(new Float32Array(0)), {
      ...OPTIONS,
      onProgress: (doneSec) => progress.push(doneSec),
    });
    expect(heard).toEqual({ speech: [], chunks: [], durationSec: 0 });
    expect(seen.detects).toBe(0);
    expect(progress).toEqual([0]);
  });

  it.each([1, 511, 512, 513, 160_000, 159_744, 159_745])(
    'takes a recording of %d samples, whole frames or not, and ends no stretch after it',
    async (length) => {
      const { pool } = createPool(oneWord);
      const { speech, durationSec } = await hear(
        pool,
        inBlocks(new Float32Array(length).fill(1), 0.33),
        OPTIONS,
      );
      expect(durationSec).toBe(length / SAMPLE_RATE_HZ);
      for (const { startSec, endSec } of speech) {
        expect(startSec).toBeLessThan(endSec);
        expect(endSec).toBeLessThanOrEqual(durationSec);
      }
    },
  );
});
