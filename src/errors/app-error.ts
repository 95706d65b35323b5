/** The error that every part throws: a code of the table, the facts of the case, and the cause. */
import type { ErrorCode } from './table.ts';
import { ERROR_TABLE } from './table.ts';

/** Facts of the case, put into the texts of the code: names and numbers, never a secret or a transcript. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An expected failure with a code of {@link ERROR_TABLE}. Its message is the English text, for logs. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  /**
   * @param code a code of the table
   * @param details what fills the `{placeholders}` of its texts
   * @param options `cause`: the error behind this one, for logs only
   */
  constructor(code: ErrorCode, details: ErrorDetails = {}, options: { readonly cause?: unknown } = {}) {
    super(fillText(ERROR_TABLE[code].en.message, details), options);
    this.code = code;
    this.details = Object.freeze({ ...details });
  }

  /** Whether the same call may succeed later with nothing changed. */
  get retryable(): boolean {
    return ERROR_TABLE[this.code].retryable;
  }
}

/**
 * Whether `error` is an {@link AppError}, optionally of one code. Goes by shape, not by class, so that an error
 * which came from another process or copy of the package is still known.
 */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return (
    error instanceof Error &&
    error.name === 'AppError' &&
    'code' in error &&
    typeof error.code === 'string' &&
    Object.hasOwn(ERROR_TABLE, error.code) &&
    (code === undefined || error.code === code)
  );
}

/** Puts details into a text's `{placeholders}`; an unknown placeholder stays as it is, so that a test can find it. */
export function fillText(text: string, details: ErrorDetails): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}
