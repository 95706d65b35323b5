/** The plan of a talk as the command line gives it: its text, or a file with it. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parsePlan } from '../analysis/index.ts';
import { AppError, quoted, systemCode } from '../errors/index.ts';
import type { TalkPlan } from '../report/index.ts';

/** More than this is no plan. */
const MAX_BYTES = 2 ** 20;
/** What has a folder or an ending in its name is meant as a file, whether it is there or not. */
const FILE_NAME = /[/\\]|\.[a-z]{2,4}$/i;

/**
 * Reads a plan.
 *
 * @param given a plan such as `5m..7m`, or the name of a file that holds one
 * @throws AppError of {@link parsePlan}; `file-not-found`, `file-unreadable`, `not-a-file`
 */
export async function readPlan(given: string, cwd: string): Promise<TalkPlan> {
  const path = resolve(cwd, given);
  const file = quoted(given);
  let facts: Awaited<ReturnType<typeof stat>>;
  try {
    facts = await stat(path);
  } catch (error) {
    if (FILE_NAME.test(given)) {
      const isClosed = systemCode(error) === 'EACCES';
      throw new AppError(isClosed ? 'file-unreadable' : 'file-not-found', { file }, { cause: error });
    }
    return parsePlan(given);
  }
  if (!facts.isFile()) {
    throw new AppError('not-a-file', { file });
  }
  if (facts.size > MAX_BYTES) {
    // A recording, say: whatever it holds, no plan is in it.
    throw new AppError('plan-empty');
  }
  return parsePlan(await readText(path, file));
}

async function readText(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new AppError('file-unreadable', { file }, { cause: error });
  }
}
