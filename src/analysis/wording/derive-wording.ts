/** The wording layer of a report: everything that words and their order tell about how a talk is put. */
import type { RemovablePhrase } from '../../language/index.ts';
import { wordingListsOf } from '../../language/index.ts';
import type { Absent, AnalysisParameters, Filler, WordingLayer, WordingPlace } from '../../report/index.ts';
import { isPresent } from '../../report/index.ts';
import type { LemmaLayer } from '../lemma-layer.ts';
import { roundTo } from '../rounding.ts';
import type { Sentence } from '../sentences.ts';
import { toRange } from '../span.ts';
import type { TimedWordLayer } from '../words.ts';
import { spokenBetween } from '../words.ts';
import { findUnexplained } from './abbreviations.ts';
import type { Unit } from './figures.ts';
import { findFigures } from './figures.ts';
import { findPassives, isNominal } from './passives.ts';
import { findListed } from './phrase-finder.ts';
import { findRepeated, findRepeatedPhrases } from './repetitions.ts';

/** What the wording is derived from. */
export interface WordingInput {
  readonly words: TimedWordLayer | Absent;
  readonly lemmas: LemmaLayer | Absent;
  readonly sentences: readonly Sentence[] | Absent;
  readonly fillers: readonly Filler[] | Absent;
  readonly parameters: AnalysisParameters;
}

/** So many weak words within so many seconds are a cluster: one hedge is honest. */
const CLUSTER = { count: 3, withinMs: 15_000 } as const;
/** Longer sentences than this are called long (HSE trainer: 20 to 25 words). */
const LONG_SENTENCE_WORDS = 25;
const MAX_STARTERS = 5;
/** Two weak words this close say the doubt twice. */
const DOUBLED_WITHIN = 3;

/** Derives the layer in time linear in the number of words. */
export function deriveWording(input: WordingInput): WordingLayer | Absent {
  const { words, lemmas, sentences, fillers } = input;
  if (!isPresent(words)) {
    return words;
  }
  const lists = wordingListsOf(words.language);
  if (lists === undefined || !isPresent(lemmas)) {
    return { absent: 'language-not-supported' };
  }
  const { tokens } = lemmas;
  const shown = words.transcript.words;
  const isLastOfShown = (at: number): boolean => tokens[at]?.shown !== tokens[at + 1]?.shown;
  const marks = (ends: (text: string) => boolean) => (at: number) =>
    isLastOfShown(at) && ends(shown[tokens[at]?.shown ?? 0]?.text ?? '');
  const endsClause = marks((text) => words.language.endsClause(text));
  const endsSentence = marks((text) => words.language.endsSentence(text));
  const talk = { tokens, endsClause };
  const firstShown = (at: number): number => tokens[at]?.shown ?? 0;
  const place = ({ first, last }: Unit): WordingPlace =>
    shownPlace(words, firstShown(first), firstShown(last));
  const textOf = ({ first, last }: Unit): string =>
    tokens
      .slice(first, last + 1)
      .map(({ word }) => word)
      .join(' ');

  const counted = isPresent(fillers) ? fillers.filter((filler) => filler.counted) : [];
  const fillerWords = new Set(counted.flatMap(({ firstWord, lastWord }) => indices(firstWord, lastWord)));
  const isFree = ({ first, last }: Unit): boolean =>
    !indices(first, last).some((at) => fillerWords.has(firstShown(at)));

  const sentenceUnits = isPresent(sentences) ? sentences.map((sentence) => unitOf(words, sentence)) : [];
  const figures = findFigures(tokens, sentenceUnits, unitsBy(tokens.length, endsClause));
  const onPurpose = new Set(
    figures.flatMap(({ units }) => units.flatMap(({ first, last }) => indices(first, last))),
  );

  // What was said on purpose is no fault, and a filler is counted as one already.
  const notRepeated = new Set([
    ...onPurpose,
    ...tokens.flatMap((token, index) => (fillerWords.has(token.shown) ? [index] : [])),
  ]);

  const hedges = findListed(talk, lists.hedges).filter(isFree);
  const clustered = clusterMarks(hedges.map(({ first }) => words.spans[firstShown(first)]?.startMs ?? 0));
  const doubled = hedges.filter(({ first }, index) => {
    const before = hedges[index - 1];
    return (
      before !== undefined &&
      first - before.last <= DOUBLED_WITHIN &&
      !indices(before.last, first - 1).some(endsSentence)
    );
  });
  const removable = [
    ...counted.map((filler) => ({
      text: filler.text,
      kind: 'filler' as const,
      words: Math.max(1, spokenBetween(words, filler.firstWord, filler.lastWord)),
      ...shownPlace(words, filler.firstWord, filler.lastWord),
    })),
    ...doubled.map((unit) => ({
      text: textOf(unit),
      kind: 'doubled-hedge' as const,
      words: unit.last - unit.first + 1,
      ...place(unit),
    })),
    ...findListed<RemovablePhrase>(talk, lists.removable)
      .filter(isFree)
      .map((unit) => ({
        text: textOf(unit),
        kind: unit.item.kind,
        ...(unit.item.instead === undefined || unit.item.instead === ''
          ? {}
          : { instead: unit.item.instead }),
        words: Math.max(1, unit.last - unit.first + 1 - countWords(unit.item.instead)),
        ...place(unit),
      })),
  ].toSorted((a, b) => a.firstWord - b.firstWord);

  return {
    hedges: hedges.map((unit, index) => ({
      text: unit.item.text,
      ...place(unit),
      clustered: clustered[index] === true,
    })),
    starters: isPresent(sentences) ? startersOf(lemmas, sentenceUnits, lists.starters, onPurpose) : sentences,
    repetitions: findRepeated(tokens, lists.functionWords, notRepeated).items.map((item) => ({
      text: commonest(item.tokens.map((at) => tokens[at]?.word ?? '')),
      count: item.tokens.length,
      share: roundTo(item.share, 4),
      words: item.tokens.map(firstShown),
    })),
    repeatedPhrases: findRepeatedPhrases(tokens, lists.functionWords, endsSentence, notRepeated).map(
      ({ words: length, starts }) => ({
        text: textOf({ first: starts[0] ?? 0, last: (starts[0] ?? 0) + length - 1 }),
        count: starts.length,
        places: starts.map((first) => place({ first, last: first + length - 1 })),
      }),
    ),
    figures: figures.map((figure) => ({
      kind: figure.kind,
      text: figure.text,
      ...place(figure),
      parts: figure.units.length,
    })),
    longSentences: isPresent(sentences)
      ? sentences
          .filter((sentence) => sentence.words > LONG_SENTENCE_WORDS)
          .map(({ firstWord, lastWord, span }) => ({ firstWord, lastWord, ...toRange(span) }))
      : sentences,
    unexplained: findUnexplained(words, lemmas, talk, lists).map(({ first, last, ...term }) => ({
      ...term,
      ...place({ first, last }),
    })),
    passives: isPresent(sentences)
      ? findPassives(tokens, words.language.code, lists.passive).map(place)
      : sentences,
    nominals: tokens.flatMap((token) =>
      isNominal(token, words.language.code, lists.notNominal) ? [token.shown] : [],
    ),
    removable,
    sensitive: input.parameters.sensitiveWords
      ? findListed(talk, lists.sensitive, lemmas.lemmas).map(({ item, ...unit }) => ({
          text: textOf(unit),
          instead: item.instead,
          ...place(unit),
        }))
      : { absent: 'switched-off' },
  };
}

/** Sentences of a figure are counted once, however many there are: the repetition is meant. */
function startersOf(
  { tokens }: LemmaLayer,
  sentences: readonly Unit[],
  incomplete: ReadonlySet<string>,
  onPurpose: ReadonlySet<number>,
): WordingLayer['starters'] {
  const counted = sentences.filter(({ first }) => !onPurpose.has(first));
  const keyOf = ({ first, last }: Unit): string => {
    const word = tokens[first]?.word ?? '';
    return incomplete.has(word) && first < last ? `${word} ${tokens[first + 1]?.word ?? ''}` : word;
  };
  return [...Map.groupBy(counted, keyOf)]
    .toSorted(([, a], [, b]) => b.length - a.length || (a[0]?.first ?? 0) - (b[0]?.first ?? 0))
    .slice(0, MAX_STARTERS)
    .map(([text, group]) => ({
      // The one English word that is written with a capital wherever it stands.
      text: text.replaceAll(/\bi\b/g, 'I'),
      count: group.length,
      share: roundTo(group.length / counted.length, 4),
      words: group.map(({ first }) => tokens[first]?.shown ?? 0),
    }));
}

function clusterMarks(startsMs: readonly number[]): readonly boolean[] {
  const marks = startsMs.map(() => false);
  startsMs.forEach((start, index) => {
    const end = index + CLUSTER.count - 1;
    if (end < startsMs.length && (startsMs[end] ?? Infinity) - start <= CLUSTER.withinMs) {
      marks.fill(true, index, end + 1);
    }
  });
  return marks;
}

function unitOf(words: TimedWordLayer, { firstWord, lastWord }: Sentence): Unit {
  return { first: words.spokenBefore[firstWord] ?? 0, last: (words.spokenBefore[lastWord + 1] ?? 1) - 1 };
}

function unitsBy(count: number, ends: (at: number) => boolean): readonly Unit[] {
  const units: Unit[] = [];
  let first = 0;
  for (let at = 0; at < count; at += 1) {
    if (ends(at) || at === count - 1) {
      units.push({ first, last: at });
      first = at + 1;
    }
  }
  return units;
}

function shownPlace(words: TimedWordLayer, firstWord: number, lastWord: number): WordingPlace {
  const startMs = words.spans[firstWord]?.startMs ?? 0;
  return {
    firstWord,
    lastWord,
    ...toRange({ startMs, endMs: Math.max(startMs, words.spans[lastWord]?.endMs ?? 0) }),
  };
}

function commonest(texts: readonly string[]): string {
  return (
    [...Map.groupBy(texts, (text) => text)].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? ''
  );
}

function countWords(text: string | undefined): number {
  return text === undefined || text === '' ? 0 : text.split(/\s+/).length;
}

function indices(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}
