/** Errors: the one table of codes, the error that carries a code, and how each is shown. */
export { AppError, isAppError } from './app-error.ts';
export type { ErrorDetails } from './app-error.ts';
export { describeError, toProblem } from './describe.ts';
export type { ErrorDescription, Problem } from './describe.ts';
export { quoted, toPrintable } from './printable.ts';
export { systemCode, toWriteError } from './system-error.ts';
export { ERROR_TABLE } from './table.ts';
export type { ErrorCode, ErrorRow, ErrorText, Locale } from './table.ts';
