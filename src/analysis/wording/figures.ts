/** Repetition on purpose: clauses or sentences that open alike, and three short parallel parts. */
import type { Token } from '../lemma-layer.ts';

/** Tokens from `first` to `last`, inclusive. */
export interface Unit {
  readonly first: number;
  readonly last: number;
}

/** A figure, by its tokens. */
export interface Figure extends Unit {
  readonly kind: 'anaphora' | 'triad';
  readonly text: string;
  readonly units: readonly Unit[];
}

const MIN_UNITS = 3;
/** Led in by these, the opening is what follows. */
const LEADS: ReadonlySet<string> = new Set(
  'and or but so well now then because that if when и а но или ну вот потом затем что если когда'.split(' '),
);
/** Parts of a triad have so many words, and lengths that differ by at most one. */
const TRIAD = { min: 2, max: 6, differ: 1 } as const;

/**
 * Anaphora: three successive units or more with the same first two words and something else behind them (a restart has
 * not). Triad: exactly three short clauses with the same first word. Sentences are asked first, then clauses.
 */
export function findFigures(
  tokens: readonly Token[],
  sentences: readonly Unit[],
  clauses: readonly Unit[],
): readonly Figure[] {
  const bySentence = alike(
    tokens,
    sentences.map((unit) => withoutLead(tokens, unit)),
    2,
  );
  const byClause = alike(
    tokens,
    clauses.map((unit) => withoutLead(tokens, unit)),
    2,
  );
  const sentenceEnds = new Set(sentences.map(({ last }) => last));
  // Across sentences, three parts that open alike are anaphora or chance.
  const triads = findTriads(
    tokens,
    clauses.map((unit) => withoutLead(tokens, unit)),
  ).filter(({ units }) => units.slice(0, -1).every(({ last }) => !sentenceEnds.has(last)));
  const kept: Figure[] = [];
  const add = (found: readonly Omit<Figure, 'kind'>[], kind: Figure['kind']): void => {
    const taken = new Set(kept.flatMap(({ units }) => units.map(({ first }) => first)));
    kept.push(
      ...found
        .filter(({ units }) => !units.some(({ first }) => taken.has(first)))
        .map((one) => ({ ...one, kind })),
    );
  };
  add(bySentence, 'anaphora');
  add(byClause, 'anaphora');
  add(triads, 'triad');
  return kept.toSorted((a, b) => a.first - b.first);
}

/** The first part may stand at the end of a longer clause: "It is made for our schools, for our roads, for our children". */
function findTriads(tokens: readonly Token[], clauses: readonly Unit[]): readonly Omit<Figure, 'kind'>[] {
  return clauses.flatMap((second, index) => {
    const [before, third, next] = [clauses[index - 1], clauses[index + 1], clauses[index + 2]];
    const opening = tokens[second.first]?.word;
    const opensAlike = (unit: Unit | undefined): unit is Unit =>
      unit !== undefined && opening !== undefined && tokens[unit.first]?.word === opening;
    if (before === undefined || !opensAlike(third) || opensAlike(next)) {
      return [];
    }
    const first = [0, -1, 1]
      .map((differ) => ({ first: before.last - lengthOf(second) + 1 + differ, last: before.last }))
      .find((unit) => unit.first >= before.first && opensAlike(unit));
    if (first === undefined) {
      return [];
    }
    const units = [first, second, third];
    const lengths = units.map(lengthOf);
    const isEven =
      Math.min(...lengths) >= TRIAD.min &&
      Math.max(...lengths) <= TRIAD.max &&
      Math.max(...lengths) - Math.min(...lengths) <= TRIAD.differ;
    return isEven && new Set(units.map((unit) => textOf(tokens, unit))).size === MIN_UNITS
      ? [{ text: opening ?? '', first: first.first, last: third.last, units }]
      : [];
  });
}

function alike(
  tokens: readonly Token[],
  units: readonly Unit[],
  words: number,
): readonly Omit<Figure, 'kind'>[] {
  const keys = units.map((unit) => openingOf(tokens, unit, words));
  const found: Omit<Figure, 'kind'>[] = [];
  let start = 0;
  while (start < units.length) {
    const key = keys[start];
    let end = start + 1;
    while (end < units.length && keys[end] === key) {
      end += 1;
    }
    const run = units.slice(start, end);
    const [first, last] = [run[0], run.at(-1)];
    const different = new Set(run.map((unit) => textOf(tokens, unit))).size;
    if (key !== undefined && first !== undefined && last !== undefined && different >= MIN_UNITS) {
      found.push({ text: key, first: first.first, last: last.last, units: run });
    }
    start = end;
  }
  return found;
}

/** Undefined when nothing follows the opening. */
function openingOf(tokens: readonly Token[], unit: Unit, words: number): string | undefined {
  return lengthOf(unit) <= words
    ? undefined
    : tokens
        .slice(unit.first, unit.first + words)
        .map(({ word }) => word)
        .join(' ');
}

function withoutLead(tokens: readonly Token[], unit: Unit): Unit {
  let { first } = unit;
  while (first < unit.last && LEADS.has(tokens[first]?.word ?? '')) {
    first += 1;
  }
  return { first, last: unit.last };
}

function textOf(tokens: readonly Token[], { first, last }: Unit): string {
  return tokens
    .slice(first, last + 1)
    .map(({ word }) => word)
    .join(' ');
}

function lengthOf({ first, last }: Unit): number {
  return last - first + 1;
}
