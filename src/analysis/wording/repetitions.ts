/** Words and phrases that come again and again beyond the topic of the talk, and not on purpose. */
import type { PartOfSpeech } from '../../language/index.ts';
import type { Token } from '../lemma-layer.ts';

/** A lemma with the tokens that say it. */
export interface Repeated {
  readonly tokens: readonly number[];
  readonly share: number;
}

const MIN_TIMES = 3;
const MAX_SHOWN = 10;
const PHRASE_WORDS = [5, 4, 3] as const;
const CONTENT: ReadonlySet<PartOfSpeech> = new Set([
  'verb',
  'participle',
  'gerund',
  'adjective',
  'adverb',
  'noun',
]);
/** Nouns and most adjectives are what the talk is about: synonyms for a term would only confuse. */
const STYLE: ReadonlySet<PartOfSpeech> = new Set(['verb', 'gerund', 'adverb']);

/** Whether a word carries content: no function word, and no word of unknown kind that is short. */
export function isContent(token: Token, functionWords: ReadonlySet<string>): boolean {
  return (
    token.lemma.length >= 3 &&
    !functionWords.has(token.lemma) &&
    !functionWords.has(token.word) &&
    (token.partOfSpeech === undefined || CONTENT.has(token.partOfSpeech))
  );
}

/** The most frequent lemmas that are no topic words, each at least three times; `skip` are tokens not to count. */
export function findRepeated(
  tokens: readonly Token[],
  functionWords: ReadonlySet<string>,
  skip: ReadonlySet<number>,
): { readonly items: readonly Repeated[]; readonly contentWords: number } {
  const content = tokens.flatMap((token, index) => (isContent(token, functionWords) ? [index] : []));
  const groups = Map.groupBy(
    content.filter((index) => !skip.has(index)),
    (index) => tokens[index]?.lemma ?? '',
  );
  const isStyle = (index: number): boolean => STYLE.has(tokens[index]?.partOfSpeech ?? 'noun');
  const items = [...groups.values()]
    .filter((group) => group.length >= MIN_TIMES && group.filter(isStyle).length * 2 > group.length)
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .slice(0, MAX_SHOWN)
    .map((group) => ({ tokens: group, share: group.length / content.length }));
  return { items, contentWords: content.length };
}

/**
 * Phrases of three to five words that come at least three times inside sentences, with two content words or more; of
 * phrases that overlap the longer. The costliest first.
 */
export function findRepeatedPhrases(
  tokens: readonly Token[],
  functionWords: ReadonlySet<string>,
  endsSentence: (token: number) => boolean,
  skip: ReadonlySet<number>,
): readonly { readonly words: number; readonly starts: readonly number[] }[] {
  const taken = new Set<number>(skip);
  const found: { readonly words: number; readonly starts: readonly number[] }[] = [];
  for (const words of PHRASE_WORDS) {
    const groups = new Map<string, number[]>();
    for (let start = 0; start + words <= tokens.length; start += 1) {
      const said = tokens.slice(start, start + words);
      const isWhole = said.every(
        (_, offset) => !taken.has(start + offset) && (offset === words - 1 || !endsSentence(start + offset)),
      );
      if (isWhole && said.filter((token) => isContent(token, functionWords)).length >= 2) {
        const key = said.map(({ lemma }) => lemma).join(' ');
        const starts = groups.get(key) ?? [];
        if (start >= (starts.at(-1) ?? -words) + words) {
          starts.push(start);
        }
        groups.set(key, starts);
      }
    }
    for (const starts of groups.values()) {
      if (
        starts.length >= MIN_TIMES &&
        starts.every((start) => !taken.has(start) && !taken.has(start + words - 1))
      ) {
        found.push({ words, starts });
        starts.forEach((start) => range(start, words).forEach((token) => taken.add(token)));
      }
    }
  }
  return found.toSorted((a, b) => b.words * b.starts.length - a.words * a.starts.length).slice(0, MAX_SHOWN);
}

function range(start: number, length: number): readonly number[] {
  return Array.from({ length }, (_, offset) => start + offset);
}
