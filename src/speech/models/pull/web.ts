/** HTTP as a pull needs it: through the owner's proxy, with redirects, and with an end to every wait. */
import type { Readable } from 'node:stream';
import { Agent, EnvHttpProxyAgent, interceptors, request } from 'undici';
import type { Clock } from '../../../resilience/index.ts';
import { createAttemptTimeout } from '../../../resilience/index.ts';
import { isAppError, systemCode } from '../../../errors/index.ts';
import { SourceFailure } from './source.ts';

/** How long anything is waited for. */
export interface WebPatience {
  /** Until a host answers for the first time, connecting included: nobody waits longer for one that is silent. Default 8 s. */
  readonly firstAnswerMs: number;
  /** Until an answer begins, redirects included. Default 30 s. */
  readonly answerMs: number;
  /** From one piece of an answer to the next. Default 30 s. */
  readonly stallMs: number;
}

/** See {@link WebPatience}. */
export const WEB_PATIENCE: WebPatience = Object.freeze({
  firstAnswerMs: 8_000,
  answerMs: 30_000,
  stallMs: 30_000,
});

/** The beginning of an answer. */
export interface WebAnswer {
  readonly status: number;
  /** A header by its lower-case name. */
  header(name: string): string | undefined;
  /** Must be read to its end, or destroyed. Breaks with a {@link WebFailure}. */
  readonly body: Readable;
}

/** See {@link createWeb}. */
export interface Web {
  /** @throws WebFailure; the signal's reason */
  get(url: URL, options: { headers?: Record<string, string>; signal: AbortSignal }): Promise<WebAnswer>;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** Nothing came, or not all of it. */
export class WebFailure extends SourceFailure {
  /** Whether the same request may succeed in a moment. */
  readonly isPassing: boolean;
  /** The server's `Retry-After`. */
  readonly retryAfter: string | undefined;

  constructor(
    reason: string,
    {
      isPassing,
      retryAfter,
      cause,
    }: { isPassing: boolean; retryAfter?: string | undefined; cause?: unknown },
  ) {
    super(reason, { cause });
    this.isPassing = isPassing;
    this.retryAfter = retryAfter;
  }
}

const MAX_REDIRECTS = 10;

/** Where there is no network, or no server: asking again in a second helps nobody. */
const LASTING_CODES =
  /^(?:ENOTFOUND|EAI_\w+|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|UND_ERR_PRX\w+|UND_ERR_ABORTED|\w*CERT\w*|ERR_TLS\w*|UNABLE_TO_\w+|SELF_SIGNED\w*)$/;

const KNOWN_CODES: Readonly<Record<string, { readonly reason: string; readonly isPassing: boolean }>> = {
  ECONNRESET: { reason: 'the connection was cut', isPassing: true },
  UND_ERR_SOCKET: { reason: 'the connection was cut', isPassing: true },
  UND_ERR_BODY_TIMEOUT: { reason: 'the download stalled', isPassing: true },
  UND_ERR_CONNECT_TIMEOUT: { reason: 'no connection in time', isPassing: false },
  UND_ERR_HEADERS_TIMEOUT: { reason: 'no answer in time', isPassing: true },
  UND_ERR_REDIRECT_MAX: { reason: 'redirects without end', isPassing: false },
  // This is how a redirect to an address that was there before is told.
  UND_ERR_INVALID_ARG: { reason: 'redirects without end', isPassing: false },
};

/**
 * Makes a client. Proxies are taken from `env` (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in either case); certificates
 * are those that this process trusts, so that `--use-system-ca` and `NODE_EXTRA_CA_CERTS` count.
 */
export function createWeb(
  { clock, env }: { readonly clock: Clock; readonly env: Readonly<Record<string, string | undefined>> },
  { firstAnswerMs, answerMs, stallMs }: WebPatience = WEB_PATIENCE,
): Web {
  const options = {
    // Ranges of one large file gain nothing by a second protocol, and some proxies break it.
    allowH2: false,
    headersTimeout: answerMs,
    bodyTimeout: stallMs,
    connect: { timeout: answerMs },
  };
  const proxies = proxiesOf(env);
  const agent =
    proxies === undefined ? new Agent(options) : new EnvHttpProxyAgent({ ...options, ...proxies });
  const dispatcher = agent.compose(
    interceptors.redirect({ maxRedirections: MAX_REDIRECTS, throwOnMaxRedirect: true }),
  );
  /** Hosts that have answered: from then on silence is a disturbance, and before it nobody is there. */
  const reached = new Set<string>();

  return Object.freeze({
    get: async (url, { headers = {}, signal }) => {
      const isReached = reached.has(url.host);
      const timeoutMs = isReached ? answerMs : Math.min(firstAnswerMs, answerMs);
      const limit = createAttemptTimeout({ clock }, { name: url.host, timeoutMs });
      try {
        const answer = await limit.run(
          ({ signal: limited }) =>
            request(url, {
              dispatcher,
              headers: { 'accept-encoding': 'identity', ...headers },
              signal: limited,
            }),
          { signal },
        );
        reached.add(url.host);
        // Whoever reads it hears of its failure; one that nobody reads must not end the process.
        answer.body.on('error', () => {});
        return {
          status: answer.statusCode,
          header: (name) => [answer.headers[name]].flat()[0],
          body: answer.body,
        };
      } catch (error) {
        signal.throwIfAborted();
        const failure = toWebFailure(error);
        const isSilent = !isReached && isAppError(error, 'attempt-timeout');
        throw isSilent ? new WebFailure(failure.reason, { isPassing: false, cause: error }) : failure;
      }
    },
    close: () => agent.destroy(),
  } satisfies Web);
}

/** A refusal by its status; undefined for one that brings what was asked for. */
export function refusalOf({ status, header }: Pick<WebAnswer, 'status' | 'header'>): WebFailure | undefined {
  if (status === 200 || status === 206) {
    return undefined;
  }
  const isPassing = status === 408 || status === 429 || status >= 500;
  return new WebFailure(`HTTP ${status}`, { isPassing, retryAfter: header('retry-after') });
}

/** Any failure of a request, or of reading its body. */
export function toWebFailure(error: unknown): WebFailure {
  if (error instanceof WebFailure) {
    return error;
  }
  if (isAppError(error, 'attempt-timeout')) {
    return new WebFailure(`no answer in ${error.details['seconds']} s`, { isPassing: true, cause: error });
  }
  const code = systemCode(error) || systemCode(error instanceof Error ? error.cause : undefined);
  const known = KNOWN_CODES[code];
  if (known !== undefined) {
    return new WebFailure(known.reason, { isPassing: known.isPassing, cause: error });
  }
  // undici's own codes say less than its messages do.
  const isTold = code === '' || code.startsWith('UND_');
  const reason = isTold && error instanceof Error ? error.message : code;
  return new WebFailure(reason, { isPassing: code !== '' && !LASTING_CODES.test(code), cause: error });
}

/** undefined when the owner has none. */
function proxiesOf(
  env: Readonly<Record<string, string | undefined>>,
): { httpProxy: string; httpsProxy: string; noProxy: string } | undefined {
  const read = (name: string): string => env[name.toLowerCase()] || env[name.toUpperCase()] || '';
  const httpProxy = read('http_proxy');
  const httpsProxy = read('https_proxy') || httpProxy;
  return httpsProxy === '' ? undefined : { httpProxy, httpsProxy, noProxy: read('no_proxy') };
}
