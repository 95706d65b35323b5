/** One request over the wire: a form out, a body of limited size back, every failure with its name. */
import type { Dispatcher } from 'undici';
import type { Field } from './dialect.ts';
import type { Service } from './service-failure.ts';
import { ServiceFailure, failureOfConnection, failureOfStatus, unreadableAnswer } from './service-failure.ts';

/** Where requests go. */
export interface ExchangeOptions {
  /** What is posted to. */
  readonly endpoint: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly service: Service;
  /** Connections at once; each is kept for the next request. */
  readonly connections: number;
  /** A longer body is not read to its end. */
  readonly maxAnswerBytes: number;
}

/** See {@link createExchange}. */
export interface Exchange {
  /**
   * Posts a form and gives the answer as parsed JSON.
   *
   * @param sentBytes the size of the sound in the form, for the error that says that it was too much
   * @throws ServiceFailure; the signal's reason
   */
  post(fields: readonly Field[], sentBytes: number, signal: AbortSignal): Promise<unknown>;
  /** Ends all connections, and with them the requests under way. */
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;
/** A refusal explains itself in less. */
const MAX_REFUSAL_BYTES = 64 * 1024;
/** A proxy cannot reach what this machine serves to itself. */
const LOOPBACK = 'localhost,127.0.0.1,[::1]';

/** Makes an exchange. Nothing is opened before the first request. */
export function createExchange(
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are read, in either case. */
  env: Readonly<Record<string, string | undefined>>,
  { endpoint, headers, service, connections, maxAnswerBytes }: ExchangeOptions,
): Exchange {
  const variable = (name: string): string => env[name.toLowerCase()] ?? env[name] ?? '';
  const openLine = async (): Promise<Line> => {
    // Takes a tenth of a second to load, and most runs never send anything.
    const { EnvHttpProxyAgent, FormData, request } = await import('undici');
    const dispatcher = new EnvHttpProxyAgent({
      httpProxy: variable('HTTP_PROXY'),
      httpsProxy: variable('HTTPS_PROXY'),
      noProxy: `${variable('NO_PROXY')},${LOOPBACK}`,
      connections,
      connect: { timeout: CONNECT_TIMEOUT_MS },
      // The time limits are those of the caller.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    return {
      send: (fields, signal) => {
        const body = new FormData();
        for (const [name, value] of fields) {
          body.append(name, value);
        }
        return request(endpoint, { method: 'POST', headers, body, dispatcher, signal });
      },
      close: () => dispatcher.destroy(),
    };
  };
  let line: Promise<Line> | undefined;

  const exchange = async (
    fields: readonly Field[],
    sentBytes: number,
    signal: AbortSignal,
  ): Promise<unknown> => {
    const open = await (line ??= openLine());
    const { statusCode, headers: answered, body } = await open.send(fields, signal);
    if (statusCode !== 200) {
      const text = await readText(body, MAX_REFUSAL_BYTES);
      const retryAfter = answered['retry-after']?.toString();
      throw failureOfStatus(service, { status: statusCode, retryAfter, body: text ?? '' }, sentBytes);
    }
    const text = await readText(body, maxAnswerBytes);
    if (text === undefined) {
      throw unreadableAnswer(service, 'too-large');
    }
    return parse(text, service);
  };

  return Object.freeze({
    post: async (fields: readonly Field[], sentBytes: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      try {
        return await exchange(fields, sentBytes, signal);
      } catch (error) {
        signal.throwIfAborted();
        throw error instanceof ServiceFailure ? error : failureOfConnection(service, error);
      }
    },
    close: async () => {
      await (await line)?.close();
    },
  });
}

/** The HTTP client, once it is needed. */
interface Line {
  send(fields: readonly Field[], signal: AbortSignal): Promise<Dispatcher.ResponseData>;
  close(): Promise<void>;
}

/** The text of a body; undefined when it is longer than allowed: then the connection is given up. */
async function readText(body: AsyncIterable<unknown>, maxBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early destroys the body.
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) {
      throw new TypeError('a body gives bytes');
    }
    bytes += chunk.length;
    if (bytes > maxBytes) {
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string, service: Service): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own error repeats the text, and the text is what was said.
    throw unreadableAnswer(service, text.trimStart().startsWith('<') ? 'html' : 'not-json');
  }
}
