/** What to change: at most three codes, each from a metric outside its band, with the places to look at. */
import type { Advice, AdviceCode, Measure, Measured } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { distanceOutside } from './bands.ts';
import type { AnalysisContext } from './context.ts';
import { pausesOf } from './pauses.ts';
import { LONG_PHRASE_WORDS } from './phrases.ts';
import { roundFor } from './rounding.ts';
import { lengthMs, perMinute, toMs } from './span.ts';

/** A short list is acted on, a long one is not. */
const MAX_ADVICE = 3;
/**
 * A number nearer than this to its limit, as a share of it, may as well lie on the other side: words and pauses are
 * heard with an error of some percent.
 */
const MIN_DISTANCE = 0.03;

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
    metric: 'speech-rate-words',
    verdict: 'above',
    params: (_, { value, band }) => ({ wordsPerMinute: value, max: band?.max ?? value }),
  },
  {
    code: 'speed-up',
    metric: 'speech-rate-words',
    verdict: 'below',
    params: (_, { value, band }) => ({ wordsPerMinute: value, min: band?.min ?? value }),
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
  return RULES.flatMap((rule) => {
    const measured = measures[rule.metric];
    if (measured === undefined || !isPresent(measured) || measured.confidence === 'low') {
      return [];
    }
    const { band, evidence, value } = measured;
    if (band?.verdict !== rule.verdict || evidence.length === 0) {
      return [];
    }
    const gravity = distanceOutside(band, value);
    const params = gravity < MIN_DISTANCE ? undefined : rule.params(context, measured);
    return params === undefined ? [] : [{ code: rule.code, params, metric: rule.metric, evidence, gravity }];
  })
    .toSorted((a, b) => b.gravity - a.gravity)
    .slice(0, MAX_ADVICE)
    .map(({ code, params, metric, evidence }) => ({ code, params, metric, evidence }));
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
