import { describe, expect, it } from 'vitest';
import { describeError } from '../../../errors/index.ts';
import { failureOfConnection, failureOfStatus } from './service-failure.ts';

const SERVICE = { name: 'speech.example:8000', model: 'whisper-1', apiKey: 'sk-secret' };

function failure(status: number, code?: string, retryAfter?: string): ReturnType<typeof failureOfStatus> {
  const body = code === undefined ? '<html>' : JSON.stringify({ error: { message: 'sk-secret', code } });
  return failureOfStatus(SERVICE, { status, retryAfter, body }, 900_000);
}

describe('the failure of a status', () => {
  it.each([
    [401, 'service-key-refused', 'alive', false],
    [404, 'service-model-unknown', 'alive', false],
    [413, 'service-too-large', 'alive', false],
    [422, 'service-refused', 'alive', false],
    [301, 'service-refused', 'alive', false],
    [429, 'service-busy', 'busy', true],
    [402, 'service-quota-used-up', 'quota', false],
    [500, 'service-failed', 'failure', true],
    [501, 'service-failed', 'failure', false],
    [503, 'service-failed', 'failure', true],
  ])('%d is %s: the service is %s', (status, code, verdict, retry) => {
    expect(failure(status)).toMatchObject({ code, verdict, retry: { retry } });
  });

  it('passes on how long the server asks to be left alone', () => {
    expect(failure(503, undefined, '20').retry).toEqual({ retry: true, retryAfter: '20' });
  });

  it('tells the reason when it is a word for programs, else what the status means', () => {
    expect(failure(400, 'audio_too_short').details['status']).toBe('400 audio_too_short');
    expect(failure(400, 'She said hello').details['status']).toBe('400 Bad Request');
    expect(failure(400, 'x-sk-secret-x').details['status']).toBe('400 Bad Request');
    expect(failure(400).details['status']).toBe('400 Bad Request');
  });

  it('names the setting to look at', () => {
    expect(describeError(failure(401), 'en').mend).toContain('TRANSCRIPTION_API_KEY');
    expect(describeError(failure(404), 'ru').mend).toMatch(/TRANSCRIPTION_MODEL.*TRANSCRIPTION_URL/);
  });
});

describe('the failure of a connection', () => {
  it.each([
    ['ECONNREFUSED', 'service-unreachable', true],
    ['ENOTFOUND', 'service-unreachable', true],
    ['UND_ERR_SOCKET', 'service-unreachable', true],
    ['UND_ERR_CONNECT_TIMEOUT', 'service-unreachable', true],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'service-untrusted', false],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'service-untrusted', false],
    ['CERT_HAS_EXPIRED', 'service-untrusted', false],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'service-untrusted', false],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'service-untrusted', false],
  ])('%s is %s', (reason, code, retry) => {
    const error = Object.assign(new Error('speech.example'), { code: reason });
    expect(failureOfConnection(SERVICE, error)).toMatchObject({
      code,
      details: { reason },
      retry: { retry },
    });
  });
});
