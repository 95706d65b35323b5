/** Whoever watches the progress of a recording never sees it go back, nor work called done that is still to be done. */
import { describe, expect, it } from 'vitest';
import { createJsonProgress } from '../../src/cli/progress-json.ts';
import { hear } from '../../src/speech/hear.ts';
import { createHearing } from '../../src/speech/hearing.ts';
import { SAMPLE_RATE_HZ } from '../../src/speech/recognizer.ts';
import type { SpeechPool } from '../../src/speech/speech-pool.ts';
import { createPoolListener } from '../../src/speech/speech-pool.ts';
import type { SpeechAnswer, SpeechTask } from '../../src/speech/speech-work.ts';
import { VAD_FRAME_SAMPLES } from '../../src/speech/vad/silero.ts';

const SPEECH_SEC = 18;
const SILENCE_SEC = 6;

/** Speech that is all ones, then silence that is all zeros, in blocks of a second. */
async function* speechThenSilence(): AsyncGenerator<Float32Array, void, undefined> {
  for (let sec = 0; sec < SPEECH_SEC + SILENCE_SEC; sec += 1) {
    yield new Float32Array(SAMPLE_RATE_HZ).fill(sec < SPEECH_SEC ? 1 : 0);
  }
}

/** Children that take ones for speech, and hear nothing in it once `mayRecognize` allows it. */
function createPool(mayRecognize: Promise<void>): SpeechPool {
  async function run(task: SpeechTask): Promise<SpeechAnswer> {
    if (task.kind === 'recognize') {
      await mayRecognize;
      return { kind: 'recognize', heard: { words: [], tokens: 1, logProbability: 0, ended: true } };
    }
    const { samples, state } = task;
    const probabilities = samples.filter((_, index) => index % VAD_FRAME_SAMPLES === 0);
    return { kind: 'detect', detected: { probabilities, state } };
  }
  return {
    run,
    load: () => ({ slots: 1, active: 0, waiting: 0, crashes: 0, pids: [] }),
    close: () => Promise.resolve(),
  };
}

describe('the seconds that are done', () => {
  it('only grow, up to the whole, and leave out what waits for the recogniser', async () => {
    const { promise: mayRecognize, resolve: allow } = Promise.withResolvers<void>();
    const done: number[] = [];
    let doneWhileWaiting: readonly number[] = [];
    async function* blocks(): AsyncGenerator<Float32Array, void, undefined> {
      yield* speechThenSilence();
      doneWhileWaiting = [...done];
      allow();
    }
    const pool = createPool(mayRecognize);
    const model = { name: 'recognizer', languages: ['en'], tellsLanguage: false, maxRssBytes: 1 };
    await hear(pool, blocks(), {
      signal: new AbortController().signal,
      vadModel: 'vad',
      hearing: createHearing({ kind: 'given', listener: createPoolListener(pool, model), language: 'en' }),
      chunks: { maxSec: 20 },
      marginSec: 0.2,
      maxPending: 4,
      onProgress: (doneSec) => done.push(doneSec),
    });
    expect(doneWhileWaiting.length).toBeGreaterThan(0);
    expect(Math.max(...doneWhileWaiting)).toBeLessThanOrEqual(SILENCE_SEC);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.at(-1)).toBeCloseTo(SPEECH_SEC + SILENCE_SEC, 3);
  });
});

describe('the events of --json', () => {
  it('end with the whole, however soon that comes after the step before', () => {
    const events: unknown[] = [];
    const stream = { write: (line: string) => events.push(JSON.parse(line)) > 0 };
    const view = createJsonProgress({ stream, names: ['talk.mp4'], quiet: false, nowMs: () => 0 });
    view.start(0);
    view.update(0, { stage: 'analyze', fraction: 0.99 });
    view.update(0, { stage: 'analyze', fraction: 1 });
    expect(events.at(-1)).toMatchObject({ event: 'progress', stage: 'analyze', fraction: 1 });
  });
});
