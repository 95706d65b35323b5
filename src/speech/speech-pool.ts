/** The speech children as the rest of this part asks them: voice activity, and listeners that run in them. */
import type { ProcessPool, RunOptions } from '../compute/index.ts';
import type { Listener } from './listener.ts';
import type { SpeechAnswer, SpeechTask } from './speech-work.ts';

/** A pool of speech children. */
export type SpeechPool = ProcessPool<SpeechTask, SpeechAnswer>;

/** Gives a task to a child; its answer is of the same kind. */
export async function ask<Task extends SpeechTask>(
  pool: SpeechPool,
  task: Task,
  options: RunOptions,
): Promise<Extract<SpeechAnswer, { kind: Task['kind'] }>> {
  const answer = await pool.run(task, options);
  if (!isAnswerTo(answer, task)) {
    throw new TypeError(`a child answered ${answer.kind} to ${task.kind}`);
  }
  return answer;
}

function isAnswerTo<Task extends SpeechTask>(
  answer: SpeechAnswer,
  task: Task,
): answer is Extract<SpeechAnswer, { kind: Task['kind'] }> {
  return answer.kind === task.kind;
}

/** What a pool has to know of a model that listens in it. */
export interface PooledModel extends Omit<Listener, 'recognize'> {
  /** A child with more resident memory than this after a chunk is replaced. */
  readonly maxRssBytes: number;
}

/** A listener whose model runs in the children. */
export function createPoolListener(
  pool: SpeechPool,
  { name, languages, tellsLanguage, maxRssBytes }: PooledModel,
): Listener {
  return Object.freeze({
    name,
    languages,
    tellsLanguage,
    recognize: async (samples, { signal, language }) => {
      const task = {
        kind: 'recognize',
        model: name,
        samples,
        ...(language === undefined ? {} : { language }),
      } as const;
      const { heard } = await ask(pool, task, { signal, maxRssBytes });
      return heard;
    },
  } satisfies Listener);
}
