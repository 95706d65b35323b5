/** Passive verbs and nominalisations: verbs in a form that hides who acts, and verbs that were made nouns. */
import type { Token } from '../lemma-layer.ts';
import type { Unit } from './figures.ts';

const MAX_BETWEEN = 2;
const ENGLISH_PARTICIPLE = /[^aeiou\W]ed$|[aeiou]{1,2}[a-z]*[^aeiou\W]ed$|ied$|[aeiou]ed$/;
const IRREGULAR_PARTICIPLE =
  /^(?:built|bought|brought|caught|chosen|driven|drawn|eaten|forgotten|found|frozen|given|grown|held|hidden|kept|known|led|made|meant|overcome|paid|proven|said|seen|sent|shaken|shown|sold|spent|spoken|stolen|taken|taught|thrown|told|torn|understood|worn|won|written|woven|withdrawn|thought|heard|felt|fed|dealt|lent|sung|sunk|struck|swept)$/;
const BETWEEN = /ly$|^(?:not|also|never|always|often|already|still|just|been|being|only|even)$/;
const RUSSIAN_SHORT_PARTICIPLE = /(?:[аеяи]н|[аеояиыу]т)[аоы]?$/u;
const ENGLISH_NOMINAL = /(?:[ts]ion|ment)$/;
const RUSSIAN_NOMINAL = /(?:[еа]ние|ость|изация)$/u;

/** Where the passive stands, by tokens; `listed` are the exceptions of English, and the reflexive verbs of Russian. */
export function findPassives(
  tokens: readonly Token[],
  language: string,
  listed: ReadonlySet<string>,
): readonly Unit[] {
  return tokens.flatMap((token, at) => {
    const first =
      language === 'ru' ? russianStart(tokens, token, at, listed) : englishStart(tokens, token, at, listed);
    return first === undefined ? [] : [{ first, last: at }];
  });
}

/** Whether a noun is made of a verb or an adjective; plain ones are listed as exceptions. */
export function isNominal(
  { lemma, partOfSpeech }: Token,
  language: string,
  plainNouns: ReadonlySet<string>,
): boolean {
  return (
    lemma.length >= 7 &&
    !plainNouns.has(lemma) &&
    (language === 'ru'
      ? partOfSpeech === 'noun' && RUSSIAN_NOMINAL.test(lemma)
      : partOfSpeech === 'noun' && ENGLISH_NOMINAL.test(lemma))
  );
}

/** A form of be, at most two adverbs, and a participle. */
function englishStart(
  tokens: readonly Token[],
  { word }: Token,
  at: number,
  notPassive: ReadonlySet<string>,
): number | undefined {
  const isParticiple = (word.length > 4 && ENGLISH_PARTICIPLE.test(word)) || IRREGULAR_PARTICIPLE.test(word);
  if (!isParticiple || notPassive.has(word)) {
    return undefined;
  }
  for (let back = at - 1; back >= 0 && at - back <= MAX_BETWEEN + 1; back -= 1) {
    const before = tokens[back];
    if (before?.lemma === 'be') {
      return back;
    }
    if (before === undefined || !BETWEEN.test(before.word)) {
      return undefined;
    }
  }
  return undefined;
}

/** A short participle beside быть, or one of the reflexive verbs that are hardly ever anything else. */
function russianStart(
  tokens: readonly Token[],
  token: Token,
  at: number,
  reflexive: ReadonlySet<string>,
): number | undefined {
  if (token.partOfSpeech === 'verb' && reflexive.has(token.lemma)) {
    return at;
  }
  if (token.partOfSpeech !== 'participle' || !RUSSIAN_SHORT_PARTICIPLE.test(token.word)) {
    return undefined;
  }
  for (let back = at - 1; back >= Math.max(0, at - MAX_BETWEEN); back -= 1) {
    if (tokens[back]?.lemma === 'быть') {
      return back;
    }
  }
  return undefined;
}
