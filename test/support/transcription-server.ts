/** A transcription server on loopback, as faithful as OpenAI's in what it demands, that answers as a test tells it to. */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { SAMPLE_RATE_HZ } from '../../src/speech/index.ts';

/** A request that came. */
export interface TranscriptionRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  /** All fields but the file, in order. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The sound in the file, -1 to 1. */
  readonly samples: Float32Array;
}

/** How a request is answered. */
export type Reply =
  /** JSON unless the body is a text. */
  | {
      readonly kind: 'answer';
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  /** Nothing comes, ever. */
  | { readonly kind: 'hang' }
  /** The connection ends in the midst of the body. */
  | { readonly kind: 'cut' }
  /** The connection is reset before the answer. */
  | { readonly kind: 'reset' };

/** Decides on a reply; `number` counts requests from 1. */
export type Answering = (request: TranscriptionRequest, number: number) => Reply;

/** See {@link startTranscriptionServer}. */
export interface TranscriptionServer {
  /** What a client is given as its base, ending in `/v1`. */
  readonly baseUrl: string;
  /** Host and port. */
  readonly host: string;
  /** All requests so far, in the order in which they were read whole. */
  readonly requests: readonly TranscriptionRequest[];
  /** How many connections were opened. */
  readonly connections: number;
  /** Resolves when so many requests have been read whole, since the start. */
  arrived(count: number): Promise<void>;
  /** Answers what hangs, so that a test can hold several requests at once. */
  release(reply: Reply): void;
  close(): Promise<void>;
}

/** Starts a server. */
export async function startTranscriptionServer(answering: Answering): Promise<TranscriptionServer> {
  const requests: TranscriptionRequest[] = [];
  const waiting = new Set<{ readonly count: number; readonly resolve: () => void }>();
  const hanging = new Set<ServerResponse>();
  let connections = 0;

  const server = createServer((incoming, response) => {
    void readRequest(incoming).then(
      (request) => {
        requests.push(request);
        for (const one of waiting) {
          if (requests.length >= one.count) {
            waiting.delete(one);
            one.resolve();
          }
        }
        const reply = answering(request, requests.length);
        if (reply.kind === 'hang') {
          hanging.add(response);
        }
        send(response, reply);
      },
      (error: unknown) => send(response, refusal(400, 'invalid_request_error', String(error))),
    );
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('a server on loopback has a port');
  }
  const host = `127.0.0.1:${address.port}`;

  return {
    baseUrl: `http://${host}/v1`,
    host,
    requests,
    get connections() {
      return connections;
    },
    arrived: (count) =>
      requests.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.add({ count, resolve });
          }),
    release: (reply) => {
      for (const response of hanging) {
        hanging.delete(response);
        send(response, reply);
      }
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Gives each reply once, in turn, and the last one from then on. */
export function inTurn(...replies: readonly Reply[]): Answering {
  return (_, number) => replies[Math.min(number, replies.length) - 1] ?? { kind: 'hang' };
}

/** A good answer. */
export function answer(body: unknown): Reply {
  return { kind: 'answer', body };
}

/** A refusal in OpenAI's form. */
export function refusal(
  status: number,
  code: string,
  message = 'no',
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { kind: 'answer', status, headers, body: { error: { message, type: code, param: null, code } } };
}

/** The value of a field; undefined when it is not there. */
export function fieldOf(request: TranscriptionRequest, name: string): string | undefined {
  return request.fields.find(([field]) => field === name)?.[1];
}

/** All values of a field that may come several times. */
export function fieldsOf(request: TranscriptionRequest, name: string): readonly string[] {
  return request.fields.flatMap(([field, value]) => (field === name ? value : []));
}

function send(response: ServerResponse, reply: Reply): void {
  switch (reply.kind) {
    case 'answer': {
      const isText = typeof reply.body === 'string';
      response.writeHead(reply.status ?? 200, {
        'content-type': isText ? 'text/html' : 'application/json',
        ...reply.headers,
      });
      response.end(isText ? reply.body : JSON.stringify(reply.body));
      return;
    }
    case 'hang':
      return;
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"text":"a half', () => response.destroy());
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    default:
      reply satisfies never;
  }
}

async function readRequest(incoming: IncomingMessage): Promise<TranscriptionRequest> {
  const bytes = await buffer(incoming);
  const headers = { 'content-type': incoming.headers['content-type'] ?? '' };
  const form = await new Response(Uint8Array.from(bytes), { headers }).formData();
  const file = form.get('file');
  if (!(file instanceof File) || !file.name.endsWith('.wav')) {
    throw new Error('a file with the name of a format is wanted');
  }
  return {
    path: incoming.url ?? '',
    authorization: incoming.headers.authorization,
    fields: [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
    samples: readWav(new DataView(await file.arrayBuffer())),
  };
}

/** Reads a WAV file of 16 bits, mono, 16 kHz, and refuses any other. */
function readWav(view: DataView): Float32Array {
  const text = (at: number): string =>
    String.fromCodePoint(...Array.from({ length: 4 }, (_, index) => view.getUint8(at + index)));
  const dataBytes = view.getUint32(40, true);
  const isRight =
    text(0) === 'RIFF' &&
    view.getUint32(4, true) === view.byteLength - 8 &&
    text(8) === 'WAVE' &&
    view.getUint16(20, true) === 1 &&
    view.getUint16(22, true) === 1 &&
    view.getUint32(24, true) === SAMPLE_RATE_HZ &&
    view.getUint16(34, true) === 16 &&
    text(36) === 'data' &&
    44 + dataBytes === view.byteLength;
  if (!isRight) {
    throw new Error('not a WAV file of 16 bits, mono, 16 kHz');
  }
  return Float32Array.from(
    { length: dataBytes / 2 },
    (_, index) => view.getInt16(44 + 2 * index, true) / 32_767,
  );
}
