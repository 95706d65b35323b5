/** Errors as others see them: a problem document for programs, two lines for a person. */
import type { AppError } from './app-error.ts';
import { fillText, isAppError } from './app-error.ts';
import type { ErrorCode, Locale } from './table.ts';
import { ERROR_TABLE } from './table.ts';

/** What a person is told: what happened, and what to do. */
export interface ErrorDescription {
  readonly code: ErrorCode;
  readonly message: string;
  readonly mend: string;
}

/**
 * What to tell a person about any thrown value. An error that is not of the table is `internal`: its own message
 * may hold paths, secrets or a transcript and is never shown.
 */
export function describeError(error: unknown, locale: Locale): ErrorDescription {
  const known = toAppError(error);
  const row = ERROR_TABLE[known.code][locale];
  return {
    code: known.code,
    message: fillText(row.message, known.details),
    mend: fillText(row.mend, known.details),
  };
}

/** An RFC 9457 problem document. */
export interface Problem {
  /** `about:blank` until the error pages are served; the code is the machine's handle. */
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly mend: string;
  readonly retryable: boolean;
}

/** Any thrown value as a problem document, in one language; unknown errors leak nothing. */
export function toProblem(error: unknown, locale: Locale): Problem {
  const { code, message, mend } = describeError(error, locale);
  const row = ERROR_TABLE[code];
  return {
    type: 'about:blank',
    title: code,
    status: row.status,
    code,
    detail: message,
    mend,
    retryable: row.retryable,
  };
}

/** The error itself when it is of the table, `cancelled` for an abort without a better reason, else `internal`. */
function toAppError(error: unknown): Pick<AppError, 'code' | 'details'> {
  if (isAppError(error)) {
    return error;
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return { code: 'cancelled', details: {} };
  }
  return { code: 'internal', details: {} };
}
