/** Errors and warnings as the command line tells them: what happened with its code, and what to do, never a stack. */
import type { ErrorDescription, Locale } from '../errors/index.ts';
import { AppError, describeError, isAppError, toPrintable } from '../errors/index.ts';
import type { CliTexts } from './texts/en.ts';

/**
 * What to tell about an error; names in it are made printable.
 *
 * @param given what the user called the file, which is shown instead of the path that was opened
 */
export function describeFailure(error: unknown, locale: Locale, given?: string): ErrorDescription {
  // These have details of several lines, whose values are printable already.
  if (!isAppError(error) || error.code === 'config-invalid' || error.code === 'model-pull-failed') {
    return describeError(error, locale);
  }
  const details = Object.entries(error.details).map(([name, value]): [string, string | number] => {
    const shown = name === 'file' && given !== undefined ? given : value;
    return [name, typeof shown === 'string' ? toPrintable(shown) : shown];
  });
  return describeError(new AppError(error.code, Object.fromEntries(details)), locale);
}

/** Two lines for a person, with a newline at the end. */
export function failureText(
  { code, message, mend }: ErrorDescription,
  texts: CliTexts,
  given?: string,
): string {
  const name = given === undefined ? '' : toPrintable(given);
  const subject = name === '' || message.includes(name) ? '' : `${name}: `;
  return `${texts.errorLabel}: ${subject}${message} (${code})\n  ${mend}\n`;
}

/** A line for a person, with a newline at the end. */
export function warningText(sentence: string, texts: CliTexts): string {
  return `${texts.warningLabel}: ${sentence}\n`;
}
