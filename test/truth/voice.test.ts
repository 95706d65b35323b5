/** What is measured of the voice in the example talks, whose passages are known, and what may not change it. */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisInput } from '../../src/analysis/index.ts';
import { analyze } from '../../src/analysis/index.ts';
import type {
  Delivery,
  FRAME_TRACKS,
  Measured,
  Report,
  TimeRange,
  Tracks,
  Word,
} from '../../src/report/index.ts';
import { MIN_LEVEL_DB, isPresent } from '../../src/report/index.ts';
import { inputFrom } from '../support/spoken-input.ts';
import { withGain, withNoise } from './voice/change-sound.ts';
import { PASSAGE_KINDS, deliveryOf, judgePassages } from './voice/judge.ts';
import { makeTalk, speechOf } from './voice/made-voices.ts';
import type { VoicedTalk } from './voice/voiced-talk.ts';
import { exampleVoice, reportOf, voicedInput } from './voice/voiced-talk.ts';

const VOICE_METRICS = [
  'pitch-variation',
  'pitch-range',
  'monotone-share',
  'loudness-variation',
  'fading-phrases-share',
  'stressed-words-per-minute',
  'loudness-trend',
  'pitch-trend',
  'nuclei-rate',
] as const;

describe('the example talks', () => {
  let talks: readonly VoicedTalk[];

  beforeAll(async () => {
    talks = await Promise.all([exampleVoice('en'), exampleVoice('ru')]);
  });

  it.each(PASSAGE_KINDS)('have their %s passage, and no other', (kind) => {
    for (const talk of talks) {
      expect(judgePassages(talk, reportOf(talk), kind)).toMatchObject({
        there: 1,
        found: 1,
        foundWrongly: 0,
      });
    }
  });

  it('hardly fade, and have a voice that is known', () => {
    for (const report of talks.map(reportOf)) {
      expect(measured(report, 'fading-phrases-share').value).toBeLessThan(0.05);
      expect(measured(report, 'pitch-variation').confidence).toBe('high');
      expect(report.notices).toEqual([]);
    }
  });

  it('fade where they are made to', () => {
    for (const talk of talks) {
      const { phrases } = reportOf(talk);
      const long = isPresent(phrases) ? phrases.items.filter(({ words }) => words >= 8) : [];
      const faded = long.filter((_, index) => index % 3 === 0);
      const sound = withGain(talk.sound, (sec) => {
        const phrase = faded.find(({ startSec, endSec }) => sec >= startSec && sec < endSec);
        return phrase === undefined ? 0 : (-8 * (sec - phrase.startSec)) / (phrase.endSec - phrase.startSec);
      });
      const { fadingPhrases } = deliveryOf(analyze(voicedInput(talk, sound)));
      const found = isPresent(fadingPhrases) ? fadingPhrases.map(({ firstWord }) => firstWord) : [];
      expect(found).toEqual(expect.arrayContaining(faded.map(({ firstWord }) => firstWord)));
      // A phrase of six words may seem to fade by its vowels alone.
      expect(found.length - faded.length).toBeLessThanOrEqual(1);
    }
  });

  it('keep the pitch, and say so, when they are recorded softer or in noise', () => {
    for (const talk of talks) {
      const before = measured(reportOf(talk), 'pitch-variation');
      const softer = analyze(
        voicedInput(
          talk,
          withGain(talk.sound, () => -12),
        ),
      );
      expect(Math.abs(measured(softer, 'pitch-variation').value - before.value)).toBeLessThan(0.02);
      expect(measured(softer, 'loudness-variation').value).toBeCloseTo(
        measured(reportOf(talk), 'loudness-variation').value,
        1,
      );
      const noisy = analyze(voicedInput(talk, withNoise(talk.sound, -20, 10)));
      expect(noisy.notices).toMatchObject([{ code: 'noisy' }]);
      expect(measured(noisy, 'pitch-variation')).toMatchObject({
        confidence: 'medium',
        reason: 'poor-sound',
      });
      expect(measured(noisy, 'pitch-variation').value / before.value).toBeGreaterThan(0.85);
      expect(measured(noisy, 'pitch-variation').value / before.value).toBeLessThan(1.15);
    }
  });

  it('are doubted when half of their words are missing, and not when all are there', () => {
    for (const talk of talks) {
      expect(measured(reportOf(talk), 'articulation-rate').confidence).toBe('high');
      const half = { ...talk, words: talk.words.filter((_, index) => index % 20 < 10) };
      expect(measured(analyze(voicedInput(half)), 'articulation-rate').reason).toBe('nuclei-disagree');
    }
  });
});

describe('what is measured of any voice', () => {
  // A seed, not the talk itself: a counterexample that can be read.
  const seed = fc.integer({ min: 1, max: 1000 });

  it('does not depend on when the talk begins, or on silence after it', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 0, max: 900 }), fc.nat(500), (from, before, after) => {
        const { words, tracks } = makeTalk(150, from);
        const shift = before / 100;
        const plain = analyze(inputOf(words, tracks));
        const shifted = analyze(
          inputOf(
            words.map((word) => moved(word, shift)),
            padded(tracks, before, after),
          ),
        );
        expect(valuesOf(shifted)).toEqual(valuesOf(plain));
        const deliveries = [deliveryOf(plain), deliveryOf(shifted)].map((delivery) => startsOf(delivery));
        expect(deliveries[1]).toEqual(deliveries[0]?.map((sec) => round(sec + shift)));
      }),
      { numRuns: 8 },
    );
  });

  it('does not depend on how loud it is recorded', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: -30, max: 15 }), (from, gainDb) => {
        const { words, tracks } = makeTalk(150, from);
        const louder: Tracks = {
          ...tracks,
          levelDb: tracks.levelDb.map((db) => (db === MIN_LEVEL_DB ? db : db + gainDb)),
          sound: {
            ...tracks.sound,
            noiseFloorDb: (tracks.sound.noiseFloorDb ?? 0) + gainDb,
            speechLevelDb: (tracks.sound.speechLevelDb ?? 0) + gainDb,
          },
        };
        const [plain, after] = [analyze(inputOf(words, tracks)), analyze(inputOf(words, louder))];
        for (const id of VOICE_METRICS) {
          expect(Math.abs(measured(after, id).value - measured(plain, id).value)).toBeLessThanOrEqual(0.1001);
        }
        expect(measured(after, 'pitch-variation')).toEqual(measured(plain, 'pitch-variation'));
      }),
      { numRuns: 8 },
    );
  });

  it('is the same for a talk that is said twice, one after the other', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const { words, tracks } = makeTalk(150, from);
        const plain = analyze(inputOf(words, tracks));
        const lengthSec = tracks.frames / 100;
        const again = words.map((word) => moved(word, lengthSec));
        const twice = analyze(inputOf([...words, ...again], joined(tracks, tracks)));
        expect(measured(twice, 'pitch-variation').value).toBeCloseTo(
          measured(plain, 'pitch-variation').value,
          0,
        );
        expect(measured(twice, 'pitch-range').value).toBeCloseTo(measured(plain, 'pitch-range').value, 1);
        expect(measured(twice, 'loudness-variation').value).toBeCloseTo(
          measured(plain, 'loudness-variation').value,
          1,
        );
        expect(measured(twice, 'fading-phrases-share').value).toBeCloseTo(
          measured(plain, 'fading-phrases-share').value,
          1,
        );
      }),
      { numRuns: 5 },
    );
  });
});

function inputOf(words: readonly Word[], tracks: Tracks): AnalysisInput {
  const input = inputFrom({ words, speech: phrasesOf(words), durationSec: tracks.frames / 100 });
  return { ...input, tracks };
}

/** The phrases of a made talk, also of two in a row: a full stop ends each. */
function phrasesOf(words: readonly Word[]): readonly TimeRange[] {
  return speechOf(words);
}

function moved(word: Word, sec: number): Word {
  return { ...word, startSec: round(word.startSec + sec), endSec: round(word.endSec + sec) };
}

/** With so many frames of silence before and after it. */
function padded(tracks: Tracks, before: number, after: number): Tracks {
  const silence = (frames: number): Tracks => ({
    ...tracks,
    frames,
    ...frameArrays((name) => new Float32Array(frames).fill(name === 'levelDb' ? MIN_LEVEL_DB : 0)),
    nuclei: new Uint32Array(),
  });
  return joined(joined(silence(before), tracks), silence(after));
}

function joined(first: Tracks, second: Tracks): Tracks {
  return {
    ...second,
    frames: first.frames + second.frames,
    ...frameArrays((name) => Float32Array.from([...first[name], ...second[name]])),
    nuclei: Uint32Array.from([...first.nuclei, ...second.nuclei.map((frame) => frame + first.frames)]),
  };
}

type FrameTrack = (typeof FRAME_TRACKS)[number];

function frameArrays(make: (name: FrameTrack) => Float32Array): Readonly<Record<FrameTrack, Float32Array>> {
  return {
    pitchHz: make('pitchHz'),
    voicing: make('voicing'),
    levelDb: make('levelDb'),
    changeDb: make('changeDb'),
    formant1Hz: make('formant1Hz'),
    formant2Hz: make('formant2Hz'),
    lowBandDb: make('lowBandDb'),
    tiltDb: make('tiltDb'),
    highBandDb: make('highBandDb'),
  };
}

function valuesOf(report: Report): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    VOICE_METRICS.map((id) => {
      const { value, interval80, confidence, band } = measured(report, id);
      return [id, { value, interval80, confidence, band }];
    }),
  );
}

/** Where everything that was found begins. */
function startsOf({ passages, fadingPhrases, statementEnds, emphasis }: Delivery): readonly number[] {
  return [
    ...(isPresent(passages) ? passages : []),
    ...(isPresent(fadingPhrases) ? fadingPhrases : []),
    ...(isPresent(statementEnds) ? statementEnds : []),
    ...(isPresent(emphasis) ? [...emphasis.stressed, ...emphasis.mismatches] : []),
  ].map(({ startSec }) => startSec);
}

function measured({ metrics }: Report, id: string): Measured {
  const measure = metrics[id];
  if (measure === undefined || !isPresent(measure)) {
    throw new Error(`${id} is absent: ${JSON.stringify(measure)}`);
  }
  return measure;
}

function round(sec: number): number {
  return Math.round(sec * 1000) / 1000;
}
