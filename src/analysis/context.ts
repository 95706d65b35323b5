/** Everything that metrics share, derived once from the input in linear time. */
import { AppError } from '../errors/index.ts';
import type { Lexicon } from '../language/index.ts';
import type {
  Absent,
  AnalysisParameters,
  Hesitations,
  Notice,
  RecordingFacts,
  TalkPlan,
  TimeRange,
  Tracks,
  Transcript,
  WordingLayer,
} from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { deriveHesitations } from './filled-pauses/hesitations.ts';
import type { LemmaLayer } from './lemma-layer.ts';
import { deriveLemmas } from './lemma-layer.ts';
import type { PlacedPause } from './pauses.ts';
import { findPauses } from './pauses.ts';
import { roundTo } from './rounding.ts';
import type { Sentence } from './sentences.ts';
import { deriveSentences } from './sentences.ts';
import type { Span } from './span.ts';
import { mergeSpans, toMs, toRange, toSpan, totalMs } from './span.ts';
import type { TimedLayers } from './timed-layers.ts';
import { deriveTimedLayers, withoutTimedLayers } from './timed-layers.ts';
import { qualityNotices } from './voice/sound-quality.ts';
import type { SpokenLayer, VoiceLayer } from './voice/voice-layers.ts';
import { deriveSpoken, deriveVoice } from './voice/voice-layers.ts';
import { deriveWording } from './wording/derive-wording.ts';
import type { TimedWordLayer, WordLayer } from './words.ts';
import { deriveTimedWords, deriveWords } from './words.ts';

/** What the pipeline knows of a recording when it asks for a report. */
export interface AnalysisInput {
  readonly recording: RecordingFacts;
  readonly notices: readonly Notice[];
  /** Where somebody speaks; in any order. */
  readonly speech: readonly TimeRange[];
  readonly transcript: Transcript | Absent;
  /** What the sound tells; left out when nobody measured it. */
  readonly tracks?: Tracks | Absent;
  /** What the owner intends; left out when they said nothing. */
  readonly plan?: TalkPlan;
  readonly parameters: AnalysisParameters;
  /** The version of each stage before this one. */
  readonly stages: Readonly<Record<string, number>>;
}

/** What helps the analysis, and is no part of the recording. */
export interface AnalysisTools {
  /** Dictionary forms for the language of the talk; without them forms of a word are told by their stems. */
  readonly lexicon?: Lexicon;
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
export interface AnalysisLayers extends TimedLayers {
  readonly speech: SpeechLayer;
  readonly tracks: Tracks;
  /** The voice by itself. */
  readonly voice: VoiceLayer;
  readonly words: WordLayer;
  readonly timedWords: TimedWordLayer;
  /** By the marks that the recogniser prints. */
  readonly sentences: readonly Sentence[];
  /** The spoken words with their dictionary forms. */
  readonly lemmas: LemmaLayer;
  readonly wording: WordingLayer;
  /** Filled pauses, lengthened word ends, and where fillers cluster. */
  readonly hesitations: Hesitations;
  /** What the voice does with the words. */
  readonly spoken: SpokenLayer;
  readonly plan: TalkPlan;
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
export function createContext(input: AnalysisInput, tools: AnalysisTools = {}): AnalysisContext {
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
    return {
      ...facts,
      speech: absent,
      tracks: absent,
      voice: absent,
      words: absent,
      timedWords: absent,
      sentences: absent,
      lemmas: absent,
      wording: absent,
      hesitations: absent,
      spoken: absent,
      plan: absent,
      ...withoutTimedLayers(absent),
    };
  }
  const tracks = input.tracks ?? { absent: 'no-tracks' };
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
  const timedLayers = deriveTimedLayers(timedWords, speech, parameters, tools.lexicon);
  const sentences = deriveSentences(timedWords);
  const lemmas = deriveLemmas(words, tools.lexicon);
  const voice = deriveVoice(tracks, speech, parameters);
  const spokenInput = { words: timedWords, phrases: timedLayers.phrases, lexicon: tools.lexicon };
  return {
    ...facts,
    notices: isPresent(tracks)
      ? [...input.notices, ...qualityNotices(tracks.sound, input.notices)]
      : input.notices,
    speech,
    tracks,
    voice,
    words,
    timedWords,
    sentences,
    lemmas,
    wording: deriveWording({
      words: timedWords,
      lemmas,
      sentences,
      fillers: timedLayers.fillers,
      parameters,
    }),
    hesitations: deriveHesitations(tracks, timedWords, timedLayers.fillers, spans),
    spoken: deriveSpoken(tracks, voice, spokenInput, parameters),
    plan: input.plan ?? { absent: 'no-plan' },
    ...timedLayers,
  };
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
