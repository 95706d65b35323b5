/** What to change: at most three codes, each from a metric outside its band, with the places to look at. */
import type { Advice, AdviceCode, Band, Measure, Measured } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { distanceOutside } from './bands.ts';
import type { AnalysisContext } from './context.ts';
import { pausesOf } from './pauses.ts';
import { LONG_PHRASE_WORDS } from './phrases.ts';
import { pausesAt } from './places.ts';
import { roundFor } from './rounding.ts';
import { lengthMs, perMinute, toMs } from './span.ts';

/** A short list is acted on, a long one is not. */
const MAX_ADVICE = 3;
/**
 * A number nearer than this to its limit, as a share of it, may as well lie on the other side: words and pauses are
 * heard with an error of some percent. Where the limit is a first estimate, that is not sure either.
 */
const MIN_DISTANCE = { A: 0.03, B: 0.03, C: 0.1, own: 0.03 } as const satisfies Record<Band['grade'], number>;

type Params = Advice['params'];

/** When a metric lies on this side of its band, this is to be said. */
interface AdviceRule {
  readonly code: AdviceCode;
  readonly metric: string;
  readonly verdict: 'below' | 'above';
  /** Undefined when the layers that the parameters come from are absent: then nothing is said. */
  readonly params: (context: AnalysisContext, measured: Measured) => Params | undefined;
}

const RULES: readonly AdviceRule[] = [
  {
    code: 'slow-down',
    metric: 'speech-rate-syllables',
    verdict: 'above',
    params: (context, { value, band }) => ({
      syllablesPerSec: value,
      maxSyllablesPerSec: band?.max ?? value,
      ...inOwnWords(context, 'max', band?.max ?? value),
    }),
  },
  {
    code: 'speed-up',
    metric: 'speech-rate-syllables',
    verdict: 'below',
    params: (context, { value, band }) => ({
      syllablesPerSec: value,
      minSyllablesPerSec: band?.min ?? value,
      ...inOwnWords(context, 'min', band?.min ?? value),
    }),
  },
  {
    code: 'cut-not-rush',
    metric: 'pace-drift',
    verdict: 'above',
    params: (_, { value }) => ({ percent: percentAbove(value) }),
  },
  {
    code: 'open-slower',
    metric: 'start-rush',
    verdict: 'above',
    params: ({ parameters }, { value }) => ({
      percent: percentAbove(value),
      openingSec: parameters.openingSec,
    }),
  },
  { code: 'plan-phrases', metric: 'in-clause-pauses-per-minute', verdict: 'above', params: inClauseParams },
  { code: 'plan-phrases', metric: 'in-clause-pause-share', verdict: 'above', params: inClauseParams },
  {
    code: 'over-time',
    metric: 'plan-time',
    verdict: 'above',
    params: (_, { value, band }) => timeParams(value, 'maxSec', band?.max),
  },
  {
    code: 'under-time',
    metric: 'plan-time',
    verdict: 'below',
    params: (_, { value, band }) => timeParams(value, 'minSec', band?.min),
  },
  { code: 'drop-fillers', metric: 'filler-words-per-minute', verdict: 'above', params: fillerParams },
  { code: 'shorten-pauses', metric: 'long-pauses-per-minute', verdict: 'above', params: longPauseParams },
  { code: 'pause-more', metric: 'pause-share', verdict: 'below', params: pauseRateParams },
  { code: 'split-phrases', metric: 'phrase-length-p90', verdict: 'above', params: longPhraseParams },
];

/**
 * The advice that follows from the measures, the gravest first: that furthest outside its band, as a share of the limit.
 * Nothing is said inside a band or just outside, from a number of low confidence, or without a passage to show.
 */
export function advise(
  context: AnalysisContext,
  measures: Readonly<Record<string, Measure>>,
): readonly Advice[] {
  return (
    RULES.flatMap((rule) => {
      const measured = measures[rule.metric];
      if (measured === undefined || !isPresent(measured) || measured.confidence === 'low') {
        return [];
      }
      const { band, evidence, value } = measured;
      if (band?.verdict !== rule.verdict || evidence.length === 0) {
        return [];
      }
      const gravity = distanceOutside(band, value);
      const params = gravity < MIN_DISTANCE[band.grade] ? undefined : rule.params(context, measured);
      return params === undefined
        ? []
        : [{ code: rule.code, params, metric: rule.metric, evidence, gravity }];
    })
      .toSorted((a, b) => b.gravity - a.gravity)
      // Two metrics may lead to one advice: once is enough, from the graver one.
      .filter(({ code }, index, all) => all.findIndex((other) => other.code === code) === index)
      .slice(0, MAX_ADVICE)
      .map(({ code, params, metric, evidence }) => ({ code, params, metric, evidence }))
  );
}

/** The pace of the talk in words per minute, and a limit in syllables per second as words of the length of its own. */
function inOwnWords({ timedWords }: AnalysisContext, limitName: 'min' | 'max', limit: number): Params {
  if (!isPresent(timedWords)) {
    return {};
  }
  const { spokenTotal, syllableTotal, talk } = timedWords;
  return {
    wordsPerMinute: roundFor('words/min', perMinute(spokenTotal, lengthMs(talk))),
    [limitName]: Math.round((limit * 60 * spokenTotal) / syllableTotal),
  };
}

/** By how many percent a ratio is more than one. */
function percentAbove(ratio: number): number {
  return Math.round((ratio - 1) * 100);
}

function inClauseParams({ pausePlaces, speech, parameters }: AnalysisContext): Params | undefined {
  if (!isPresent(pausePlaces) || !isPresent(speech)) {
    return undefined;
  }
  const inside = pausesAt(pausePlaces, 'inside');
  const placed = inside.length + pausesAt(pausePlaces, 'boundary').length;
  return {
    perMinute: roundFor('per-min', perMinute(inside.length, lengthMs(speech.talk))),
    percent: Math.round((inside.length * 100) / Math.max(1, placed)),
    longCount: pausesOf(inside, toMs(parameters.longInClausePauseSec)).length,
  };
}

function timeParams(
  talkSec: number,
  limitName: 'minSec' | 'maxSec',
  limitSec: number | undefined,
): Params | undefined {
  return limitSec === undefined
    ? undefined
    : {
        talkSec,
        [limitName]: limitSec,
        [limitName === 'maxSec' ? 'overSec' : 'leftSec']: roundFor('s', Math.abs(talkSec - limitSec)),
      };
}

function fillerParams({ fillers, words }: AnalysisContext, { value }: Measured): Params | undefined {
  if (!isPresent(fillers) || !isPresent(words)) {
    return undefined;
  }
  const counts = new Map<string, number>();
  for (const { text } of fillers) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [top] = [...counts].toSorted(([, a], [, b]) => b - a);
  return top === undefined
    ? undefined
    : {
        perMinute: value,
        per100Words: roundFor('per-100-words', (fillers.length * 100) / words.spokenTotal),
        top: top[0],
        topCount: top[1],
      };
}

function longPauseParams({ speech, parameters }: AnalysisContext): Params | undefined {
  if (!isPresent(speech)) {
    return undefined;
  }
  const lengths = pausesOf(speech.pauses, toMs(parameters.longPauseSec)).map(lengthMs);
  return { count: lengths.length, longestSec: lengths.reduce((a, b) => Math.max(a, b), 0) / 1000 };
}

function pauseRateParams({ speech }: AnalysisContext): Params | undefined {
  return isPresent(speech)
    ? { perMinute: roundFor('per-min', perMinute(speech.pauses.length, lengthMs(speech.talk))) }
    : undefined;
}

function longPhraseParams({ phrases }: AnalysisContext): Params | undefined {
  if (!isPresent(phrases)) {
    return undefined;
  }
  const lengths = phrases.items.map(({ words }) => words);
  return {
    count: lengths.filter((words) => words >= LONG_PHRASE_WORDS).length,
    words: lengths.reduce((a, b) => Math.max(a, b), 0),
  };
}
