/** Failures that the operating system reports: their codes, and those of writing as errors of the table. */
import { AppError } from './app-error.ts';

/** The code of a failure, such as `ENOENT`; empty for a value that has none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * A failure to write as `disk-full`, which names the folder, or `cannot-write`, which names the path.
 *
 * @param cause becomes the error's cause, for logs
 * @param path what was to be written
 * @param folder where it was to be. Default: the path itself
 */
export function toWriteError(cause: unknown, path: string, folder = path): AppError {
  const code = systemCode(cause);
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new AppError('disk-full', { folder }, { cause })
    : new AppError('cannot-write', { path }, { cause });
}
