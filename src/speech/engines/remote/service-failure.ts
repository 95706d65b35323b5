/** What can go wrong with a server, as errors of the table that also say what it means for the next attempt. */
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { ErrorCode, ErrorDetails } from '../../../errors/index.ts';
import { AppError, systemCode } from '../../../errors/index.ts';
import type { RetryVerdict, Verdict } from '../../../resilience/index.ts';

/** What the policies around a call are told. */
interface Consequences {
  readonly verdict: Verdict;
  readonly retry: RetryVerdict;
  /** The HTTP status, when the server answered. */
  readonly status?: number;
}

/** A failure of one request. Never holds the key, the sound, or anything that was said. */
export class ServiceFailure extends AppError {
  readonly verdict: Verdict;
  readonly retry: RetryVerdict;
  readonly status: number | undefined;

  constructor(code: ErrorCode, details: ErrorDetails, { verdict, retry, status }: Consequences) {
    super(code, details);
    this.verdict = verdict;
    this.retry = retry;
    this.status = status;
  }
}

/** Where the owner set what may have to be mended. */
const SETTINGS = {
  address: 'TRANSCRIPTION_URL',
  key: 'TRANSCRIPTION_API_KEY',
  model: 'TRANSCRIPTION_MODEL',
} as const;

/** Who is called, and with what. */
export interface Service {
  /** Host and port, as a person is told. */
  readonly name: string;
  readonly model: string;
  /** Secret; looked for in what a server says, so that it is never repeated. */
  readonly apiKey: string | undefined;
}

const NEVER = Object.freeze({ retry: false } as const);
const AGAIN = Object.freeze({ retry: true } as const);

/** How servers say why they refuse: a word for programs, beside a sentence that may repeat what was sent. */
const errorBody = z.object({
  error: z.object({ code: z.unknown().optional(), type: z.unknown().optional() }),
});
const REASON_WORD = /^[a-z][a-z0-9_.-]{2,60}$/i;
const USED_UP = new Set(['insufficient_quota', 'quota_exceeded', 'insufficient_credits']);

/**
 * The failure that an HTTP status means.
 *
 * @param body the beginning of the answer's body, in which a reason is looked for
 * @param sentBytes the size of the sound that was sent
 */
export function failureOfStatus(
  service: Service,
  answer: { readonly status: number; readonly retryAfter: string | undefined; readonly body: string },
  sentBytes: number,
): ServiceFailure {
  const { status, retryAfter } = answer;
  const { name, model } = service;
  const reason = reasonOf(answer.body, service);
  const again: RetryVerdict = { retry: true, retryAfter };
  if (status === 402 || (status === 429 && USED_UP.has(reason ?? ''))) {
    return new ServiceFailure('service-quota-used-up', { name }, { verdict: 'quota', retry: NEVER, status });
  }
  switch (status) {
    case 401:
    case 403:
      return alive('service-key-refused', { name, status, setting: SETTINGS.key });
    case 404:
      return alive('service-model-unknown', {
        name,
        model,
        setting: SETTINGS.address,
        modelSetting: SETTINGS.model,
      });
    case 413:
      return alive('service-too-large', { name, kilobytes: Math.ceil(sentBytes / 1024) });
    case 408:
    case 425:
    case 429:
      return new ServiceFailure('service-busy', { name }, { verdict: 'busy', retry: again, status });
    default:
      return status >= 500
        ? new ServiceFailure(
            'service-failed',
            { name, status: withReason() },
            { verdict: 'failure', retry: status === 501 ? NEVER : again, status },
          )
        : alive('service-refused', { name, status: withReason(), setting: SETTINGS.address });
  }

  function alive(code: ErrorCode, details: ErrorDetails): ServiceFailure {
    return new ServiceFailure(code, details, { verdict: 'alive', retry: NEVER, status });
  }
  function withReason(): string {
    return `${status} ${reason ?? STATUS_CODES[status] ?? ''}`.trim();
  }
}

/** The server answered, and what it said is no transcript. */
export function unreadableAnswer(
  { name }: Service,
  what: 'html' | 'not-json' | 'no-transcript' | 'too-large',
): ServiceFailure {
  const details = { name, what, setting: SETTINGS.address };
  return new ServiceFailure('service-answer-unreadable', details, { verdict: 'failure', retry: NEVER });
}

/** What OpenSSL and Node call a certificate or a handshake that cannot be trusted. */
const UNTRUSTED =
  /CERT|^ERR_(?:SSL|TLS)|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|^EPROTO$|^HOSTNAME_MISMATCH$/;

/** The failure behind an error of the connection: no address, no connection, no trust, or cut off. */
export function failureOfConnection({ name }: Service, error: unknown): ServiceFailure {
  const details = { name, reason: systemCode(error) || 'unknown', setting: SETTINGS.address };
  return UNTRUSTED.test(details.reason)
    ? new ServiceFailure('service-untrusted', details, { verdict: 'failure', retry: NEVER })
    : new ServiceFailure('service-unreachable', details, { verdict: 'failure', retry: AGAIN });
}

/** The word for programs that says why, unless it could be anything but that. */
function reasonOf(body: string, { apiKey }: Service): string | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return undefined;
  }
  const parsed = errorBody.safeParse(json);
  return parsed.success
    ? [parsed.data.error.code, parsed.data.error.type].find(
        (word): word is string =>
          typeof word === 'string' &&
          REASON_WORD.test(word) &&
          (apiKey === undefined || !word.includes(apiKey)),
      )
    : undefined;
}
