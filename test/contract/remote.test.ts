/** A transcription server against the contract of recognisers: of the makes that differ most in how they tell times. */
import { afterAll, describe } from 'vitest';
import { systemClock } from '../../src/resilience/index.ts';
import { REMOTE_MAX_CHUNK_SEC, createRemote } from '../../src/speech/engines/remote/remote.ts';
import type { Recognizer } from '../../src/speech/recognizer.ts';
import { EXAMPLE_TALKS, cutSound, decodeSound } from '../support/audio.ts';
import { hearTalk } from '../support/transcription-ears.ts';
import { startTranscriptionServer } from '../support/transcription-server.ts';
import { exampleTalk } from '../support/truth-talk.ts';
import { describeRecognizer } from './recognizer.ts';

const talk = decodeSound(EXAMPLE_TALKS.en);
const closers: (() => Promise<void>)[] = [];

afterAll(async () => {
  await Promise.all(closers.map((close) => close()));
});

describe.each(['openai', 'speaches', 'whisper.cpp', 'vllm'] as const)('a server like %s', (make) => {
  describeRecognizer('remote', {
    open: async (): Promise<Recognizer> => {
      const sound = await decodeSound(EXAMPLE_TALKS.en);
      const server = await startTranscriptionServer(hearTalk(make, sound, exampleTalk()));
      const remote = createRemote(
        { clock: systemClock, random: Math.random, env: {} },
        { baseUrl: server.baseUrl, model: 'whisper-1', apiKey: 'key' },
      );
      closers.push(
        () => remote.close(),
        () => server.close(),
      );
      return remote.recognizer('allowed');
    },
    // "Let me start with a story."
    sentence: async () => cutSound(await talk, 16.8, 19.7),
    passage: async () => cutSound(await talk, 41.6, 41.6 + REMOTE_MAX_CHUNK_SEC),
    expected: ['let', 'me', 'start', 'with', 'a', 'story'],
  });
});
