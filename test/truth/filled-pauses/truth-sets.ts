/** The recordings that filled pauses are looked for in: readings without any, readings with sounds put in, talks. */
import type { AnalysisInput } from '../../../src/analysis/index.ts';
import type { Hesitations, TimeRange, Tracks, Transcript } from '../../../src/report/index.ts';
import { isPresent } from '../../../src/report/index.ts';
import { analyze } from '../../../src/analysis/index.ts';
import { SAMPLE_RATE_HZ } from '../../../src/speech/index.ts';
import type { Speech } from '../../../src/speech/index.ts';
import { createVoiceTracker } from '../../../src/voice/index.ts';
import type { SharedRecording } from '../../support/audio.ts';
import { decodeSound, inBlocks, sharedRecordings } from '../../support/audio.ts';
import { inputFrom } from '../../support/spoken-input.ts';
import { insertSounds } from './insert-sounds.ts';
import type { InsertedSound, Recording } from './splice.ts';

/** A recording that was heard. */
export interface Heard extends Recording {
  readonly id: string;
  readonly language: string;
  readonly transcript: Transcript;
  readonly minutes: number;
}

/** A recording with sounds put in, with the words where they are, and with those that a recogniser hears in it. */
export interface Generated {
  readonly withTrueWords: Heard;
  readonly asHeard: Heard;
  readonly inserted: readonly InsertedSound[];
  readonly lengthened: readonly TimeRange[];
}

/** Which recogniser hears a language. */
export const RECOGNISERS = { en: 'moonshine-tiny-en', ru: 'whisper-base' } as const;

/** Fluent readings: those with hesitations are spontaneous; one joins seven others, and one has a hum that nobody wrote down. */
const NOT_READ = /^en-mfa-(?!slow)|^en-interview|^en-meeting|^ru-ast-tour/;

/** The shared recordings in which somebody reads without hesitating. */
export function readings(): readonly SharedRecording[] {
  return sharedRecordings().filter(({ id }) => !NOT_READ.test(id));
}

/** Measures and hears a sound; undefined when no word is heard in it. */
export async function hear(
  speech: Speech,
  { id, language }: Pick<SharedRecording, 'id' | 'language'>,
  samples: Float32Array,
): Promise<Heard | undefined> {
  const { signal } = new AbortController();
  const model = RECOGNISERS[language === 'ru' ? 'ru' : 'en'];
  const result = await speech.transcribe(inBlocks(samples), { language, model, signal });
  return isPresent(result.transcript)
    ? {
        id,
        language,
        samples,
        tracks: trackSound(samples),
        words: result.transcript.words,
        transcript: result.transcript,
        speech: result.speech,
        minutes: samples.length / SAMPLE_RATE_HZ / 60,
      }
    : undefined;
}

/** Hears a file. */
export async function hearFile(speech: Speech, recording: SharedRecording): Promise<Heard | undefined> {
  return hear(speech, recording, await decodeSound(recording.path));
}

/** Puts sounds into a reading and hears it again; undefined when no word is heard any more. */
export async function generate(speech: Speech, reading: Heard, seed: number): Promise<Generated | undefined> {
  const made = insertSounds(reading, seed);
  const asHeard = await hear(speech, reading, made.samples);
  return asHeard === undefined
    ? undefined
    : {
        asHeard,
        withTrueWords: {
          ...asHeard,
          words: made.words,
          speech: made.speech,
          transcript: { ...reading.transcript, words: made.words },
        },
        inserted: made.inserted,
        lengthened: made.lengthened,
      };
}

/** The hesitations that the analysis finds in a recording. */
export function hesitationsOf({ tracks, words, speech, transcript, samples }: Heard): Hesitations {
  const input: AnalysisInput = {
    ...inputFrom({ words, speech, durationSec: samples.length / SAMPLE_RATE_HZ }),
    transcript,
    tracks,
  };
  const { hesitations } = analyze(input);
  if (!isPresent(hesitations)) {
    throw new Error(`no hesitations: ${hesitations.absent}`);
  }
  return hesitations;
}

/** The sounds that are counted. */
export function countedIn(heard: Heard): readonly TimeRange[] {
  return hesitationsOf(heard).filledPauses.filter(({ counted }) => counted);
}

/** The tracks of a whole sound. */
export function trackSound(samples: Float32Array): Tracks {
  const tracker = createVoiceTracker();
  tracker.push(samples);
  return tracker.end();
}
