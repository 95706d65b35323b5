/** Where Russian sentences and clauses end, as recognisers print them. */
import { endsList, endsWithAbbreviation } from './abbreviations.ts';
import { isHesitation } from './spoken-words.ts';

const SENTENCE_END = /[.!?…]["'»“”’)\]]*$/u;
const CLAUSE_END = /[,;:—–]["'»“”’)\]]*$|^-+$/u;

/**
 * Whether the shown word ends a sentence: `там.`, `зачем?!»`, `и…`, but not `г.`, `т. д.` or an initial, and not `Э-э.`:
 * what is printed after a hesitation sound only shows that a silence followed.
 */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text) && !endsWithAbbreviation(text) && !isHesitation(text);
}

/**
 * Whether the shown word ends a clause: `вот,`, `так:`, a dash, `т. д.`, or the end of a sentence; never a hesitation
 * sound.
 */
export function endsClause(text: string): boolean {
  return (CLAUSE_END.test(text) && !isHesitation(text)) || endsList(text) || endsSentence(text);
}
