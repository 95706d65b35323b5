/** Talks with exactly known content, with their sound and its tracks, as input for the analysis. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { AnalysisInput } from '../../../src/analysis/index.ts';
import { analyze } from '../../../src/analysis/index.ts';
import type { Report, TimeRange, Tracks, Word } from '../../../src/report/index.ts';
import { isPresent } from '../../../src/report/index.ts';
import { createVoiceTracker } from '../../../src/voice/index.ts';
import { EXAMPLE_TALKS, decodeSound, familySound } from '../../support/audio.ts';
import { inputFrom } from '../../support/spoken-input.ts';

const range = z.object({ startSec: z.number(), endSec: z.number() });

const truthFile = z.object({
  text: z.string(),
  language: z.string(),
  durationSec: z.number(),
  words: z.array(range),
  pauses: z.array(range),
  passages: z.array(range.extend({ kind: z.string() })),
});

/** What is known of a talk. */
export interface VoicedTalk {
  readonly name: string;
  readonly language: string;
  readonly words: readonly Word[];
  readonly speech: readonly TimeRange[];
  readonly passages: readonly (TimeRange & { readonly kind: string })[];
  /** 16 kHz mono. */
  readonly sound: Float32Array;
}

const ROOT = resolve(import.meta.dirname, '../../..');
const TEST_DATA = process.env['SPEECH_COACH_TEST_DATA'] ?? resolve(ROOT, '../shared');
const FAMILY = join(TEST_DATA, 'audio/talks/family');

/** The example talk of a language. */
export function exampleVoice(language: 'en' | 'ru'): Promise<VoicedTalk> {
  const file = join(ROOT, `examples/example-talk-${language}.json`);
  return load(`example-${language}`, file, EXAMPLE_TALKS[language]);
}

/** The short talks of both languages; none when the shared recordings are not there. */
export function familyVoices(): Promise<readonly VoicedTalk[]> {
  const files = existsSync(FAMILY) ? readdirSync(FAMILY).filter((name) => name.endsWith('.json')) : [];
  return Promise.all(
    files.toSorted().map((file) => load(file.slice(0, -5), join(FAMILY, file), familySound(file))),
  );
}

/** The tracks of a sound. */
export function tracksOf(sound: Float32Array): Tracks {
  const known = tracks.get(sound);
  if (known !== undefined) {
    return known;
  }
  const tracker = createVoiceTracker();
  tracker.push(sound);
  const made = tracker.end();
  tracks.set(sound, made);
  return made;
}

/** Made once for every sound. */
const tracks = new WeakMap<Float32Array, Tracks>();

/** The report of a talk as it is; made once. */
export function reportOf(talk: VoicedTalk): Report {
  const known = reports.get(talk) ?? analyze(voicedInput(talk));
  reports.set(talk, known);
  return known;
}

const reports = new WeakMap<VoicedTalk, Report>();

/** What a faultless recogniser and voice detector hand over, with the tracks of a sound, which may be a changed one. */
export function voicedInput(talk: VoicedTalk, sound: Float32Array = talk.sound): AnalysisInput {
  const { language, words, speech } = talk;
  const input = inputFrom({ words, speech, durationSec: sound.length / 16_000 });
  const { transcript } = input;
  return {
    ...input,
    transcript: isPresent(transcript) ? { ...transcript, language } : transcript,
    tracks: tracksOf(sound),
  };
}

async function load(name: string, truthPath: string, soundPath: string): Promise<VoicedTalk> {
  const truth = truthFile.parse(JSON.parse(readFileSync(truthPath, 'utf8')));
  const shown = truth.text.split(/\s+/);
  const speech: TimeRange[] = [];
  let atSec = 0;
  for (const { startSec, endSec } of [...truth.pauses, { startSec: truth.durationSec, endSec: Infinity }]) {
    if (startSec > atSec) {
      speech.push({ startSec: atSec, endSec: startSec });
    }
    atSec = endSec;
  }
  return {
    name,
    language: truth.language,
    words: truth.words.map(({ startSec, endSec }, index) => ({
      text: shown[index] ?? '',
      startSec,
      endSec,
      confidence: 0.95,
    })),
    speech,
    passages: truth.passages,
    sound: await decodeSound(soundPath),
  };
}
