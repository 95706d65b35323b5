/** What words tell about the build of a talk: what opens a clause, marks a key point, opens a part, or is a number. */
import type { Language } from '../language/index.ts';
import { ENGLISH_CUES } from './cues-en.ts';
import { RUSSIAN_CUES } from './cues-ru.ts';

/** The cues of one language. Words are in lower case, Russian ones with «е» for «ё». */
export interface CueWords {
  /** Conjunctions and relative words before which a clause may end without a mark. */
  readonly clauseOpeners: string;
  /** Prepositions, before which a phrase may end. */
  readonly phraseOpeners: string;
  /** Phrases that call something the main thing. */
  readonly keyPoints: string;
  /** Phrases at the start of a sentence which say that a new part begins. */
  readonly partOpeners: string;
  /** Number words, whole, from two on: "one" is more often no number. */
  readonly numbers: RegExp;
  /** From so many syllables on, a word is long. */
  readonly longWordSyllables: number;
}

/** Answers about words as the recogniser shows them. */
export interface Cues {
  /** Whether a clause may begin with the word. */
  readonly opensClause: (text: string) => boolean;
  /** Whether a phrase inside a clause may begin with it. */
  readonly opensPhrase: (text: string) => boolean;
  /** Whether a word is a number: with a digit in it, or a number word. */
  readonly isNumber: (text: string) => boolean;
  readonly isLong: (text: string) => boolean;
  /** Whether the words of a sentence hold a phrase that calls something the main thing. */
  readonly marksKeyPoint: (sentence: readonly string[]) => boolean;
  /** Whether a sentence begins with a phrase that opens a new part. */
  readonly opensPart: (sentence: readonly string[]) => boolean;
}

const CUE_WORDS: ReadonlyMap<string, CueWords> = new Map([
  ['en', ENGLISH_CUES],
  ['ru', RUSSIAN_CUES],
]);

/** The cues of a language; in one that has none, only digits tell. */
export function cuesOf(language: Language): Cues {
  const words = CUE_WORDS.get(language.code);
  const clauseOpeners = new Set(listed(words?.clauseOpeners));
  const phraseOpeners = new Set(listed(words?.phraseOpeners));
  const keyPoints = listed(words?.keyPoints);
  const partOpeners = listed(words?.partOpeners);
  const numbers = words?.numbers;
  const longFrom = words?.longWordSyllables ?? Infinity;
  const said = remembering((text) => language.spokenWords(text).map(plain));
  const isLong = remembering((text) => said(text).some((word) => language.syllables(word) >= longFrom));
  const phrase = (sentence: readonly string[]): string => ` ${sentence.flatMap(said).join(' ')} `;
  return Object.freeze({
    opensClause: (text: string) => clauseOpeners.has(said(text)[0] ?? ''),
    opensPhrase: (text: string) => phraseOpeners.has(said(text)[0] ?? ''),
    isNumber: (text: string) => /\d/.test(text) || said(text).some((word) => numbers?.test(word) === true),
    isLong,
    marksKeyPoint(sentence: readonly string[]) {
      const whole = phrase(sentence);
      return keyPoints.some((mark) => whole.includes(` ${mark} `));
    },
    opensPart(sentence: readonly string[]) {
      const whole = phrase(sentence);
      return partOpeners.some((opener) => whole.startsWith(` ${opener} `));
    },
  });
}

/** Talks repeat their words: each form is looked at once. */
function remembering<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) {
      return before;
    }
    const answer = compute(text);
    known.set(text, answer);
    return answer;
  };
}

function listed(list = ''): readonly string[] {
  return list
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е');
}
