/** How the pitch ends statements: finished, open as before a comma, or rising as in a question. */
import type { AbsentFor, StatementEnd } from '../../report/index.ts';
import { roundTo } from '../rounding.ts';
import type { Span } from '../span.ts';
import { toRange } from '../span.ts';
import { mean, quantile } from '../statistics.ts';
import type { TimedWordLayer } from '../words.ts';
import { isSpoken } from '../words.ts';
import type { VoicedFrames } from './voiced-frames.ts';
import { FRAME_MS } from './voiced-frames.ts';

/** The end of a sentence: the last so many frames of voice, over at most this time: 0.4 s. */
const TAIL_FRAMES = 40;
/** With fewer the end was whispered, or is creak: nothing is said of it. */
const MIN_TAIL_FRAMES = 10;
/** Where the pitch ends: the last 0.12 s of voice. */
const LAST_FRAMES = 12;
/** Before the end there must be enough to draw a line through: 0.6 s of voice. */
const MIN_BODY_FRAMES = 60;
/** Word times are heard late or early by some frames: voice up to so long after the last word is its own. */
const OVERHANG_MS = 100;

/**
 * A voice sinks through a sentence by up to 5 semitones a second (Cohen, Collier & 't Hart 1982 have 2 to 5 for short
 * ones); a steeper line comes of an accent at its start, one that rises of an accent at its end.
 */
const STEEPEST_ST_PER_FRAME = -0.05;

/** Ending this far over the line, and higher than the end began, is rising. */
const RISING_ST = 1.5;
/** Ending this far under the line, or falling by this within the end, is falling. */
const FALLING_ST = 1;
/**
 * In Russian the sharp rise of a question or of an unfinished thought lies on the last stressed syllable, and the pitch
 * falls after it (Bryzgunova's IK-3): a peak this high over the line near the end is open, whatever follows.
 */
const RUSSIAN_PEAK_ST = 5;

/** A sentence may end so and be a statement; not with ? or !, nor with … which is left open on purpose. */
const STATEMENT = /[^.…]\.["'»“”’)\]]*$/u;

/**
 * The ends of the statements whose pitch can be judged, in order; absent when the recogniser prints no punctuation. In
 * one word and half a second there is no line to judge an end against: such sentences are left out.
 */
export function statementEnds(
  voiced: VoicedFrames,
  words: TimedWordLayer,
): readonly StatementEnd[] | AbsentFor<'no-punctuation'> {
  const { transcript, language, spans } = words;
  if (!transcript.abilities.punctuation) {
    return { absent: 'no-punctuation' };
  }
  const ends: StatementEnd[] = [];
  let startMs: number | undefined;
  for (const [index, { text }] of transcript.words.entries()) {
    const span = spans[index];
    if (span === undefined || !isSpoken(words, index)) {
      continue;
    }
    startMs ??= span.startMs;
    if (!language.endsSentence(text)) {
      continue;
    }
    if (STATEMENT.test(text)) {
      const nextMs = spans[index + 1]?.startMs ?? Infinity;
      const sentence = { startMs, endMs: Math.max(span.endMs, Math.min(span.endMs + OVERHANG_MS, nextMs)) };
      const end = judge(voiced, sentence, language.code);
      if (end !== undefined) {
        ends.push({ lastWord: index, ...end });
      }
    }
    startMs = undefined;
  }
  return ends;
}

function judge(
  voiced: VoicedFrames,
  sentence: Span,
  language: string,
): Omit<StatementEnd, 'lastWord'> | undefined {
  const { frames, semitones } = voiced;
  const [from, to] = voiced.indices(sentence);
  const lastFrame = frames[to - 1] ?? 0;
  let tail = to;
  while (tail > from && lastFrame - (frames[tail - 1] ?? 0) < TAIL_FRAMES) {
    tail -= 1;
  }
  // Voice that ends long before the sentence does is not its end.
  const isAtEnd = sentence.endMs / FRAME_MS - lastFrame <= TAIL_FRAMES;
  if (to - tail < MIN_TAIL_FRAMES || tail - from < MIN_BODY_FRAMES || !isAtEnd) {
    return undefined;
  }
  const body = Array.from(frames.subarray(from, tail));
  const line = lineThrough(body, Array.from(semitones.subarray(from, tail)));
  const ending = Array.from(semitones.subarray(tail, to));
  const last = quantile(ending.slice(-LAST_FRAMES), 0.5);
  const first = quantile(ending.slice(0, LAST_FRAMES), 0.5);
  const peak = quantile(ending, 0.9);
  const overLineSt = last - line(lastFrame);
  return {
    ...toRange({ startMs: (frames[tail] ?? 0) * FRAME_MS, endMs: (lastFrame + 1) * FRAME_MS }),
    ending:
      overLineSt >= RISING_ST && last > first
        ? 'rising'
        : language === 'ru' && peak - line(lastFrame) >= RUSSIAN_PEAK_ST
          ? 'open'
          : overLineSt <= -FALLING_ST || (peak - last >= FALLING_ST && overLineSt < RISING_ST)
            ? 'falling'
            : 'open',
    overLineSt: roundTo(overLineSt, 1),
  };
}

/** The straight line (least squares) through the pitch, no steeper than a voice sinks. */
function lineThrough(frames: readonly number[], semitones: readonly number[]): (frame: number) => number {
  const [middle, height] = [mean(frames), mean(semitones)];
  const rise = mean(frames.map((frame, index) => (frame - middle) * ((semitones[index] ?? 0) - height)));
  const slope = rise / mean(frames.map((frame) => (frame - middle) ** 2));
  const limited = Math.min(0, Math.max(STEEPEST_ST_PER_FRAME, slope));
  return (frame) => height + limited * (frame - middle);
}
