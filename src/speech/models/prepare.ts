/** Makes a Whisper model ready to run, in a process of its own. */
import { createProcessPool } from '../../compute/index.ts';
import type { WhisperVariant } from '../engines/whisper/graphs/open-graphs.ts';

/** What is made ready. */
export interface PrepareTask {
  readonly folder: string;
  readonly variant: WhisperVariant;
}

/** What is known of it then. */
export interface Prepared {
  /** Names the weights, whichever file they came in. */
  readonly tensorsSha256: string;
  readonly vocabularySize: number;
}

/** The largest model takes a minute on a slow machine; an hour means that nothing happens any more. */
const TIMEOUT_MS = 60 * 60_000;

/** What the graphs take on the disk, by the bytes of the weights that they are made of. */
const GRAPH_SHARE: Readonly<Record<WhisperVariant, number>> = { int8: 0.85, float32: 2.9 };

/** How much disk the graphs will take, about. */
export function graphBytes(files: readonly { readonly bytes: number }[], variant: WhisperVariant): number {
  return Math.ceil(GRAPH_SHARE[variant] * Math.max(0, ...files.map(({ bytes }) => bytes)));
}

/**
 * Builds the graphs of a Whisper folder inside it; those that are there are left as they are.
 *
 * @throws AppError as `buildWhisperGraphs`, `worker-crashed`, `task-timeout`; the signal's reason
 */
export async function prepareWhisper(task: PrepareTask, signal: AbortSignal): Promise<Prepared> {
  const pool = createProcessPool<null, PrepareTask, Prepared>({
    entry: new URL('./prepare.child.ts', import.meta.url),
    setup: null,
    slots: 1,
    maxRssBytes: Number.MAX_SAFE_INTEGER,
    taskTimeoutMs: TIMEOUT_MS,
  });
  try {
    return await pool.run(task, { signal });
  } finally {
    await pool.close();
  }
}
