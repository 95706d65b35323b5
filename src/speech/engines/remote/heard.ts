/** An answer becomes what was heard: words with times, inside the chunk, in order, and as sure as the server tells. */
import type { TimeRange } from '../../../report/index.ts';
import { createEnergyTrim } from '../../energy-trim.ts';
import { estimateTimes } from '../../estimated-times.ts';
import { isOverCompressed } from '../../over-compressed.ts';
import type { Heard, HeardWord } from '../../recognizer.ts';
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';
import { lettersOf } from './align-letters.ts';
import type { Answer, Piece, Segment } from './answer.ts';
import type { PlacedWord, ShownWord } from './place-words.ts';
import { placeWords, toShownWords } from './place-words.ts';

/** What was heard, and whether the server timed its words. */
export interface TimedHeard {
  readonly heard: Heard;
  /** `estimated`: the words were laid over the voice here. */
  readonly wordTimes: 'span' | 'estimated';
}

/** When fewer of the words than this have a time of their own, the times are not worth being called measured. */
const MIN_TIMED = 0.8;
/** A segment is silence when nobody seems to speak in it and its text is unlikely too (Radford et al., 2022, 4.5). */
const SILENCE = { minNoSpeechProbability: 0.6, maxLogProbability: -1 } as const;

/**
 * Reads what was heard from an answer.
 *
 * @param samples the chunk that it is about
 * @param language the language that was asked for, a two-letter code
 */
export function toHeard(answer: Answer, samples: Float32Array, language: string | undefined): TimedHeard {
  const durationSec = samples.length / SAMPLE_RATE_HZ;
  const parts = partsOf(answer);
  const words = toShownWords(parts.map(({ text }) => text));
  const placed = placeWords(words, answer.pieces);
  const timed = placed.filter(({ time }) => time !== undefined).length;
  const isTimed = timed >= MIN_TIMED * words.length;
  const times = isTimed
    ? fillGaps(words, placed, durationSec)
    : estimate(words, parts, samples, language ?? answer.language);
  const trim = createEnergyTrim(samples);
  const heardWords: HeardWord[] = [];
  let cursorSec = 0;
  for (const [index, { text, part }] of words.entries()) {
    const { startSec, endSec } = times[index] ?? { startSec: cursorSec, endSec: cursorSec };
    const start = Math.max(cursorSec, startSec);
    const trimmed = trim(start, Math.max(start, endSec));
    cursorSec = trimmed.endSec;
    const confidence = placed[index]?.probability ?? parts[part]?.probability;
    heardWords.push({ text, ...trimmed, ...(confidence === undefined ? {} : { confidence }) });
  }
  return {
    heard: {
      words: heardWords,
      ...sureness(parts, answer.pieces),
      ended: !isOverCompressed(answer.text),
      ...languagesOf(answer, language),
    },
    wordTimes: isTimed ? 'span' : 'estimated',
  };
}

/** A stretch of the text. */
type Part = Pick<Segment, 'text' | 'time' | 'probability' | 'tokens'>;

/** The segments that are speech, when they say what the text says; else the text. */
function partsOf({ text, segments }: Answer): readonly Part[] {
  const inSegments = saidIn(segments.map((one) => one.text).join(' '));
  return inSegments !== '' && inSegments === saidIn(text)
    ? segments.filter((one) => !isSilence(one))
    : [{ text, time: undefined, probability: undefined, tokens: undefined }];
}

/** All that two writings of the same words share. */
function saidIn(text: string): string {
  return lettersOf(text).join('');
}

function isSilence({ noSpeechProbability = 0, probability = 1 }: Segment): boolean {
  return (
    noSpeechProbability > SILENCE.minNoSpeechProbability && Math.log(probability) < SILENCE.maxLogProbability
  );
}

/** Words without a time of their own share the gap between their neighbours, by their letters. */
function fillGaps(
  words: readonly ShownWord[],
  placed: readonly PlacedWord[],
  durationSec: number,
): readonly TimeRange[] {
  const times: TimeRange[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const time = placed[index]?.time;
    if (time !== undefined) {
      times.push(time);
      continue;
    }
    const next = placed.findIndex((one, later) => later > index && one.time !== undefined);
    const gap = words.slice(index, next === -1 ? words.length : next);
    const startSec = times.at(-1)?.endSec ?? 0;
    const endSec = placed[next]?.time?.startSec ?? durationSec;
    times.push(...shares(gap, startSec, Math.max(startSec, endSec)));
    index += gap.length - 1;
  }
  return times;
}

function shares(words: readonly ShownWord[], startSec: number, endSec: number): readonly TimeRange[] {
  const total = words.reduce((sum, { letters }) => sum + letters.length, 0);
  let before = 0;
  return words.map(({ letters }) => {
    const from = before;
    before += letters.length;
    return {
      startSec: startSec + (from / total) * (endSec - startSec),
      endSec: startSec + (before / total) * (endSec - startSec),
    };
  });
}

/** Lays words over the voice: those of each segment over its own, when the segments' times are in order. */
function estimate(
  words: readonly ShownWord[],
  parts: readonly Part[],
  samples: Float32Array,
  language: string | undefined,
): readonly TimeRange[] {
  const isInOrder = parts.every(({ time }, index) => {
    const previous = parts[index - 1]?.time;
    return time !== undefined && (previous === undefined || previous.endSec <= time.startSec);
  });
  if (!isInOrder) {
    const texts = words.map(({ text }) => text);
    return estimateTimes(texts, samples, { language });
  }
  return parts.flatMap(({ time }, part) => {
    const texts = words.flatMap((word) => (word.part === part ? word.text : []));
    return estimateTimes(texts, samples, { language, ...(time === undefined ? {} : { within: time }) });
  });
}

/** How many tokens are known by how likely they are, and the sum of their logarithms: the best that the server tells. */
function sureness(
  parts: readonly Part[],
  pieces: readonly Piece[],
): Pick<Heard, 'tokens' | 'logProbability'> {
  const bySegment = parts.flatMap(({ text, probability, tokens }) =>
    probability === undefined ? [] : { probability, tokens: tokens ?? toShownWords([text]).length },
  );
  const byPiece = pieces.flatMap(({ probability }) =>
    probability === undefined ? [] : { probability, tokens: 1 },
  );
  const known = bySegment.length > 0 ? bySegment : byPiece;
  return {
    tokens: known.reduce((sum, { tokens }) => sum + tokens, 0),
    logProbability: known.reduce((sum, one) => sum + one.tokens * Math.log(one.probability), 0),
  };
}

/**
 * A server that tells no likelihoods has decided: what it wrote is in the language that it names. When it was asked for
 * one it only says that again.
 */
function languagesOf({ languages, language }: Answer, asked: string | undefined): Pick<Heard, 'languages'> {
  if (languages !== undefined) {
    return { languages };
  }
  return language === undefined || asked !== undefined ? {} : { languages: { [language]: 1 } };
}
