import { describe, expect, it } from 'vitest';
import { inBlocks } from '../../test/support/audio.ts';
import { AppError } from '../errors/index.ts';
import type { Probe } from '../media/index.ts';
import type { InstalledModel, ModelEntry, SpeechResult } from '../speech/index.ts';
import { createModels } from '../speech/index.ts';
import { createSilentLogger } from '../telemetry/index.ts';
import { createVoiceTracker } from '../voice/index.ts';
import type { AnalyzeRequest } from './analyze-request.ts';
import type { Progress } from './progress.ts';
import { createTell } from './progress.ts';
import { createStageLog } from './stage-log.ts';
import { transcribe } from './transcribe.ts';

const PROBE: Probe = {
  durationSec: 10,
  container: 'mp4',
  codec: 'aac',
  sampleRateHz: 48_000,
  channels: 1,
  isDurationEstimated: false,
  bytes: 1000,
  streamIndex: 0,
};
const UNKNOWN: SpeechResult = {
  speech: [],
  transcript: { absent: 'language-not-supported' },
  notices: [],
  durationSec: 10,
  needsAnotherModel: true,
};
const INSTALLED: InstalledModel = {
  name: 'whisper-base',
  role: 'recognizer',
  engine: 'whisper',
  languages: ['en', 'ru'],
  licence: 'MIT',
  folder: '/nowhere/whisper-base',
  files: [],
  identity: { name: 'whisper-base', version: '1', sha256: '0'.repeat(64) },
  unverified: false,
};
const TRACKS = createVoiceTracker().end();
const KNOWN: SpeechResult = { ...UNKNOWN, needsAnotherModel: false };

async function readAll(blocks: AsyncIterable<Float32Array>): Promise<void> {
  let read = 0;
  for await (const samples of blocks) {
    read += samples.length;
  }
  expect(read).toBe(60 * 16_000);
}

interface World {
  readonly deps: Parameters<typeof transcribe>[0];
  readonly pulled: string[];
  readonly decodings: () => number;
  readonly trackings: () => number;
}

/** A speech part that answers in turn, with models of the real catalogue that are pulled in no time. */
function createWorld(...answers: readonly (SpeechResult | Error)[]): World {
  const pulled: string[] = [];
  let decodings = 0;
  const known = createModels({ folder: '/nowhere', env: {} });
  const models: World['deps']['models'] = {
    resolve: (name) => known.resolve(name),
    bestToPull: (language) => known.bestToPull(language),
    pull: (name, { onProgress }) => {
      onProgress?.({ name, phase: 'fetching', source: 'here', bytesDone: 5, bytesTotal: 10 });
      pulled.push(name);
      return Promise.resolve(INSTALLED);
    },
  };
  let asked = 0;
  const speech: World['deps']['speech'] = {
    transcribe: async (blocks, { onProgress }) => {
      const answer = answers[asked];
      asked += 1;
      if (answer === undefined || answer instanceof Error) {
        throw answer ?? new Error('asked too often');
      }
      await readAll(blocks);
      onProgress?.(10);
      return answer;
    },
  };
  const media: World['deps']['media'] = {
    decode: () => {
      decodings += 1;
      return {
        // Longer than any reader may be ahead of another.
        blocks: inBlocks(new Float32Array(60 * 16_000)),
        summary: Promise.resolve({ durationSec: 10, notices: [] }),
      };
    },
  };
  let tracked = 0;
  const voice: World['deps']['voice'] = {
    track: async (blocks, { signal }) => {
      tracked += 1;
      const { promise: aborted, reject } = Promise.withResolvers<never>();
      signal.addEventListener('abort', () => {
        reject(signal.reason);
      });
      await Promise.race([readAll(blocks), aborted]);
      return TRACKS;
    },
  };
  return {
    pulled,
    decodings: () => decodings,
    trackings: () => tracked,
    deps: {
      media,
      models,
      speech,
      voice,
      log: createStageLog(createSilentLogger()),
    },
  };
}

async function run(
  world: World,
  request: Partial<AnalyzeRequest>,
  mayFetch?: (model: ModelEntry) => Promise<boolean>,
) {
  const progress: Progress[] = [];
  const onProgress = (step: Progress): void => {
    progress.push(step);
  };
  const transcribed = await transcribe(
    world.deps,
    { path: '/talk.mp4', name: 'talk.mp4', language: 'auto', ...request },
    PROBE,
    {
      signal: new AbortController().signal,
      onProgress,
      tell: createTell(onProgress),
      ...(mayFetch === undefined ? {} : { mayFetch }),
    },
  );
  return { heard: transcribed.heard, progress };
}

const yes = (): Promise<boolean> => Promise.resolve(true);
const no = (): Promise<boolean> => Promise.resolve(false);

describe('a recording in a language that no installed model knows', () => {
  it('is heard again with a model that was fetched, and progress never goes back', async () => {
    const world = createWorld(UNKNOWN, KNOWN);
    const asked: string[] = [];
    const { heard, progress } = await run(world, {}, (model) => {
      asked.push(model.name);
      return yes();
    });
    expect(heard).toBe(KNOWN);
    expect(asked).toEqual(world.pulled);
    expect(world.pulled).toEqual(['whisper-base']);
    expect(world.decodings()).toBe(2);
    expect(world.trackings()).toBe(1);
    expect(progress).toContainEqual({
      stage: 'fetch',
      fraction: null,
      model: 'whisper-base',
      bytesDone: 5,
      bytesTotal: 10,
    });
    const fractions = progress.flatMap(({ fraction }) => fraction ?? []);
    expect(fractions).toEqual(fractions.toSorted((one, other) => one - other));
  });

  it.each([
    ['its owner refuses', no],
    ['nobody is asked', undefined],
  ] as const)('keeps what needs no words when %s', async (_why, mayFetch) => {
    const world = createWorld(UNKNOWN);
    expect((await run(world, {}, mayFetch)).heard).toBe(UNKNOWN);
    expect(world.pulled).toEqual([]);
  });

  it('is not fetched for twice', async () => {
    const world = createWorld(UNKNOWN, UNKNOWN);
    expect((await run(world, {}, yes)).heard).toBe(UNKNOWN);
    expect(world.pulled).toHaveLength(1);
  });
});

describe('a model or language that was asked for and is not installed', () => {
  it.each([
    [
      'the language',
      { language: 'ru' },
      new AppError('language-model-missing', { language: 'ru', model: 'x' }),
    ],
    [
      'the model',
      { model: 'whisper-base' },
      new AppError('model-missing', { model: 'whisper-base', path: '/' }),
    ],
  ] as const)('is fetched before anything is decoded: %s', async (_what, request, error) => {
    const world = createWorld(error, KNOWN);
    expect((await run(world, request, yes)).heard).toBe(KNOWN);
    expect(world.pulled).toEqual(['whisper-base']);
    await expect(run(createWorld(error), request, no)).rejects.toBe(error);
  });

  it('is an error when nobody knows where to get it', async () => {
    const error = new AppError('model-missing', { model: 'my-own', path: '/' });
    await expect(run(createWorld(error), { model: 'my-own' }, yes)).rejects.toBe(error);
  });

  it('is fetched together with the voice activity model, if that is not there either', async () => {
    const noVoice = new AppError('model-missing', { model: 'silero-vad-6', path: '/' });
    const noModel = new AppError('recognizer-missing', { model: 'whisper-base' });
    const world = createWorld(noVoice, noModel, KNOWN);
    expect((await run(world, {}, yes)).heard).toBe(KNOWN);
    expect(world.pulled).toEqual(['silero-vad-6', 'whisper-base']);
  });

  it('is fetched once, and is an error when it is still not found then', async () => {
    const error = new AppError('model-missing', { model: 'silero-vad-6', path: '/' });
    const world = createWorld(error, error, error);
    await expect(run(world, { model: 'whisper-base' }, yes)).rejects.toBe(error);
    expect(world.pulled).toEqual(['silero-vad-6']);
  });
});
