/** One file over HTTP: it resumes where an earlier fetch was cut, and takes its name only when its hash is right. */
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isAppError, toWriteError } from '../../../errors/index.ts';
import type { Clock, Random } from '../../../resilience/index.ts';
import { createRetry } from '../../../resilience/index.ts';
import type { PinnedFile } from '../model-entry.ts';
import { sha256OfFile } from '../store.ts';
import { appendStream } from './append-stream.ts';
import { SourceFailure } from './source.ts';
import type { Web, WebAnswer } from './web.ts';
import { WebFailure, refusalOf, toWebFailure } from './web.ts';

/** What fetches need. */
export interface FetchDeps {
  readonly web: Web;
  readonly clock: Clock;
  readonly random: Random;
  /** The longest first wait before another attempt. Default 1 s. */
  readonly firstWaitMs?: number;
}

/** Which file, and what is done on the way. */
export interface FetchFileOptions {
  readonly url: URL;
  /** Where the file goes; beside it lie `.part`, and `.tag` which tells the version that the part is of. */
  readonly path: string;
  readonly expected: PinnedFile;
  readonly signal: AbortSignal;
  /** Called with the bytes that are there. */
  readonly onBytes: (bytes: number) => void;
  /** Called when all bytes are there and are compared with the hash. */
  readonly onCheck: () => void;
}

/** Attempts in a row that bring nothing new. */
const ATTEMPTS = 4;

/**
 * Fetches a file whose bytes are known beforehand.
 *
 * @throws SourceFailure when the server does not give it, or gives another; AppError `disk-full`, `cannot-write`; the
 *   signal's reason. Only a part that may still be of use is left.
 */
export async function fetchFile(deps: FetchDeps, options: FetchFileOptions): Promise<void> {
  const { path, expected, signal, onCheck } = options;
  const part = `${path}.part`;
  for (let attempt = 1; ; attempt += 1) {
    const isOnePiece = await fetchPart(deps, options, part);
    onCheck();
    if ((await sha256OfFile(part, signal)) === expected.sha256) {
      await rename(part, path);
      await rm(tagOf(part), { force: true });
      return;
    }
    await removePart(part);
    // Pieces may be of different versions; one from the start to the end is all that the server has.
    if (isOnePiece || attempt === 2) {
      throw new SourceFailure(`${expected.path}: wrong sha256`);
    }
  }
}

/** Repeats as long as something comes. @returns whether all of it came by one request */
async function fetchPart(
  { web, clock, random, firstWaitMs = 1_000 }: FetchDeps,
  options: FetchFileOptions,
  part: string,
): Promise<boolean> {
  const retry = createRetry(
    { clock, random },
    {
      name: options.url.host,
      attempts: ATTEMPTS,
      backoff: { firstMs: firstWaitMs },
      classify: (error) =>
        error instanceof WebFailure && error.isPassing
          ? { retry: true, retryAfter: error.retryAfter }
          : { retry: false },
    },
  );
  for (;;) {
    const before = await sizeOf(part);
    try {
      const from = await retry.run(() => continuePart(web, options, part), { signal: options.signal });
      return from === 0;
    } catch (error) {
      const isPassing = error instanceof WebFailure && error.isPassing;
      if (!isPassing || (await sizeOf(part)) <= before) {
        throw error;
      }
    }
  }
}

/** One request for what is still missing. @returns where it began */
async function continuePart(
  web: Web,
  { url, expected, signal, onBytes }: FetchFileOptions,
  part: string,
): Promise<number> {
  const there = await sizeOf(part);
  if (there === expected.bytes) {
    return there;
  }
  if (there > expected.bytes) {
    await removePart(part);
  }
  const isContinued = there > 0 && there < expected.bytes;
  const tag = isContinued ? await readFile(tagOf(part), 'utf8').catch(() => '') : '';
  const headers: Record<string, string> = {
    ...(isContinued ? { range: `bytes=${there}-` } : {}),
    // The server then sends the whole file when its version is another.
    ...(tag === '' ? {} : { 'if-range': tag }),
  };
  const answer = await web.get(url, { headers, signal });
  try {
    if (answer.status === 416) {
      await removePart(part);
      throw new WebFailure('HTTP 416', { isPassing: true });
    }
    const refusal = refusalOf(answer);
    if (refusal !== undefined) {
      throw refusal;
    }
    const from = startOf(answer, there);
    requireLength(answer, expected, from);
    // Read at once: what comes before anybody reads is lost when the connection is cut.
    const appending = append(answer, part, { from, expected, signal, onBytes });
    await Promise.all([appending, keepTag(answer, part)]);
    return from;
  } catch (error) {
    answer.body.destroy();
    throw error;
  }
}

/** Where the bytes of an answer belong: a server that knows no ranges sends everything. */
function startOf(answer: WebAnswer, wanted: number): number {
  if (answer.status === 200) {
    return 0;
  }
  const range = /^bytes (\d+)-/.exec(answer.header('content-range') ?? '');
  if (Number(range?.[1]) !== wanted) {
    throw new SourceFailure('another range than the one that was asked for');
  }
  return wanted;
}

/** A file of another length need not be fetched to know that it is another. */
function requireLength(answer: WebAnswer, { path, bytes }: PinnedFile, from: number): void {
  const length = answer.header('content-length');
  if (length !== undefined && from + Number(length) !== bytes) {
    throw new SourceFailure(`${path}: ${from + Number(length)} bytes, not ${bytes}`);
  }
}

async function append(
  { body }: WebAnswer,
  part: string,
  {
    from,
    expected,
    signal,
    onBytes,
  }: Pick<FetchFileOptions, 'expected' | 'signal' | 'onBytes'> & { from: number },
): Promise<void> {
  let bytes: number;
  try {
    bytes = await appendStream(body, part, { from, signal, maxBytes: expected.bytes, onBytes });
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof SourceFailure || isAppError(error) ? error : toWebFailure(error);
  }
  if (bytes < expected.bytes) {
    throw new WebFailure('the connection was cut', { isPassing: true });
  }
}

/** Notes which version the part is of. A weak tag does not stand for the very same bytes. */
async function keepTag(answer: WebAnswer, part: string): Promise<void> {
  const tag = answer.header('etag') ?? '';
  try {
    await writeFile(tagOf(part), tag.startsWith('"') ? tag : '');
  } catch (error) {
    throw toWriteError(error, part, dirname(part));
  }
}

function tagOf(part: string): string {
  return `${part}.tag`;
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

async function removePart(part: string): Promise<void> {
  await rm(part, { force: true });
  await rm(tagOf(part), { force: true });
}
