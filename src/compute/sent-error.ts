/** Errors on their way between processes and threads, whose structured clone keeps neither a class nor its fields. */
import type { ErrorCode, ErrorDetails } from '../errors/index.ts';
import { AppError, isAppError } from '../errors/index.ts';

/** An error as it travels. Only errors of the table keep their code; others arrive as `internal`. */
export interface SentError {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly stack: string;
}

/** Any thrown value, ready to be sent. */
export function packError(error: unknown): SentError {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return isAppError(error)
    ? { code: error.code, details: error.details, stack }
    : { code: 'internal', details: {}, stack };
}

/** The error at its destination; its cause is the stack of the place where it was thrown, for logs. */
export function unpackError({ code, details, stack }: SentError): AppError {
  return new AppError(code, details, { cause: stack });
}
