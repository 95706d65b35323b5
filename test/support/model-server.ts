/** A server of models on loopback: knows ranges and tags like the real ones, and fails in the ways that those do. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How one answer differs from a good one. */
export interface Misbehaviour {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of the file. */
  readonly content?: Buffer;
  /** The connection is cut after that many bytes of the body. */
  readonly cutAfterBytes?: number;
  /** Nothing more comes after that many bytes of the body, and the connection stays open. */
  readonly stallAfterBytes?: number;
  /** Not even headers come. */
  readonly silent?: true;
  /** Ranges are not known. */
  readonly noRanges?: true;
  /** The length is not told beforehand. */
  readonly chunked?: true;
  /** Called when the request is there, before the answer. */
  readonly before?: () => Promise<void>;
}

/** What was asked for. */
export interface SeenRequest {
  readonly path: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

/** See {@link createModelServer}. */
export interface ModelServer {
  /** Its address, without a slash at the end. */
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** The bodies' bytes that were sent. */
  readonly sentBytes: () => number;
  /** Puts a file under a path that begins with a slash. */
  put(path: string, content: Buffer): void;
  /** The next requests of that path are answered so, one after the other; `always` stays. */
  misbehave(path: string, ...ways: readonly Misbehaviour[]): void;
  always(path: string, way: Misbehaviour): void;
  close(): Promise<void>;
}

/** Starts a server; it must be closed. */
export async function createModelServer(): Promise<ModelServer> {
  const files = new Map<string, Buffer>();
  const onceOnly = new Map<string, Misbehaviour[]>();
  const always = new Map<string, Misbehaviour>();
  const requests: SeenRequest[] = [];
  let sentBytes = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(request.url ?? '');
    const { range } = request.headers;
    const ifRange = [request.headers['if-range']].flat()[0];
    requests.push({ path, range, ifRange });
    const way = onceOnly.get(path)?.shift() ?? always.get(path) ?? {};
    await way.before?.();
    if (way.silent === true) {
      return;
    }
    const content = way.content ?? files.get(path);
    if (content === undefined || (way.status !== undefined && way.status !== 200)) {
      response.writeHead(way.status ?? 404, way.headers).end('no');
      return;
    }
    const tag = `"${createHash('sha1').update(content).digest('hex')}"`;
    const from = way.noRanges === true || (ifRange !== undefined && ifRange !== tag) ? 0 : startOf(range);
    if (from >= content.length) {
      response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end();
      return;
    }
    const body = content.subarray(from);
    response.writeHead(from === 0 ? 200 : 206, {
      etag: tag,
      ...(way.chunked === true ? {} : { 'content-length': body.length }),
      ...(from === 0 ? {} : { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` }),
      ...way.headers,
    });
    const end = Math.min(way.cutAfterBytes ?? Infinity, way.stallAfterBytes ?? Infinity, body.length);
    sentBytes += end;
    if (end === body.length && way.cutAfterBytes === undefined) {
      response.end(body);
      return;
    }
    response.write(body.subarray(0, end), () => {
      if (way.cutAfterBytes !== undefined) {
        request.socket.destroy();
      }
    });
  }

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    sentBytes: () => sentBytes,
    put: (path, content) => files.set(path, content),
    misbehave: (path, ...ways) => onceOnly.set(path, [...ways]),
    always: (path, way) => always.set(path, way),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function startOf(range: string | undefined): number {
  return Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') {
    throw new TypeError('no port');
  }
  return address.port;
}
