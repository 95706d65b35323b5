/** The exit codes of the command line; the help lists them. */
import { isAppError } from '../errors/index.ts';

export const EXIT = {
  /** All went well. */
  ok: 0,
  /** Some file failed, or the doctor found something to mend. */
  failed: 1,
  /** Wrong usage or settings: nothing was started. */
  usage: 2,
  /** Cancelled by the user: 128 and the number of SIGINT, as shells have it. */
  cancelled: 130,
} as const;

/** See {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code for an error that ended a whole run. */
export function exitCodeOf(error: unknown): ExitCode {
  if (isAppError(error, 'usage-invalid') || isAppError(error, 'config-invalid')) {
    return EXIT.usage;
  }
  return isAppError(error, 'cancelled') ? EXIT.cancelled : EXIT.failed;
}
