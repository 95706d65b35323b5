/** Feeds a task in a thread with blocks while it runs: the thread asks for each, so that none pile up. */
import { on } from 'node:events';
import type { MessagePort, Transferable } from 'node:worker_threads';
import { MessageChannel } from 'node:worker_threads';
import { AppError } from '../errors/index.ts';

/** What the feeding side answers when the thread asks for a block. */
type Fed = { readonly kind: 'block'; readonly block: unknown } | { readonly kind: 'end' };

/** The feeding side. */
export interface Feed {
  /** The thread's end, to be transferred to it. */
  readonly port: MessagePort;
  /** Aborted with what the source threw, or with `task-timeout` when the thread does not ask any more. */
  readonly failed: AbortSignal;
  /** Ends the feed; the source is told to stop, and not waited for. Idempotent. */
  stop(): void;
}

/** How blocks get to the thread. */
export interface FeedOptions<Block> {
  /** The longest that the thread may take over one block, its start and its end. */
  readonly patienceMs: number;
  /** What of a block is moved to the thread rather than copied. */
  readonly toMove: (block: Block) => readonly Transferable[];
}

/** Starts a feed. The source is asked for a block when the thread asks. */
export function startFeed<Block>(
  blocks: AsyncIterable<Block>,
  { patienceMs, toMove }: FeedOptions<Block>,
): Feed {
  const { port1: here, port2: port } = new MessageChannel();
  const failure = new AbortController();
  const source = blocks[Symbol.asyncIterator]();
  let patience: NodeJS.Timeout;
  let stopped = false;

  const awaitThread = (): void => {
    patience = setTimeout(() => {
      failure.abort(new AppError('task-timeout', { seconds: Math.round(patienceMs / 1000) }));
    }, patienceMs);
  };
  const answer = async (): Promise<void> => {
    clearTimeout(patience);
    try {
      const step = await source.next();
      if (!stopped) {
        if (step.done === true) {
          here.postMessage({ kind: 'end' } satisfies Fed, []);
        } else {
          here.postMessage({ kind: 'block', block: step.value } satisfies Fed, toMove(step.value));
        }
        awaitThread();
      }
    } catch (error) {
      failure.abort(error);
    }
  };

  here.on('message', () => void answer());
  awaitThread();
  return {
    port,
    failed: failure.signal,
    stop() {
      if (!stopped) {
        stopped = true;
        clearTimeout(patience);
        here.close();
        void source.return?.().catch(() => undefined);
      }
    },
  };
}

/**
 * The blocks of a feed, in its thread; to be read once. The next one is asked for before one is handed out, so that
 * the source works at the same time.
 *
 * @throws AppError `cancelled` when the feed is stopped before its end
 */
export async function* takeBlocks(port: MessagePort): AsyncGenerator<unknown, void, undefined> {
  const messages = on(port, 'message', { close: ['close'] });
  const ask = (): void => port.postMessage(null);
  ask();
  for await (const message of messages) {
    const fed: Fed = message[0];
    if (fed.kind === 'end') {
      return;
    }
    ask();
    yield fed.block;
  }
  throw new AppError('cancelled');
}
