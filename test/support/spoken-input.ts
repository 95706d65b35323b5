/** Input for the analysis from a script such as `So, here [1.5] we are.`: words of 0.3 s, silences in brackets. */
import type { AnalysisInput } from '../../src/analysis/index.ts';
import type { RecognizerAbilities, Report, TimeRange, Word } from '../../src/report/index.ts';
import { analysisParameters, isPresent } from '../../src/report/index.ts';

const WORD_SEC = 0.3;

/** A recogniser that says everything. */
export const FULL_ABILITIES: RecognizerAbilities = {
  languages: ['en'],
  punctuation: true,
  style: 'verbatim',
  wordTimes: 'span',
};

/** What differs from a plain English talk. */
export interface ScriptOptions {
  /** Seconds a word takes; 0.3 is 200 words a minute without pauses. */
  readonly wordSec?: number;
  /** Silence before the first word. */
  readonly leadSec?: number;
  readonly confidence?: number;
  readonly abilities?: Partial<RecognizerAbilities>;
}

/** The input for a script; a bracketed number is a silence of so many seconds. */
export function inputFromScript(script: string, options: ScriptOptions = {}): AnalysisInput {
  const { wordSec = WORD_SEC, leadSec = 0, confidence = 0.95, abilities = {} } = options;
  const words: Word[] = [];
  const speech: TimeRange[] = [];
  let atMs = Math.round(leadSec * 1000);
  let speechStartMs = atMs;
  const endSpeech = (): void => {
    if (atMs > speechStartMs) {
      speech.push({ startSec: speechStartMs / 1000, endSec: atMs / 1000 });
    }
  };
  for (const token of script.split(/\s+/).filter((part) => part !== '')) {
    const silence = /^\[([\d.]+)\]$/.exec(token)?.[1];
    if (silence === undefined) {
      const endMs = atMs + Math.round(wordSec * 1000);
      words.push({ text: token, startSec: atMs / 1000, endSec: endMs / 1000, confidence });
      atMs = endMs;
    } else {
      endSpeech();
      atMs += Math.round(Number(silence) * 1000);
      speechStartMs = atMs;
    }
  }
  endSpeech();
  return inputFrom({ words, speech, durationSec: atMs / 1000, abilities });
}

/** The input for words and speech that are known already. */
export function inputFrom(talk: {
  readonly words: readonly Word[];
  readonly speech: readonly TimeRange[];
  readonly durationSec: number;
  readonly abilities?: Partial<RecognizerAbilities>;
}): AnalysisInput {
  return {
    recording: {
      name: 'talk.mp4',
      sha256: 'a'.repeat(64),
      bytes: 1000,
      durationSec: talk.durationSec,
      container: 'mp4',
      codec: 'aac',
      sampleRateHz: 48_000,
      channels: 1,
    },
    notices: [],
    speech: talk.speech,
    transcript: {
      language: 'en',
      words: talk.words,
      model: { name: 'test', version: '1', sha256: 'b'.repeat(64) },
      abilities: { ...FULL_ABILITIES, ...talk.abilities },
    },
    parameters: analysisParameters.parse({}),
    stages: { speech: 1 },
  };
}

/** Everything of an input moved by some seconds, with so much silence before it. */
export function shifted(input: AnalysisInput, bySec: number): AnalysisInput {
  const move = <T extends TimeRange>(range: T): T => ({
    ...range,
    startSec: range.startSec + bySec,
    endSec: range.endSec + bySec,
  });
  return {
    ...input,
    recording: { ...input.recording, durationSec: input.recording.durationSec + bySec },
    speech: input.speech.map(move),
    transcript: isPresent(input.transcript)
      ? { ...input.transcript, words: input.transcript.words.map(move) }
      : input.transcript,
  };
}

/** Two talks, the second right after the first; everything but words, speech and length is that of the first. */
export function joined(first: AnalysisInput, second: AnalysisInput): AnalysisInput {
  const { recording, speech, transcript } = shifted(second, first.recording.durationSec);
  if (!isPresent(first.transcript) || !isPresent(transcript)) {
    throw new Error('Only talks with words can be joined.');
  }
  return {
    ...first,
    recording: { ...first.recording, durationSec: recording.durationSec },
    speech: [...first.speech, ...speech],
    transcript: { ...first.transcript, words: [...first.transcript.words, ...transcript.words] },
  };
}

/** A metric's number; throws when it is absent, so that a test reads as one line. */
export function valueOf(report: Report, id: string): number {
  const measure = report.metrics[id];
  if (measure === undefined || !isPresent(measure)) {
    throw new Error(`${id} is absent: ${JSON.stringify(measure)}`);
  }
  return measure.value;
}

/** The words that a report's items refer to, as text. */
export function textBetween(report: Report, first: number, last: number): string {
  return isPresent(report.transcript)
    ? report.transcript.words
        .slice(first, last + 1)
        .map(({ text }) => text)
        .join(' ')
    : '';
}
