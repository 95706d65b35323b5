/** Where English sentences and clauses end, as recognisers print them. */
import { isHesitation } from './spoken-words.ts';

/** A full stop after these, or after a single letter other than I, ends no sentence. */
const ABBREVIATION =
  /^\P{L}*(?:mr|mrs|ms|dr|st|vs|prof|gen|col|lt|sen|rep|jr|sr|(?!i)\p{L}|(?:\p{L}\.)+\p{L})\.$/iu;
const SENTENCE_END = /[.!?…]+["'”’)\]]*$/u;
const CLAUSE_END = /[,;:—–]["'”’)\]]*$|^-+$/u;

/**
 * Whether the shown word ends a sentence: `there.`, `why?"`, `and…`, but not `Mr.` or an initial, and not `Um.`: what is
 * printed after a hesitation sound only shows that a silence followed.
 */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text) && !ABBREVIATION.test(text) && !isHesitation(text);
}

/** Whether the shown word ends a clause: `here,`, `so:`, a dash, or the end of a sentence; never a hesitation sound. */
export function endsClause(text: string): boolean {
  return (CLAUSE_END.test(text) && !isHesitation(text)) || endsSentence(text);
}
