/** The errors of files of a model that are not as they should be; the model is named by its folder. */
import { basename, dirname } from 'node:path';
import { AppError, systemCode } from '../../../errors/index.ts';

/** `model-damaged`: the file is not whole. What is wrong with it becomes the cause, for logs. */
export function modelDamaged(path: string, problem: string): AppError {
  return new AppError('model-damaged', named(path), { cause: new Error(problem) });
}

/** `model-unfit`: the file is whole, but no Whisper model that can be run. The problem is told in English. */
export function modelUnfit(path: string, problem: string, cause?: unknown): AppError {
  return new AppError('model-unfit', { ...named(path), problem }, { cause });
}

/** `model-unreadable` for a file that this user may not read, else `model-missing`. */
export function modelNotRead(path: string, cause: unknown): AppError {
  const isClosed = /^E(?:ACCES|PERM)$/.test(systemCode(cause));
  return new AppError(isClosed ? 'model-unreadable' : 'model-missing', named(path), { cause });
}

function named(path: string): { readonly model: string; readonly path: string } {
  return { model: basename(dirname(path)), path };
}
