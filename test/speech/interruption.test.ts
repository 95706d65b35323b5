/** Work that is interrupted: children that go away, recordings that are cancelled, sources that fail or stall. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Speech, SpeechResult } from '../../src/speech/index.ts';
import { isRunning } from '../compute/processes.ts';
import { EXAMPLE_TALKS, cutSound, decodeSound, inBlocks } from '../support/audio.ts';
import { openSpeech } from '../support/models.ts';

const PATIENCE = { timeout: 20_000, interval: 5 };
const never = new AbortController().signal;

let samples: Float32Array;
let undisturbed: SpeechResult;
let parts: Speech[] = [];

beforeAll(async () => {
  samples = cutSound(await decodeSound(EXAMPLE_TALKS.en), 0, 30);
  undisturbed = await make(2).transcribe(inBlocks(samples), { language: 'auto', signal: never });
});

afterEach(async () => {
  await Promise.all(parts.map((part) => part.close()));
  parts = [];
});

function make(
  slots: number,
  options: { readonly taskTimeoutMs?: number; readonly maxChildBytes?: number } = {},
) {
  const speech = openSpeech({ slots, ...options });
  parts.push(speech);
  return speech;
}

/** The same sound, from a source that can be watched. */
function watched(signal?: AbortSignal) {
  const seen = { ended: false };
  async function* blocks(): AsyncGenerator<Float32Array, void, undefined> {
    try {
      yield* inBlocks(samples);
      if (signal !== undefined) {
        // More is to come, and never does.
        await new Promise(() => undefined);
      }
    } finally {
      seen.ended = true;
    }
  }
  return { blocks: blocks(), seen };
}

async function* failing(): AsyncGenerator<Float32Array, void, undefined> {
  yield* inBlocks(cutSound(samples, 0, 15));
  throw new RangeError('the disk went away');
}

describe('a speech child that goes away', () => {
  it('in the midst of a recording costs no word', async () => {
    const speech = make(2);
    let killed = 0;
    const result = await speech.transcribe(inBlocks(samples), {
      language: 'auto',
      signal: never,
      onProgress: () => {
        const [pid] = speech.load().pids;
        if (killed < 2 && pid !== undefined) {
          killed += 1;
          process.kill(pid, 'SIGKILL');
        }
      },
    });
    expect(killed).toBe(2);
    expect(speech.load().crashes).toBe(2);
    expect(result).toEqual(undisturbed);
  });

  it('whenever it is at work fails the recording, and the next one is heard', async () => {
    const speech = make(2);
    const killing = setInterval(() => {
      for (const pid of speech.load().pids) {
        process.kill(pid, 'SIGKILL');
      }
    }, 20);
    const { blocks, seen } = watched();
    try {
      await expect(speech.transcribe(blocks, { language: 'auto', signal: never })).rejects.toMatchObject({
        code: 'worker-crashed',
        details: { how: 'SIGKILL' },
      });
    } finally {
      clearInterval(killing);
    }
    expect(seen.ended).toBe(true);
    await vi.waitFor(() => {
      expect(speech.load()).toMatchObject({ active: 0, waiting: 0 });
    }, PATIENCE);
    expect(await speech.transcribe(inBlocks(samples), { language: 'auto', signal: never })).toEqual(
      undisturbed,
    );
  });

  it('is replaced when it has grown too large, which costs no word either', async () => {
    const speech = make(1, { maxChildBytes: 1 });
    const short = cutSound(samples, 0, 9);
    const pids = new Set<number>();
    const ask = {
      language: 'auto',
      signal: never,
      onProgress: () => speech.load().pids.forEach((pid) => pids.add(pid)),
    };
    const result = await speech.transcribe(inBlocks(short), ask);
    expect(result.transcript).toMatchObject({ words: expect.arrayContaining([expect.anything()]) });
    expect(pids.size).toBeGreaterThan(1);
    expect(speech.load().crashes).toBe(0);
  });
});

describe('a recording that is cancelled', () => {
  it('ends within 200 ms with the reason; its source ends, and no child goes on with it', async () => {
    const speech = make(2);
    const controller = new AbortController();
    const { blocks, seen } = watched();
    const work = speech.transcribe(blocks, { language: 'auto', signal: controller.signal });
    work.catch(() => undefined);
    await vi.waitFor(() => {
      expect(speech.load().active).toBe(2);
    }, PATIENCE);
    const atWork = speech.load();
    const abortedAt = performance.now();
    controller.abort(new RangeError('no need'));
    await expect(work).rejects.toThrow('no need');
    expect(performance.now() - abortedAt).toBeLessThan(200);
    expect(seen.ended).toBe(true);
    expect(speech.load()).toMatchObject({ active: 0, waiting: 0, crashes: 0 });
    expect(atWork.pids.filter(isRunning)).toEqual([]);
  });

  it('ends although its source gives nothing more', async () => {
    const speech = make(1);
    const controller = new AbortController();
    const { blocks } = watched(controller.signal);
    const work = speech.transcribe(blocks, {
      language: 'auto',
      signal: controller.signal,
      onProgress: (doneSec) => {
        if (doneSec > 10) {
          controller.abort(new RangeError('no need'));
        }
      },
    });
    await expect(work).rejects.toThrow('no need');
  });

  it('is not begun when it was cancelled before', async () => {
    const speech = make(1);
    const { blocks } = watched();
    await expect(
      speech.transcribe(blocks, { language: 'auto', signal: AbortSignal.abort(new RangeError('no need')) }),
    ).rejects.toThrow('no need');
    expect(speech.load().pids).toEqual([]);
  });

  it('does not disturb another one', async () => {
    const speech = make(2);
    const controller = new AbortController();
    const cancelled = speech.transcribe(inBlocks(samples), {
      language: 'auto',
      signal: controller.signal,
      onProgress: () => {
        controller.abort(new RangeError('no need'));
      },
    });
    const other = speech.transcribe(inBlocks(samples), { language: 'auto', signal: never });
    await expect(cancelled).rejects.toThrow('no need');
    expect(await other).toEqual(undisturbed);
  });
});

describe('a recording whose source fails', () => {
  it('fails with that, and leaves no work behind', async () => {
    const speech = make(1);
    await expect(speech.transcribe(failing(), { language: 'auto', signal: never })).rejects.toThrow(
      'the disk went away',
    );
    expect(speech.load()).toMatchObject({ active: 0, waiting: 0 });
  });
});

describe('work that takes too long', () => {
  it('fails the recording', async () => {
    const speech = make(1, { taskTimeoutMs: 1 });
    const { blocks, seen } = watched();
    await expect(speech.transcribe(blocks, { language: 'auto', signal: never })).rejects.toMatchObject({
      code: 'task-timeout',
    });
    expect(seen.ended).toBe(true);
  });
});

describe('closing', () => {
  it('ends a recording as cancelled, and leaves no child', async () => {
    const speech = make(2);
    const { promise: begun, resolve: hasBegun } = Promise.withResolvers<void>();
    const work = speech.transcribe(inBlocks(samples), {
      language: 'auto',
      signal: never,
      onProgress: () => {
        hasBegun();
      },
    });
    const outcome = work.catch((error: unknown) => error);
    await begun;
    const { pids } = speech.load();
    await speech.close();
    expect(await outcome).toMatchObject({ code: 'cancelled' });
    expect(pids.filter(isRunning)).toEqual([]);
  });
});
