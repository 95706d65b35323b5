/** Abbreviations and jargon where they are said first, when nothing around explains them. */
import type { ReplaceablePhrase, WordingLists } from '../../language/index.ts';
import type { LemmaLayer, Token } from '../lemma-layer.ts';
import type { TimedWordLayer } from '../words.ts';
import type { FinderTalk } from './phrase-finder.ts';
import { findListed } from './phrase-finder.ts';

/** A term that nothing explains, by its tokens. */
export interface Unexplained {
  readonly text: string;
  readonly kind: 'abbreviation' | 'jargon';
  readonly instead?: string;
  readonly first: number;
  readonly last: number;
}

const ABBREVIATION = /^\p{Lu}{2,6}$/u;
/** How far behind a term its explanation is looked for, and how far before. */
const AFTER = 14;
const BEFORE = 25;
const EXPLAINS =
  / (?:stands for|short for|that is|which is|which means|that means|meaning|called|known as|or rather|i e|то есть|это|расшифровывается|означает|значит|так называем|иначе говоря|называется|по-русски) /u;

/** Each term once, at its first use. */
export function findUnexplained(
  words: TimedWordLayer,
  { lemmas }: LemmaLayer,
  talk: FinderTalk,
  lists: WordingLists,
): readonly Unexplained[] {
  const seen = new Set<string>();
  const found: Unexplained[] = [];
  const add = (term: Unexplained, key: string): void => {
    if (!seen.has(key)) {
      seen.add(key);
      if (!isExplained(talk.tokens, term)) {
        found.push(term);
      }
    }
  };
  const isShouted = (at: number): boolean =>
    [at - 1, at + 1].some((near) => ABBREVIATION.test(bareOf(words, talk.tokens[near]?.shown)));
  talk.tokens.forEach(({ shown, word }, at) => {
    const text = bareOf(words, shown);
    if (
      ABBREVIATION.test(text) &&
      word === text.toLowerCase() &&
      !lists.knownAbbreviations.has(text) &&
      !isShouted(at)
    ) {
      add({ text, kind: 'abbreviation', first: at, last: at }, text);
    }
  });
  for (const { item, first, last } of findListed<ReplaceablePhrase>(talk, lists.jargon, lemmas)) {
    add({ text: item.text, kind: 'jargon', instead: item.instead, first, last }, item.text);
  }
  return found.toSorted((a, b) => a.first - b.first);
}

function bareOf(words: TimedWordLayer, shown: number | undefined): string {
  const text = shown === undefined ? '' : (words.transcript.words[shown]?.text ?? '');
  return text.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** By a phrase that explains, or by words whose first letters spell it. */
function isExplained(tokens: readonly Token[], { text, kind, first, last }: Unexplained): boolean {
  const after = tokens.slice(last + 1, last + 1 + AFTER).map(({ word }) => word);
  if (EXPLAINS.test(` ${after.slice(0, 6).join(' ')} `)) {
    return true;
  }
  const before = tokens.slice(Math.max(0, first - BEFORE), first).map(({ word }) => word);
  const letters = text.toLowerCase();
  return kind === 'abbreviation' && [before, after].some((near) => initials(near).includes(letters));
}

function initials(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join('');
}
