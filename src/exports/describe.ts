/** Single codes of a report in words, for those who show them one by one. */
import type { Locale } from '../errors/index.ts';
import type { Advice, Notice, ReasonCode } from '../report/index.ts';
import { createWording } from './wording.ts';

/** What a notice says: one or two sentences. Parameters stand in it as the report has them: escape before showing. */
export function describeNotice(notice: Notice, locale: Locale): string {
  return createWording(locale).notice(notice);
}

/** Why something is absent or less sure: a part of a sentence, without capital or full stop. */
export function describeReason(code: ReasonCode, locale: Locale): string {
  return createWording(locale).reason(code);
}

/** What an advice says: a title of a few words and one or two sentences. Escape before showing, as with notices. */
export function describeAdvice(
  advice: Advice,
  locale: Locale,
): { readonly title: string; readonly text: string } {
  return createWording(locale).advice(advice);
}
