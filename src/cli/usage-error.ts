/** The parser's errors, which are English only, as errors of our own in the chosen language. */
import { CommanderError } from 'commander';
import { AppError, toPrintable } from '../errors/index.ts';
import type { CliTexts } from './texts/en.ts';

/** What ended the parsing: help or version was shown as asked, or the usage is wrong. */
export type ParseEnd =
  | { readonly kind: 'shown' }
  | { readonly kind: 'help-needed' }
  | { readonly kind: 'wrong'; readonly error: AppError };

/** Reads what commander threw; undefined for an error that is not the parser's. */
export function readParseEnd(error: unknown, texts: CliTexts): ParseEnd | undefined {
  if (!(error instanceof CommanderError)) {
    return undefined;
  }
  if (error.code === 'commander.help' && error.exitCode !== 0) {
    return { kind: 'help-needed' };
  }
  return error.exitCode === 0
    ? { kind: 'shown' }
    : { kind: 'wrong', error: usageError(describe(error, texts)) };
}

/** Wrong usage, in a sentence that is shown as it is. */
export function usageError(problem: string): AppError {
  return new AppError('usage-invalid', { problem });
}

/**
 * The parser's message in our words. It names its subject in quotes, its suggestions in brackets and spare
 * arguments after the last colon; an unknown kind of error keeps its own words rather than none.
 */
function describe({ code, message }: CommanderError, { usage, arguments: known }: CliTexts): string {
  const quoted = /'(?<subject>.*)'/su.exec(message)?.groups?.['subject'] ?? '';
  const subject = toPrintable(quoted);
  const suggested = /\(Did you mean (?:one of )?(?<names>[^)]*)\?\)$/u.exec(message)?.groups?.['names'];
  const suggestion = suggested === undefined ? '' : usage.suggestion(suggested);
  switch (code) {
    case 'commander.unknownOption':
      return usage.unknownOption(subject) + suggestion;
    case 'commander.unknownCommand':
      return usage.unknownCommand(subject) + suggestion;
    case 'commander.missingArgument':
      return Object.values(known).find(({ name }) => name === subject)?.missing ?? toPrintable(message);
    case 'commander.optionMissingArgument':
      return usage.optionMissingArgument(subject);
    case 'commander.excessArguments': {
      const { allowed, given = '' } =
        /Expected (?<allowed>\d+) arguments? but got \d+: (?<given>.*)\.$/su.exec(message)?.groups ?? {};
      return allowed === '1'
        ? usage.tooManyArguments(toPrintable(given))
        : usage.excessArguments(toPrintable(given));
    }
    default:
      return toPrintable(message);
  }
}
