/**
 * How often 80 % intervals hold: talks of a made voice whose numbers are known from a very long talk of the same voice.
 * Its pitch and loudness wander as voices do: by a fast part within words and a slow one from phrase to phrase.
 */
import { analyze } from '../../../src/analysis/index.ts';
import type { Measured, Tracks, Word } from '../../../src/report/index.ts';
import { isPresent } from '../../../src/report/index.ts';
import { makeTracks } from '../../support/made-tracks.ts';
import { inputFrom } from '../../support/spoken-input.ts';
import { createRandom } from '../filled-pauses/random.ts';
import { normalNumbers } from './change-sound.ts';

/** How often the interval of a metric held the true value. */
export interface Coverage {
  readonly metric: string;
  readonly trials: number;
  readonly held: number;
}

const TALK_SEC = 240;
const LONG_TALK_SEC = 7200;
/** A word and the gap after it. */
const WORD_SEC = 0.4;
/** A phrase ends with a pause after so many words. */
const PHRASE_WORDS = 8;

/** Coverage of every metric that gives an interval and whose true value a long talk tells. */
export function coverages(trials: number): readonly Coverage[] {
  const truth = measuresOf(makeTalk(LONG_TALK_SEC, 1));
  const talks = Array.from({ length: trials }, (_, trial) => measuresOf(makeTalk(TALK_SEC, trial + 2)));
  const known: readonly (readonly [metric: string, value: number])[] = [
    ['pitch-variation', valueIn(truth, 'pitch-variation')],
    ['loudness-variation', valueIn(truth, 'loudness-variation')],
    ['fading-phrases-share', FADING_SHARE],
    // The voice neither tires nor wakes up.
    ['pitch-trend', 0],
    ['loudness-trend', 0],
  ];
  return known.map(([metric, value]) => {
    const intervals = talks.flatMap((measures) => {
      const interval = measures[metric]?.interval80;
      return interval === undefined ? [] : [interval];
    });
    return {
      metric,
      trials: intervals.length,
      held: intervals.filter(([low, high]) => value >= low && value <= high).length,
    };
  });
}

type Measures = Readonly<Record<string, Measured>>;

function valueIn(measures: Measures, metric: string): number {
  return measures[metric]?.value ?? NaN;
}

function measuresOf({ words, tracks }: MadeTalk): Measures {
  const { metrics } = analyze({
    ...inputFrom({ words, speech: speechOf(words), durationSec: tracks.frames / 100 }),
    tracks,
  });
  return Object.fromEntries(
    Object.entries(metrics).flatMap(([id, measure]) => (isPresent(measure) ? [[id, measure]] : [])),
  );
}

/** A talk of a made voice. */
export interface MadeTalk {
  readonly words: readonly Word[];
  readonly tracks: Tracks;
}

/** This share of the phrases fades, beyond doubt. */
const FADING_SHARE = 0.2;
const FADE_DB = 20;

/** A talk of the made voice; another seed, another talk. */
export function makeTalk(durationSec: number, seed: number): MadeTalk {
  const random = createRandom(seed);
  const normal = normalNumbers(random);
  const words: Word[] = [];
  const voices: { readonly pitchSt: number; readonly levelDb: number; readonly liveliness: number }[] = [];
  let [slowSt, slowDb, logLively] = [0, 0, 0];
  let isFading = false;
  for (let atSec = 0.5; atSec + WORD_SEC < durationSec; atSec += WORD_SEC) {
    const inPhrase = words.length % PHRASE_WORDS;
    if (inPhrase === 0) {
      atSec += words.length === 0 ? 0 : 0.6;
      isFading = random.between(0, 1) < FADING_SHARE;
      slowSt = wander(slowSt, 0.5, 1, normal);
      slowDb = wander(slowDb, 0.5, 1.5, normal);
      logLively = wander(logLively, 0.7, 0.25, normal);
    }
    const text = inPhrase === PHRASE_WORDS - 1 ? 'town.' : 'road';
    words.push({ text, startSec: round(atSec), endSec: round(atSec + WORD_SEC - 0.05), confidence: 0.95 });
    voices.push({
      pitchSt: slowSt + 1.5 * normal(),
      levelDb: -22 + slowDb + 1.2 * normal() - (isFading ? (FADE_DB * inPhrase) / (PHRASE_WORDS - 1) : 0),
      liveliness: Math.exp(logLively),
    });
  }
  let next = 0;
  let glideSt = 0;
  const tracks = makeTracks(durationSec, (sec) => {
    while ((words[next]?.endSec ?? Infinity) <= sec) {
      next += 1;
    }
    const [word, voice] = [words[next], voices[next]];
    glideSt = wander(glideSt, 0.97, 1.5, normal);
    // The last part of a word has no voice, as consonants do not.
    if (word === undefined || voice === undefined || sec < word.startSec || sec > word.endSec - 0.1) {
      return {};
    }
    const semitones = (voice.pitchSt + glideSt) * voice.liveliness;
    return { pitchHz: 130 * 2 ** (semitones / 12), levelDb: voice.levelDb };
  });
  return { words, tracks };
}

/** The next value of one that keeps a share of itself and has a deviation in the long run. */
function wander(value: number, keeps: number, deviation: number, normal: () => number): number {
  return keeps * value + deviation * Math.sqrt(1 - keeps ** 2) * normal();
}

/** From the first word of each phrase to its last. */
export function speechOf(words: readonly Word[]): readonly { startSec: number; endSec: number }[] {
  return Array.from({ length: Math.ceil(words.length / PHRASE_WORDS) }, (_, phrase) => ({
    startSec: words[phrase * PHRASE_WORDS]?.startSec ?? 0,
    endSec: words[Math.min(words.length, (phrase + 1) * PHRASE_WORDS) - 1]?.endSec ?? 0,
  }));
}

function round(sec: number): number {
  return Math.round(sec * 1000) / 1000;
}
