/** Everything that metrics share, derived once from the input in linear time. */
import { AppError } from '../errors/index.ts';
import type {
  Absent,
  AnalysisParameters,
  Filler,
  Notice,
  Phrasing,
  RecordingFacts,
  TimeRange,
  Transcript,
} from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { placeFillers } from './fillers.ts';
import type { PlacedPause } from './pauses.ts';
import { findPauses } from './pauses.ts';
import { derivePhrases } from './phrases.ts';
import { roundTo } from './rounding.ts';
import type { Span } from './span.ts';
import { mergeSpans, toMs, toRange, toSpan, totalMs } from './span.ts';
import type { TimedWordLayer, WordLayer } from './words.ts';
import { deriveTimedWords, deriveWords } from './words.ts';

/** What the pipeline knows of a recording when it asks for a report. */
export interface AnalysisInput {
  readonly recording: RecordingFacts;
  readonly notices: readonly Notice[];
  /** Where somebody speaks; in any order. */
  readonly speech: readonly TimeRange[];
  readonly transcript: Transcript | Absent;
  readonly parameters: AnalysisParameters;
  /** The version of each stage before this one. */
  readonly stages: Readonly<Record<string, number>>;
}

/** Where somebody speaks. */
export interface SpeechLayer {
  /** In order, not overlapping, never empty. */
  readonly spans: readonly Span[];
  /** From the first speech to the last. */
  readonly talk: Span;
  /** Time with speech. */
  readonly soundMs: number;
  /** Silences between speech of at least the pause threshold. */
  readonly pauses: readonly PlacedPause[];
}

/** What a metric may need; each is there or absent with the reason. */
export interface AnalysisLayers {
  readonly speech: SpeechLayer;
  readonly words: WordLayer;
  readonly timedWords: TimedWordLayer;
  readonly fillers: readonly Filler[];
  readonly phrases: Phrasing;
}

/** The name of something that a metric may need. */
export type Need = keyof AnalysisLayers;

/** What is always known. */
export interface AnalysisFacts {
  readonly recording: RecordingFacts;
  readonly notices: readonly Notice[];
  readonly parameters: AnalysisParameters;
  /** The transcript with its times rounded as reports hold them. */
  readonly transcript: Transcript | Absent;
}

/** The facts, and each layer or why it is absent. */
export type AnalysisContext = AnalysisFacts & {
  readonly [Layer in Need]: AnalysisLayers[Layer] | Absent;
};

/** Derives the context. Where nobody speaks, every layer is absent for that reason. */
export function createContext(input: AnalysisInput): AnalysisContext {
  const { parameters } = input;
  const durationMs = toMs(input.recording.durationSec);
  const recording = { ...input.recording, durationSec: durationMs / 1000 };
  const transcript = isPresent(input.transcript)
    ? roundTimes(input.transcript, durationMs)
    : input.transcript;
  const facts = { recording, notices: input.notices, parameters, transcript };
  const spans = mergeSpans(input.speech.map(toSpan), durationMs);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) {
    const absent: Absent = { absent: 'no-speech' };
    return { ...facts, speech: absent, words: absent, timedWords: absent, fillers: absent, phrases: absent };
  }
  const words = deriveWords(transcript);
  const timedWords = deriveTimedWords(words);
  const pauses = findPauses(
    spans,
    isPresent(timedWords) ? timedWords.spans : [],
    toMs(parameters.minPauseSec),
  );
  const speech = {
    spans,
    talk: { startMs: first.startMs, endMs: last.endMs },
    soundMs: totalMs(spans),
    pauses,
  };
  if (!isPresent(timedWords)) {
    return { ...facts, speech, words, timedWords, fillers: timedWords, phrases: timedWords };
  }
  const fillers = placeFillers(timedWords);
  const phrases = derivePhrases(timedWords, pauses, fillers, toMs(parameters.phraseBreakSec));
  return { ...facts, speech, words, timedWords, fillers, phrases };
}

/** Whether everything needed is there. */
export function meets<N extends Need>(
  context: AnalysisContext,
  needs: readonly N[],
): context is AnalysisContext & Pick<AnalysisLayers, N> {
  return needs.every((need) => isPresent(context[need]));
}

/** The reason of the first need that is not there; only for needs that are not met. */
export function whyAbsent(context: AnalysisContext, needs: readonly Need[]): Absent {
  for (const need of needs) {
    const layer = context[need];
    if (!isPresent(layer)) {
      return layer;
    }
  }
  throw new AppError('internal');
}

/** Times to the millisecond and inside the recording, confidence to three decimals. */
function roundTimes(transcript: Transcript, durationMs: number): Transcript {
  return {
    ...transcript,
    words: transcript.words.map(({ text, confidence, ...times }) => {
      const { startMs, endMs } = toSpan(times);
      const inside = { startMs: Math.min(startMs, durationMs), endMs: Math.min(endMs, durationMs) };
      return {
        text,
        ...toRange(inside),
        ...(confidence === undefined ? {} : { confidence: roundTo(confidence, 3) }),
      };
    }),
  };
}
