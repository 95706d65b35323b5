/** The spoken words of a talk with their dictionary forms, looked up once for everything that asks for them. */
import type { Lemmas, Lexicon, PartOfSpeech } from '../language/index.ts';
import { createLemmas, plain } from '../language/index.ts';
import type { Absent } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { WordLayer } from './words.ts';

/** One spoken word. */
export interface Token {
  /** In lower case and without ё. */
  readonly word: string;
  readonly lemma: string;
  readonly partOfSpeech: PartOfSpeech | undefined;
  /** Index of the shown word that it belongs to. */
  readonly shown: number;
}

/** See the fields. */
export interface LemmaLayer {
  /** Answers about any word, also of a plan or a script. */
  readonly lemmas: Lemmas;
  /** Every spoken word, in order; those of shown word `i` begin at `words.spokenBefore[i]`. */
  readonly tokens: readonly Token[];
  /** The lemmas of each shown word: none for a hesitation sound, several for `well-known`. */
  readonly ofShown: readonly (readonly string[])[];
}

/** Looks every form up once. */
export function deriveLemmas(words: WordLayer | Absent, lexicon?: Lexicon): LemmaLayer | Absent {
  if (!isPresent(words)) {
    return words;
  }
  const { language, transcript } = words;
  const lemmas = createLemmas(language, lexicon);
  const known = new Map<string, readonly Omit<Token, 'shown'>[]>();
  const tokens: Token[] = [];
  const ofShown: (readonly string[])[] = [];
  transcript.words.forEach(({ text }, shown) => {
    let said = known.get(text);
    if (said === undefined) {
      said = language.spokenWords(text).map((word) => ({
        word: plain(word),
        lemma: lemmas.lemma(word),
        partOfSpeech: lemmas.partOfSpeech(word),
      }));
      known.set(text, said);
    }
    ofShown.push(said.map(({ lemma }) => lemma));
    for (const token of said) {
      tokens.push({ ...token, shown });
    }
  });
  return { lemmas, tokens, ofShown };
}
