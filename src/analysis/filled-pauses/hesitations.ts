/** The hesitations of a talk: filled pauses, lengthened word ends, and where fillers cluster. */
import type {
  Absent,
  FilledPause,
  FilledPauseSign,
  Filler,
  Hesitations,
  Tracks,
} from '../../report/index.ts';
import { FILLED_PAUSE_SIGNS, isPresent } from '../../report/index.ts';
import type { Doubt } from '../confidence.ts';
import { roundTo } from '../rounding.ts';
import type { Span } from '../span.ts';
import { lengthMs, toRange } from '../span.ts';
import type { TimedWordLayer } from '../words.ts';
import { findClusters } from './clusters.ts';
import type { HeldSound } from './held-sounds.ts';
import { findHeldSounds, silenceBelowDb } from './held-sounds.ts';
import { COUNTED_FROM, SHOWN_FROM, confidenceOf } from './judge.ts';
import { findLengthenings } from './lengthenings.ts';
import type { Signs } from './signs.ts';
import { signsOf } from './signs.ts';
import { createTriggerFinder } from './triggers.ts';
import type { WordRoom } from './word-room.ts';
import { createWordRoom } from './word-room.ts';

/** A held sound further than this from all speech is no hesitation, but music, a telephone, a machine. */
const NEAR_SPEECH_MS = 2000;

/** From here on a sign is named; see the codes. */
const STEADY_CHANGE_DB = 1.8;
const STEADY_PITCH_ST = 1;
const LONG_MS = 400;
const SET_OFF_SHARE = 0.75;
const NO_WORD_SHARE = 0.2;
const NOT_NEEDED_SHARE = 0.5;

/** From here on, and when they are most of what was found, doubtful sounds make the count doubtful. */
const MIN_DOUBTFUL = 3;

/**
 * Finds all hesitations, in time linear in the length of the talk; absent for the reason of whatever is missing.
 *
 * @param speech where somebody speaks, in order
 */
export function deriveHesitations(
  tracks: Tracks | Absent,
  words: TimedWordLayer | Absent,
  fillers: readonly Filler[] | Absent,
  speech: readonly Span[],
): Hesitations | Absent {
  if (!isPresent(tracks)) {
    return tracks;
  }
  if (!isPresent(words)) {
    return words;
  }
  return isPresent(fillers) ? findHesitations(tracks, words, fillers, speech) : fillers;
}

function findHesitations(
  tracks: Tracks,
  words: TimedWordLayer,
  fillers: readonly Filler[],
  speech: readonly Span[],
): Hesitations {
  const least = silenceBelowDb(tracks);
  const room = createWordRoom(words, tracks, (frame) => (tracks.levelDb[frame] ?? -Infinity) >= least);
  const sounds = findHeldSounds(tracks).filter((sound) => isNearSpeech(sound, speech));
  const findTrigger = createTriggerFinder(words);
  const filledPauses: FilledPause[] = [];
  const others: HeldSound[] = [];
  for (const sound of sounds) {
    const signs = signsOf(sound, room);
    const confidence = roundTo(confidenceOf(signs), 2);
    if (confidence < SHOWN_FROM) {
      others.push(sound);
      continue;
    }
    const { afterWord, beforeWord } = room.neighbours(sound);
    filledPauses.push({
      ...toRange(sound),
      kind: sound.kind,
      confidence,
      counted: confidence >= COUNTED_FROM,
      signs: nameSigns(sound, signs, room),
      afterWord,
      beforeWord,
      trigger: findTrigger(afterWord, beforeWord),
    });
  }
  return {
    filledPauses,
    lengthenings: findLengthenings(others, words, tracks),
    clusters: findClusters([...filledPauses.filter(({ counted }) => counted), ...fillers]),
  };
}

/** The filled pauses that the numbers count. */
export function countedPauses({ filledPauses }: Hesitations): readonly FilledPause[] {
  return filledPauses.filter(({ counted }) => counted);
}

/** The value of the standard normal distribution that leaves a tenth above it. */
const NORMAL_90 = 1.2816;

/**
 * The range of how many filled pauses there are among all sounds that are shown: each is one as likely as its confidence
 * says, independently. It holds the counted number in any case.
 */
export function pauseCountInterval(hesitations: Hesitations): readonly [number, number] {
  const counted = countedPauses(hesitations).length;
  const likely = hesitations.filledPauses.map(({ confidence }) => confidence);
  const expected = likely.reduce((sum, confidence) => sum + confidence, 0);
  const variance = likely.reduce((sum, confidence) => sum + confidence * (1 - confidence), 0);
  const half = NORMAL_90 * Math.sqrt(variance);
  const high = Math.min(likely.length, expected + half);
  return [Math.min(counted, Math.max(0, expected - half)), Math.max(counted, high)];
}

/** The doubts about counts of filled pauses: many sounds that may be some, or may be none. */
export function hesitationDoubts({ filledPauses }: Hesitations): readonly Doubt<'sounds-doubtful'>[] {
  const doubtful = filledPauses.filter(({ counted }) => !counted).length;
  const counted = filledPauses.length - doubtful;
  return doubtful >= MIN_DOUBTFUL && doubtful > counted
    ? [{ confidence: 'medium', reason: 'sounds-doubtful' }]
    : [];
}

function isNearSpeech(sound: Span, speech: readonly Span[]): boolean {
  return speech.some(
    ({ startMs, endMs }) => startMs < sound.endMs + NEAR_SPEECH_MS && endMs > sound.startMs - NEAR_SPEECH_MS,
  );
}

function nameSigns(sound: HeldSound, signs: Signs, room: WordRoom): readonly FilledPauseSign[] {
  const isUncovered = room.coveredShare(sound) < NO_WORD_SHARE;
  const holds: Readonly<Record<FilledPauseSign, boolean>> = {
    'no-word': isUncovered,
    'stretched-word': !isUncovered && room.neededShare(sound) < NOT_NEEDED_SHARE,
    written: signs.written > 0,
    'steady-sound': sound.changeDb <= STEADY_CHANGE_DB,
    'steady-pitch': sound.pitchRangeSt <= STEADY_PITCH_ST,
    long: lengthMs(sound) >= LONG_MS,
    'set-off': signs.silence >= SET_OFF_SHARE,
  };
  return FILLED_PAUSE_SIGNS.filter((sign) => holds[sign]);
}
