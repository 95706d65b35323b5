/** Waits for a short program to end and hands back what it wrote, within limits of time and size. */
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { Child, Exit } from './children.ts';
import type { StderrLines } from './stderr-lines.ts';
import { whenClosed } from './when-closed.ts';

/** What became of the run. */
export type Run =
  | { readonly state: 'ended'; readonly exit: Exit; readonly stdout: string; readonly stderr: StderrLines }
  | { readonly state: 'wrote-too-much' }
  | { readonly state: 'timed-out' };

/** The limits. */
export interface RunOptions {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** The most that it may write on standard output, in bytes. */
  readonly maxBytes: number;
}

/**
 * Reads `child` to its end. Stopping it stays with the caller.
 *
 * @throws the signal's reason
 */
export async function runToEnd(child: Child, options: RunOptions): Promise<Run> {
  const { signal, timeoutMs, maxBytes } = options;
  const ending = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const ended = Promise.all([child.exit, readAll(child.stdout, maxBytes), child.stderr.closed]);
  const outcome = await Promise.race([ended, whenAborted(ending)]);
  signal.throwIfAborted();
  if (outcome === 'aborted') {
    return { state: 'timed-out' };
  }
  const [exit, stdout] = outcome;
  return stdout === null
    ? { state: 'wrote-too-much' }
    : { state: 'ended', exit, stdout, stderr: child.stderr };
}

async function whenAborted(signal: AbortSignal): Promise<'aborted'> {
  if (!signal.aborted) {
    await once(signal, 'abort');
  }
  return 'aborted';
}

/** The whole text; `null`, and the rest thrown away, when it is longer than `maxBytes`. */
async function readAll(stream: Readable, maxBytes: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= maxBytes) {
      chunks.push(chunk);
    }
  });
  await whenClosed(stream);
  return bytes <= maxBytes ? Buffer.concat(chunks).toString('utf8') : null;
}
