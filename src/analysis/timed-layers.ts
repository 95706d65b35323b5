/** The layers that rest on words with their times: all there together, or absent for the same reason. */
import type { Lexicon } from '../language/index.ts';
import type {
  Absent,
  AnalysisParameters,
  Filler,
  MissingPause,
  PaceStretch,
  Phrasing,
  Restart,
} from '../report/index.ts';
import { DEFAULT_SCENARIO, isPresent } from '../report/index.ts';
import { normOf } from './bands.ts';
import type { SpeechLayer } from './context.ts';
import { placeFillers } from './fillers.ts';
import { findRestarts } from './filled-pauses/restarts.ts';
import { findMissingPauses } from './missing-pauses.ts';
import type { PaceCurve } from './pace-curve.ts';
import { derivePaceCurve } from './pace-curve.ts';
import { derivePaceStretches } from './pace-stretches.ts';
import { derivePhrases } from './phrases.ts';
import type { ClassifiedPause } from './places.ts';
import { classifyPauses, createPlaceFinder } from './places.ts';
import type { Run } from './runs.ts';
import { speechRuns } from './runs.ts';
import { toMs } from './span.ts';
import type { TimedWordLayer } from './words.ts';

/** See the fields of the report that have these names. */
export interface TimedLayers {
  /** Those that are counted. */
  readonly fillers: readonly Filler[];
  /** All of them, with those that may as well be ordinary words. */
  readonly shownFillers: readonly Filler[];
  readonly restarts: readonly Restart[];
  readonly phrases: Phrasing;
  /** All pauses with their places; absent when the recogniser prints no punctuation. */
  readonly pausePlaces: readonly ClassifiedPause[];
  /** What is said from one pause to the next. */
  readonly runs: readonly Run[];
  readonly missingPauses: readonly MissingPause[];
  /** Absent in a talk that is shorter than a window. */
  readonly paceCurve: PaceCurve;
  readonly paceStretches: readonly PaceStretch[];
}

type Layers = { readonly [Layer in keyof TimedLayers]: TimedLayers[Layer] | Absent };

/** Derives the layers in time linear in the number of words. */
export function deriveTimedLayers(
  words: TimedWordLayer | Absent,
  speech: SpeechLayer,
  parameters: AnalysisParameters,
  lexicon: Lexicon | undefined,
): Layers {
  if (!isPresent(words)) {
    return withoutTimedLayers(words);
  }
  const shownFillers = placeFillers(words, lexicon);
  const fillers = shownFillers.filter(({ counted }) => counted);
  const findPlace = createPlaceFinder(words, fillers);
  const runs = speechRuns(words, speech.talk, speech.pauses);
  const paceCurve = derivePaceCurve(words, speech.spans, parameters);
  const place = { language: words.transcript.language, scenario: DEFAULT_SCENARIO };
  const norms = {
    rate: normOf('speech-rate-syllables', place),
    articulation: normOf('articulation-rate', place),
  };
  return {
    fillers,
    shownFillers,
    restarts: findRestarts(words),
    phrases: derivePhrases(words, speech.pauses, fillers, toMs(parameters.phraseBreakSec)),
    pausePlaces: isPresent(findPlace) ? classifyPauses(speech.pauses, findPlace) : findPlace,
    runs,
    missingPauses: findMissingPauses(words, runs, findPlace, parameters),
    paceCurve,
    paceStretches: isPresent(paceCurve)
      ? derivePaceStretches(words, paceCurve, norms, parameters)
      : paceCurve,
  };
}

/** Every layer absent for one reason. */
export function withoutTimedLayers(absent: Absent): Layers {
  return {
    fillers: absent,
    shownFillers: absent,
    restarts: absent,
    phrases: absent,
    pausePlaces: absent,
    runs: absent,
    missingPauses: absent,
    paceCurve: absent,
    paceStretches: absent,
  };
}
