/** Transcription servers that answer, refuse, fail and hang: what is asked of them, and what a person is told. */
import { afterEach, describe, expect, it } from 'vitest';
import { describeError } from '../../src/errors/index.ts';
import type { Clock } from '../../src/resilience/index.ts';
import { systemClock } from '../../src/resilience/index.ts';
import type { ManualClock } from '../../src/resilience/manual-clock.fixture.ts';
import { createManualClock } from '../../src/resilience/manual-clock.fixture.ts';
import type { Remote, RemoteOptions } from '../../src/speech/engines/remote/remote.ts';
import { createRemote } from '../../src/speech/engines/remote/remote.ts';
import type { Answering, Reply, TranscriptionServer } from '../support/transcription-server.ts';
import {
  answer,
  fieldOf,
  fieldsOf,
  inTurn,
  refusal,
  startTranscriptionServer,
} from '../support/transcription-server.ts';

const KEY = 'sk-very-secret-0123456789';
const GOOD = answer({ text: 'Hello there.' });

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

interface Called {
  readonly remote: Remote;
  readonly server: TranscriptionServer;
}

async function start(
  answering: Answering,
  options: Partial<RemoteOptions> = {},
  clock: Clock = systemClock,
): Promise<Called> {
  const server = await startTranscriptionServer(answering);
  const remote = createRemote(
    // Waits that are drawn are none.
    { clock, random: () => 0, env: {} },
    { baseUrl: server.baseUrl, model: 'whisper-1', apiKey: KEY, ...options },
  );
  closers.push(
    () => remote.close(),
    () => server.close(),
  );
  return { remote, server };
}

/** Two seconds of a tone. */
function tone(sec = 2): Float32Array {
  return Float32Array.from({ length: sec * 16_000 }, (_, index) => 0.5 * Math.sin(index / 10));
}

function hear(
  remote: Remote,
  signal?: AbortSignal,
): Promise<{ readonly words: readonly { text: string }[] }> {
  return remote.recognizer('allowed').recognize(tone(), signal === undefined ? {} : { signal });
}

/** A clock that a test moves, which tells when a timer of a length is set. */
function watchedClock(): ManualClock & { timerOf(ms: number): Promise<void> } {
  const clock = createManualClock();
  const set = new Map<number, PromiseWithResolvers<void>>();
  const of = (ms: number): PromiseWithResolvers<void> => {
    const known = set.get(ms) ?? Promise.withResolvers<void>();
    set.set(ms, known);
    return known;
  };
  return Object.create(clock, {
    timerOf: { value: (ms: number) => of(ms).promise },
    setTimer: {
      value: (ms: number, callback: () => void) => {
        of(ms).resolve();
        return clock.setTimer(ms, callback);
      },
    },
  });
}

function modelOf(baseUrl: string, model = 'whisper-1'): { name: string; version: string; sha256: string } {
  const remote = createRemote({ clock: systemClock, random: () => 0, env: {} }, { baseUrl, model });
  closers.push(() => remote.close());
  return remote.recognizer('allowed').model;
}

/** Everything that a log or a person could see of an error. */
function everythingIn(error: unknown): string {
  const { message, mend } = describeError(error, 'en');
  const own =
    error instanceof Error ? [error.stack, String(error.cause), JSON.stringify(error), error.message] : [];
  return [message, mend, ...own].join('\n');
}

describe('what a server is asked', () => {
  it('is for words and segments, with the key, in the language', async () => {
    const { remote, server } = await start(inTurn(GOOD));
    await remote.recognizer('allowed').recognize(tone(), { language: 'ru' });
    const [request] = server.requests;
    expect(request?.path).toBe('/v1/audio/transcriptions');
    expect(request?.authorization).toBe(`Bearer ${KEY}`);
    expect(request?.fields).toEqual([
      ['model', 'whisper-1'],
      ['language', 'ru'],
      ['response_format', 'verbose_json'],
      ['timestamp_granularities[]', 'word'],
      ['timestamp_granularities[]', 'segment'],
    ]);
  });

  it('comes with the sound as it is, followed by silence when it is short', async () => {
    const { remote, server } = await start(inTurn(GOOD));
    const sound = tone(0.5);
    await remote.recognizer('allowed').recognize(sound);
    const sent = server.requests[0]?.samples ?? new Float32Array(0);
    expect(sent.length).toBe(1.1 * 16_000);
    expect(Math.max(...sound.map((sample, index) => Math.abs(sample - (sent[index] ?? 0))))).toBeLessThan(
      2 / 32_767,
    );
    expect(sent.subarray(sound.length).every((sample) => sample === 0)).toBe(true);
  });

  it('leaves the language to the server, unless only one is known', async () => {
    const { remote, server } = await start(inTurn(GOOD));
    await hear(remote);
    const english = await start(inTurn(GOOD), { languages: ['en'] });
    await hear(english.remote);
    expect(server.requests.map((request) => fieldOf(request, 'language'))).toEqual([undefined]);
    expect(english.server.requests.map((request) => fieldOf(request, 'language'))).toEqual(['en']);
  });

  it('is nothing about sound that no word fits into', async () => {
    const { remote, server } = await start(inTurn(GOOD));
    const heard = await remote.recognizer('allowed').recognize(new Float32Array(1_599));
    expect(heard.words).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  it('goes over a connection that is kept', async () => {
    const { remote, server } = await start(inTurn(GOOD));
    for (let call = 0; call < 8; call += 1) {
      await hear(remote);
    }
    expect(server.requests.length).toBe(8);
    // A request that comes with the end of the one before it opens a second.
    expect(server.connections).toBeLessThanOrEqual(2);
  });

  it('goes to so many chunks at once, and no more', async () => {
    const { remote, server } = await start(() => ({ kind: 'hang' }), { concurrency: 2 });
    const all = [hear(remote), hear(remote), hear(remote)];
    await server.arrived(2);
    expect(server.requests.length).toBe(2);
    server.release(GOOD);
    await server.arrived(3);
    server.release(GOOD);
    expect((await Promise.all(all)).map(({ words }) => words.length)).toEqual([2, 2, 2]);
  });

  it('is not sent at all without consent', async () => {
    const { remote, server } = await start(inTurn(GOOD));
    expect(() => remote.recognizer(undefined)).toThrow(
      expect.objectContaining({ code: 'consent-missing', details: { name: server.host } }),
    );
    expect(server.requests).toEqual([]);
  });

  it('passes through the proxy of the environment, but not what this machine serves', async () => {
    const proxy = await startTranscriptionServer(inTurn(GOOD));
    closers.push(() => proxy.close());
    const deps = { clock: systemClock, random: () => 0, env: { HTTP_PROXY: `http://${proxy.host}` } };
    const far = createRemote(deps, { baseUrl: 'http://speech.invalid/v1', model: 'm' });
    closers.push(() => far.close());
    expect((await hear(far)).words.length).toBe(2);
    expect(proxy.requests[0]?.path).toBe('http://speech.invalid/v1/audio/transcriptions');
    const { server } = await start(inTurn(GOOD));
    const near = createRemote(deps, { baseUrl: server.baseUrl, model: 'm' });
    closers.push(() => near.close());
    await hear(near);
    expect(proxy.requests.length).toBe(1);
    expect(server.requests.length).toBe(1);
  });

  it('carries the name and password of the address, when there is no key', async () => {
    const { server } = await start(inTurn(GOOD));
    const baseUrl = server.baseUrl.replace('http://', 'http://me:p%40ss@');
    const remote = createRemote({ clock: systemClock, random: () => 0, env: {} }, { baseUrl, model: 'm' });
    closers.push(() => remote.close());
    await hear(remote);
    expect(server.requests[0]?.authorization).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
    expect(remote.server).toBe(server.host);
  });
});

describe('a server that cannot do all of it', () => {
  const TEXT = { text: 'Hello there.' };
  const refusesVerbose: Answering = (request) =>
    fieldOf(request, 'response_format') === 'verbose_json'
      ? refusal(400, 'unsupported_value', 'response_format is not compatible with this model')
      : answer({
          ...TEXT,
          logprobs: [
            { token: 'Hello', logprob: -0.1 },
            { token: ' there.', logprob: -0.3 },
          ],
        });

  it('is asked for less, and from then on for that at once', async () => {
    const { remote, server } = await start(refusesVerbose);
    await hear(remote);
    const first = server.requests.length;
    const { words } = await hear(remote);
    expect(words).toEqual([
      expect.objectContaining({ text: 'Hello', confidence: expect.closeTo(Math.exp(-0.1)) }),
      expect.objectContaining({ text: 'there.', confidence: expect.closeTo(Math.exp(-0.3)) }),
    ]);
    expect(server.requests.length).toBe(first + 1);
    expect(server.requests.map((request) => fieldsOf(request, 'include[]')).at(-1)).toEqual(['logprobs']);
  });

  it('may give the text alone: its words have estimated times and no confidence', async () => {
    const { remote } = await start((request) =>
      request.fields.length > 2 ? refusal(422, 'unprocessable') : answer(TEXT),
    );
    const recognizer = remote.recognizer('allowed');
    expect(recognizer.abilities.wordTimes).toBe('span');
    const heard = await recognizer.recognize(tone());
    expect(heard).toMatchObject({ tokens: 0, logProbability: 0, ended: true });
    expect(heard.words.map((word) => Object.keys(word))).toEqual([
      ['text', 'startSec', 'endSec'],
      ['text', 'startSec', 'endSec'],
    ]);
    expect(recognizer.abilities.wordTimes).toBe('estimated');
    expect(remote.recognizer('allowed').abilities.wordTimes).toBe('span');
  });

  it('is not taken at its word when it refuses everything', async () => {
    let refuses = true;
    const { remote, server } = await start(() => (refuses ? refusal(400, 'invalid_value') : GOOD));
    await expect(hear(remote)).rejects.toMatchObject({
      code: 'service-refused',
      details: { status: '400 invalid_value' },
    });
    refuses = false;
    await hear(remote);
    expect(server.requests.map((request) => fieldOf(request, 'response_format')).at(-1)).toBe('verbose_json');
  });

  it('has no punctuation, as fifty words without a mark show', async () => {
    const { remote } = await start(inTurn(answer({ text: 'word '.repeat(30).trim() })));
    const recognizer = remote.recognizer('allowed');
    await recognizer.recognize(tone(20));
    expect(recognizer.abilities.punctuation).toBe(true);
    await recognizer.recognize(tone(20));
    expect(recognizer.abilities.punctuation).toBe(false);
  });
});

describe('a server that fails', () => {
  it.each([
    ['401', refusal(401, 'invalid_api_key', `Incorrect API key provided: ${KEY}`), 'service-key-refused'],
    ['401 that echoes the key as its reason', refusal(401, KEY), 'service-key-refused'],
    ['403', refusal(403, 'forbidden'), 'service-key-refused'],
    ['404', refusal(404, 'model_not_found'), 'service-model-unknown'],
    ['413 from nginx', { kind: 'answer', status: 413, body: '<html>413</html>' }, 'service-too-large'],
    [
      'a redirect',
      { kind: 'answer', status: 307, headers: { location: '/else' }, body: '' },
      'service-refused',
    ],
    ['418 with what was said', refusal(418, KEY, 'Hello there.'), 'service-refused'],
    ['a page', { kind: 'answer', body: '<!doctype html><p>Hello there.' }, 'service-answer-unreadable'],
    ['half of an answer', { kind: 'answer', body: '{"text": "Hello there.' }, 'service-answer-unreadable'],
    ['no transcript', answer({ ok: 'Hello there.' }), 'service-answer-unreadable'],
    ['endless text', answer({ text: 'Hello there. '.repeat(500) }), 'service-answer-unreadable'],
  ] as const satisfies readonly (readonly [string, Reply, string])[])(
    'is asked once after %s, and nothing secret or said is repeated',
    async (_, reply, code) => {
      const { remote, server } = await start(inTurn(reply));
      const error = await hear(remote).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code });
      expect(server.requests.length).toBe(1);
      expect(everythingIn(error)).not.toMatch(/sk-very|Hello/);
      expect(everythingIn(error)).toContain(server.host);
      expect(everythingIn(error)).not.toMatch(/\{\w+\}/);
    },
  );

  it.each([
    ['500', refusal(500, 'server_error')],
    ['502 from a gateway', { kind: 'answer', status: 502, body: '<html>' }],
    ['a cut connection', { kind: 'cut' }],
    ['a reset connection', { kind: 'reset' }],
    ['429', refusal(429, 'rate_limit_exceeded')],
  ] as const satisfies readonly (readonly [string, Reply])[])('is asked again after %s', async (_, reply) => {
    const { remote, server } = await start(inTurn(reply, reply, GOOD));
    expect((await hear(remote)).words.length).toBe(2);
    expect(server.requests.length).toBe(3);
  });

  it.each([
    ['service-failed', refusal(503, 'overloaded')],
    ['service-busy', refusal(429, 'rate_limit_exceeded')],
    ['service-unreachable', { kind: 'cut' }],
  ] as const satisfies readonly (readonly [string, Reply])[])(
    'is given up as %s in the end',
    async (code, reply) => {
      const { remote, server } = await start(inTurn(reply));
      await expect(hear(remote)).rejects.toMatchObject({ code });
      expect(server.requests.length).toBe(4);
    },
  );

  it('is not read on when its answer is far too long', async () => {
    const { remote } = await start(inTurn(answer({ text: 'Hello.', padding: 'x'.repeat(2 ** 21) })));
    await expect(hear(remote)).rejects.toMatchObject({
      code: 'service-answer-unreadable',
      details: { what: 'too-large' },
    });
  });

  it('is left alone when it keeps failing', async () => {
    const { remote, server } = await start(inTurn(refusal(500, 'server_error')), { attempts: 1 });
    for (let call = 0; call < 5; call += 1) {
      await expect(hear(remote)).rejects.toMatchObject({ code: 'service-failed' });
    }
    await expect(hear(remote)).rejects.toMatchObject({ code: 'circuit-open' });
    expect(server.requests.length).toBe(5);
  });

  it.each([refusal(429, 'insufficient_quota'), refusal(402, 'payment_required')])(
    'is not asked again when the quota is used up',
    async (reply) => {
      const { remote, server } = await start(inTurn(reply));
      await expect(hear(remote)).rejects.toMatchObject({ code: 'service-quota-used-up' });
      await expect(hear(remote)).rejects.toMatchObject({ code: 'quota-exceeded' });
      expect(server.requests.length).toBe(1);
    },
  );

  it('cannot be reached when nothing listens', async () => {
    const { server } = await start(inTurn(GOOD));
    await server.close();
    closers.pop();
    const { baseUrl } = server;
    const remote = createRemote({ clock: systemClock, random: () => 0, env: {} }, { baseUrl, model: 'm' });
    closers.push(() => remote.close());
    await expect(hear(remote)).rejects.toMatchObject({
      code: 'service-unreachable',
      details: { reason: 'ECONNREFUSED' },
    });
  });

  it('is not trusted when it does not speak https', async () => {
    const { server } = await start(inTurn(GOOD));
    const baseUrl = server.baseUrl.replace('http:', 'https:');
    const remote = createRemote({ clock: systemClock, random: () => 0, env: {} }, { baseUrl, model: 'm' });
    closers.push(() => remote.close());
    await expect(hear(remote)).rejects.toMatchObject({ code: 'service-untrusted' });
    expect(server.requests).toEqual([]);
  });
});

describe('waiting for a server', () => {
  it('lasts as long as it asks for', async () => {
    const clock = watchedClock();
    const busy = refusal(429, 'rate_limit_exceeded', 'slow down', { 'retry-after': '7' });
    const { remote, server } = await start(inTurn(busy, GOOD), {}, clock);
    const heard = hear(remote);
    await clock.timerOf(7_000);
    await clock.advance(6_999);
    expect(server.requests.length).toBe(1);
    await clock.advance(1);
    expect((await heard).words.length).toBe(2);
    expect(server.requests.length).toBe(2);
  });

  it('ends at once when it asks for longer than there is', async () => {
    const busy = refusal(429, 'rate_limit_exceeded', 'slow down', { 'retry-after': '3600' });
    const { remote } = await start(inTurn(busy));
    await expect(hear(remote)).rejects.toMatchObject({ code: 'retry-too-late', details: { seconds: 3600 } });
  });

  it('ends after two requests without an answer', async () => {
    const clock = watchedClock();
    const { remote, server } = await start(() => ({ kind: 'hang' }), { attemptTimeoutMs: 30_000 }, clock);
    const heard = hear(remote);
    const failed = heard.catch((error: unknown) => error);
    await server.arrived(1);
    await clock.advance(30_000);
    await server.arrived(2);
    await clock.advance(30_000);
    expect(await failed).toMatchObject({ code: 'attempt-timeout', details: { seconds: 30 } });
    expect(clock.pendingTimers).toBe(0);
    await expect(hear(remote)).rejects.toMatchObject({ code: 'circuit-open' });
  });

  it('ends with the reason of whoever does not want it any more', async () => {
    const { remote, server } = await start(() => ({ kind: 'hang' }));
    const controller = new AbortController();
    const heard = hear(remote, controller.signal);
    await server.arrived(1);
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(heard).rejects.toBe(reason);
    await expect(hear(remote, controller.signal)).rejects.toBe(reason);
    expect(server.requests.length).toBe(1);
  });

  it('ends when the remote is closed', async () => {
    const { remote, server } = await start(() => ({ kind: 'hang' }), { attempts: 1 });
    const heard = hear(remote);
    const failed = heard.catch((error: unknown) => error);
    await server.arrived(1);
    await remote.close();
    expect(await failed).toMatchObject({ code: 'service-unreachable' });
    await remote.close();
  });
});

describe('the identity of a remote model', () => {
  it('is its address and name, whatever the credentials', () => {
    const plain = modelOf('https://speech.example/v1');
    expect(plain).toMatchObject({ name: 'remote:whisper-1', version: 'whisper-1' });
    expect(modelOf('https://me:secret@speech.example/v1/')).toEqual(plain);
    expect(modelOf('https://speech.example/v2').sha256).not.toBe(plain.sha256);
    expect(modelOf('https://speech.example/v1', 'large').sha256).not.toBe(plain.sha256);
  });

  it('has the version that the server states', async () => {
    const { remote } = await start(inTurn(answer({ text: 'Hello there.', model: 'whisper-large-v3' })));
    const recognizer = remote.recognizer('allowed');
    await recognizer.recognize(tone());
    expect(recognizer.model).toMatchObject({ name: 'remote:whisper-1', version: 'whisper-large-v3' });
  });

  it('is only made of an address that can be called', () => {
    expect(() => modelOf('ftp://speech.example/v1')).toThrow(RangeError);
  });
});
