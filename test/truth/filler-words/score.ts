/** How well the filler rules tell fillers from ordinary words in sentences of known meaning. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Lexicon } from '../../../src/language/index.ts';
import { languageOf } from '../../../src/language/index.ts';

const sentences = z.array(
  z.strictObject({
    text: z.string(),
    candidates: z.array(
      z.strictObject({
        at: z.number().int().min(0),
        words: z.number().int().min(1),
        phrase: z.string(),
        filler: z.boolean(),
      }),
    ),
  }),
);

/** A half of the sentences of a language. */
export interface TruthHalf {
  readonly language: 'en' | 'ru';
  readonly half: 'dev' | 'unseen';
}

/** Right answers among all. */
export interface Score {
  readonly right: number;
  readonly all: number;
  /** Of the wrong answers: ordinary words that were counted, and fillers that were not. */
  readonly falseAlarms: number;
  readonly missed: number;
  /** Of each phrase how many answers were wrong; the sentences stay in their files. */
  readonly wrongByPhrase: ReadonlyMap<string, number>;
  /** The places that were judged wrongly, for the half on which rules are made. */
  readonly wrong: readonly string[];
}

/**
 * Scores every listed occurrence: right when the finder counts a filler over it exactly where the truth says so.
 *
 * @param lexicon as the product uses it; without it endings tell the parts of speech
 */
export function scoreFillers({ language, half }: TruthHalf, lexicon?: Lexicon): Score {
  const file: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, `${language}-${half}.json`), 'utf8'),
  );
  const wrongByPhrase = new Map<string, number>();
  const wrong: string[] = [];
  let [right, falseAlarms, missed] = [0, 0, 0];
  for (const { text, candidates } of sentences.parse(file)) {
    const words = text.split(' ').map((word) => ({ text: word, gapAfterSec: null }));
    const found = (languageOf(language)?.findFillers(words, { lexicon }) ?? []).filter(
      ({ counted }) => counted,
    );
    for (const { at, words: length, phrase, filler } of candidates) {
      const isFound = found.some(({ first, last }) => first < at + length && last >= at);
      if (isFound === filler) {
        right += 1;
        continue;
      }
      falseAlarms += filler ? 0 : 1;
      missed += filler ? 1 : 0;
      wrongByPhrase.set(phrase, (wrongByPhrase.get(phrase) ?? 0) + 1);
      wrong.push(`${filler ? '+' : '-'} ${phrase} @${at}: ${text}`);
    }
  }
  return { right, all: right + falseAlarms + missed, falseAlarms, missed, wrongByPhrase, wrong };
}
