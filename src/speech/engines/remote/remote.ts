/**
 * A transcription server with the API of OpenAI (`POST …/audio/transcriptions`), as a recogniser: OpenAI,
 * Speaches, whisper.cpp, vLLM, LocalAI and others. Runs in the main process: it waits, and computes next to nothing.
 */
import { createHash } from 'node:crypto';
import type { ModelIdentity, RecognizerAbilities } from '../../../report/index.ts';
import type { Clock, Random } from '../../../resilience/index.ts';
import type { Heard, RecognizeOptions, Recognizer } from '../../recognizer.ts';
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';
import type { Answer } from './answer.ts';
import { readAnswer } from './answer.ts';
import type { RemoteConsent } from './consent.ts';
import { requireConsent } from './consent.ts';
import type { Dialect, Question } from './dialect.ts';
import { nextDialect, toFields } from './dialect.ts';
import { createExchange } from './exchange.ts';
import { toHeard } from './heard.ts';
import type { RemoteLimits } from './policy.ts';
import { REMOTE_LIMITS, createRemotePolicy } from './policy.ts';
import type { Service } from './service-failure.ts';
import { ServiceFailure, unreadableAnswer } from './service-failure.ts';
import { toWav } from './wav.ts';

/**
 * The longest chunk, in seconds. More company makes words better, and each request costs the same however short: Whisper
 * hears windows of 30 s. With the silence around it a chunk of 28 s fits such a window, so that no server cuts it again;
 * and its file, 0.9 MB, fits what a web server in front of it accepts unless told otherwise (nginx: 1 MB).
 */
export const REMOTE_MAX_CHUNK_SEC = 28;

/** OpenAI refuses sound that is shorter; there is no word in it. */
const MIN_SAMPLES = 0.1 * SAMPLE_RATE_HZ;
/** whisper.cpp hears nothing in less than a second. */
const MIN_SENT_SAMPLES = 1.1 * SAMPLE_RATE_HZ;
/** Twenty times the answer to the longest chunk. */
const MAX_ANSWER_BYTES = 2 ** 20;
/** So many words without any mark: the model does not punctuate. */
const UNPUNCTUATED_WORDS = 50;
const MARK = /[.,!?;:…—]/;
/** How servers refuse a field or a value of it that they do not know. */
const NOT_UNDERSTOOD: ReadonlySet<number | undefined> = new Set([400, 415, 422, 501]);

/** What a remote needs from outside. */
export interface RemoteDeps {
  readonly clock: Clock;
  readonly random: Random;
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Which server, and how it is called. */
export interface RemoteOptions extends Partial<RemoteLimits> {
  /**
   * What comes before `/audio/transcriptions`, usually ending in `/v1`: http or https, without a fragment. A name and a
   * password in it are sent as such when there is no key.
   */
  readonly baseUrl: string;
  /** Sent as `Authorization: Bearer`. */
  readonly apiKey?: string | undefined;
  /** As the server names it. */
  readonly model: string;
  /** Two-letter codes of the languages that the model is trusted with. Default: en and ru. */
  readonly languages?: readonly string[];
}

/** A server that recordings may be sent to, one analysis at a time. */
export interface Remote {
  /** Host and port of the server, as a person is told where the recording goes. */
  readonly server: string;
  readonly languages: readonly string[];
  /**
   * The recogniser of one analysis. Unlike others it takes several calls at once. Its `abilities` and `model` are those
   * of what was answered so far: read them when everything was heard.
   *
   * Its `recognize` throws AppError of a `service-…` code, `attempt-timeout`, `deadline-exceeded`, `circuit-open`,
   * `quota-exceeded`, `retry-too-late` or `too-busy`; or the signal's reason.
   *
   * @throws AppError `consent-missing`
   */
  recognizer(consent: RemoteConsent | undefined): Recognizer;
  /** Ends all connections; idempotent. */
  close(): Promise<void>;
}

/**
 * Makes a remote. Nothing is sent before a recogniser hears its first chunk.
 *
 * Its model is named by the address and the name that it is asked for: a server that serves other weights under the
 * same name without saying so is not found out.
 */
export function createRemote(deps: RemoteDeps, options: RemoteOptions): Remote {
  const { baseUrl, apiKey, model, languages = ['en', 'ru'], ...limits } = options;
  const wholeLimits = { ...REMOTE_LIMITS, ...limits };
  const endpoint = toEndpoint(baseUrl);
  const service: Service = { name: endpoint.host, model, apiKey };
  const authorization = toAuthorization(new URL(baseUrl), apiKey);
  const exchange = createExchange(deps.env, {
    endpoint,
    headers: authorization === undefined ? {} : { authorization },
    service,
    connections: wholeLimits.concurrency,
    maxAnswerBytes: MAX_ANSWER_BYTES,
  });
  const policy = createRemotePolicy(deps, service.name, wholeLimits);
  /** The most that the server understands, as far as is known. */
  let dialect: Dialect = 'words';

  const askIn = (spoken: Dialect, question: Question, signal: AbortSignal | undefined): Promise<unknown> =>
    policy.run((call) => exchange.post(toFields(spoken, question), question.wav.length, call.signal), {
      signal,
    });

  const ask: Ask = async (question, durationSec, signal) => {
    for (let spoken = dialect; ;) {
      try {
        const answer = readAnswer(await askIn(spoken, question, signal), durationSec);
        if (answer === undefined) {
          throw unreadableAnswer(service, 'no-transcript');
        }
        dialect = spoken;
        return answer;
      } catch (error) {
        const simpler = nextDialect(spoken);
        if (
          simpler === undefined ||
          !(error instanceof ServiceFailure) ||
          !NOT_UNDERSTOOD.has(error.status)
        ) {
          throw error;
        }
        spoken = simpler;
      }
    }
  };

  return Object.freeze({
    server: service.name,
    languages,
    recognizer: (consent: RemoteConsent | undefined) => {
      requireConsent(consent, service.name);
      return new RemoteRecognizer(ask, identify(endpoint, model), languages);
    },
    close: () => exchange.close(),
  });
}

type Ask = (question: Question, durationSec: number, signal: AbortSignal | undefined) => Promise<Answer>;

class RemoteRecognizer implements Recognizer {
  readonly maxChunkSec = REMOTE_MAX_CHUNK_SEC;
  readonly #ask: Ask;
  readonly #identity: RemoteIdentity;
  readonly #languages: readonly string[];
  #statedModel: string | undefined;
  /** As bad as they were at any time. */
  #wordTimes: 'span' | 'estimated' = 'span';
  #words = 0;
  #isPunctuated = false;

  constructor(ask: Ask, identity: RemoteIdentity, languages: readonly string[]) {
    this.#ask = ask;
    this.#identity = identity;
    this.#languages = languages;
  }

  get abilities(): RecognizerAbilities {
    return {
      languages: [...this.#languages],
      punctuation: this.#isPunctuated || this.#words < UNPUNCTUATED_WORDS,
      // No server says which; most models leave hesitations out.
      style: 'tidy',
      wordTimes: this.#wordTimes,
    };
  }

  get model(): ModelIdentity {
    const { name, sha256 } = this.#identity;
    return { name: `remote:${name}`, version: this.#statedModel ?? name, sha256 };
  }

  async recognize(samples: Float32Array, { language, signal }: RecognizeOptions = {}): Promise<Heard> {
    signal?.throwIfAborted();
    if (samples.length < MIN_SAMPLES) {
      return { words: [], tokens: 0, logProbability: 0, ended: true };
    }
    const asked = language ?? (this.#languages.length === 1 ? this.#languages[0] : undefined);
    const wav = toWav(samples, MIN_SENT_SAMPLES);
    const question = { wav, model: this.#identity.name, language: asked };
    const answer = await this.#ask(question, samples.length / SAMPLE_RATE_HZ, signal);
    const { heard, wordTimes } = toHeard(answer, samples, asked);
    this.#statedModel = answer.model ?? this.#statedModel;
    this.#words += heard.words.length;
    this.#isPunctuated ||= MARK.test(answer.text);
    if (heard.words.length > 0 && wordTimes === 'estimated') {
      this.#wordTimes = 'estimated';
    }
    return heard;
  }

  /** Nothing is held for one analysis. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}

interface RemoteIdentity {
  /** As the server names it. */
  readonly name: string;
  /** Over the address, without a name and password in it, and the model's name. */
  readonly sha256: string;
}

function identify(endpoint: URL, model: string): RemoteIdentity {
  const sha256 = createHash('sha256').update(`${endpoint.href}\n${model}`).digest('hex');
  return { name: model, sha256 };
}

/** The address that is posted to, without a name and password. */
function toEndpoint(baseUrl: string): URL {
  const url = new URL(baseUrl);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new RangeError(`a transcription server is called by http or https, not ${url.protocol}`);
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/audio/transcriptions`;
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

function toAuthorization({ username, password }: URL, apiKey: string | undefined): string | undefined {
  if (apiKey !== undefined) {
    return `Bearer ${apiKey}`;
  }
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return pair === ':' ? undefined : `Basic ${Buffer.from(pair).toString('base64')}`;
}
