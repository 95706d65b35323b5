/** Words that carry the meaning of a talk: its numbers, its names, and what it is about. */
import type { Lexicon } from '../../language/index.ts';
import { cuesOf } from '../cues.ts';
import type { WordLayer } from '../words.ts';
import { isCommon, plain } from './light-words.ts';

/** What makes a word carry the meaning. */
export type MeaningKind = 'number' | 'name' | 'key-word';

/** Neighbouring words that carry one meaning together: "eighty four thousand", "Alice Moreno". */
export interface MeaningWords {
  readonly kind: MeaningKind;
  /** Index of the first shown word. */
  readonly first: number;
  /** Index of the last one, inclusive. */
  readonly last: number;
}

/** This share of the different words of a talk are its key words. */
const KEY_SHARE = 0.1;
/** A word that is said once may be anything. */
const MIN_TIMES = 2;
/** Shorter stems are too many words at once. */
const MIN_STEM_LETTERS = 3;

/** Endings of inflected English words, the longest first. */
const ENGLISH_ENDINGS = /(?:'s|ies|ing|ed|es|s|y)$/u;
/** Endings of inflected Russian nouns, adjectives and verbs. */
const RUSSIAN_ENDINGS =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|иям|ешь|ете|ишь|ите|ает|яет|ют|ут|ат|ят|ла|ло|ли|ть|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ом|ем|ам|ям|ах|ях|ов|ев|ию|ия|ии|ую|юю|а|я|о|е|ы|и|у|ю|ь|л|й)$/u;

/**
 * The words that carry the meaning, in order: numbers; names, which have a capital inside a sentence; and key words, the
 * tenth of the other words that weigh most. The weight of a word is how often it is said times the logarithm of how few
 * of the sentences have it (tf·idf with sentences for documents: Salton & Buckley 1988).
 *
 * @param lexicon gives dictionary forms; without it forms are told apart by their stems
 */
export function meaningWords(words: WordLayer, lexicon: Lexicon | undefined): readonly MeaningWords[] {
  const { language, transcript } = words;
  const cues = cuesOf(language);
  const stems = transcript.words.map(({ text }) =>
    language
      .spokenWords(text)
      .filter((word) => !isCommon(word, language.code))
      .map((word) => stemOf(word, lexicon))
      .filter((stem) => stem.length >= MIN_STEM_LETTERS),
  );
  const keys = keyStems(words, stems);
  const found: MeaningWords[] = [];
  let startsSentence = true;
  for (const [index, { text }] of transcript.words.entries()) {
    const kind: MeaningKind | undefined = cues.isNumber(text)
      ? 'number'
      : !startsSentence && isName(text)
        ? 'name'
        : stems[index]?.some((stem) => keys.has(stem)) === true
          ? 'key-word'
          : undefined;
    const previous = found.at(-1);
    if (kind !== undefined && previous?.kind === kind && previous.last === index - 1 && !startsSentence) {
      found[found.length - 1] = { ...previous, last: index };
    } else if (kind !== undefined) {
      found.push({ kind, first: index, last: index });
    }
    startsSentence = language.endsSentence(text);
  }
  return found;
}

/** The stems that weigh most. */
function keyStems(
  { language, transcript }: WordLayer,
  stems: readonly (readonly string[])[],
): ReadonlySet<string> {
  const times = new Map<string, number>();
  const sentencesWith = new Map<string, number>();
  let inSentence = new Set<string>();
  let sentences = 0;
  for (const [index, { text }] of transcript.words.entries()) {
    for (const stem of stems[index] ?? []) {
      times.set(stem, (times.get(stem) ?? 0) + 1);
      inSentence.add(stem);
    }
    if (language.endsSentence(text) || index === transcript.words.length - 1) {
      sentences += 1;
      for (const stem of inSentence) {
        sentencesWith.set(stem, (sentencesWith.get(stem) ?? 0) + 1);
      }
      inSentence = new Set();
    }
  }
  const weights = [...times]
    .filter(([, count]) => count >= MIN_TIMES)
    .map(([stem, count]) => ({ stem, weight: count * Math.log(sentences / (sentencesWith.get(stem) ?? 1)) }))
    .toSorted((a, b) => b.weight - a.weight);
  return new Set(weights.slice(0, Math.ceil(times.size * KEY_SHARE)).map(({ stem }) => stem));
}

/** With a capital, and more than "I". */
function isName(text: string): boolean {
  return /^\P{L}*\p{Lu}\p{L}/u.test(text) && !/^I['’]/u.test(text);
}

function stemOf(word: string, lexicon: Lexicon | undefined): string {
  const form = plain(word);
  const lemma = lexicon?.lemmas(form)[0]?.lemma;
  if (lemma !== undefined) {
    return lemma;
  }
  const stem = form.replace(/[а-я]/u.test(form) ? RUSSIAN_ENDINGS : ENGLISH_ENDINGS, '');
  return stem.length >= MIN_STEM_LETTERS ? stem : form;
}
