/** Whether the voice holds out: how its loudness and pitch go from the start of a talk to its end. */
import type { Span } from '../span.ts';
import { lengthMs } from '../span.ts';
import { mean } from '../statistics.ts';
import { blockInterval } from './interval.ts';
import type { VoicedFrames, VoicedPart } from './voiced-frames.ts';
import { FRAME_MS } from './voiced-frames.ts';

/** A talk that is shorter has no stamina to speak of: its end is as near to its start as any emphasis. */
const MIN_TALK_MS = 120_000;
/** Long enough to hold a sentence or two, so that neighbours tell little of each other. */
const WINDOW_MS = 20_000;
const MIN_VOICED_MS = 4000;

/** A change from the start of a talk to its end, along the straight line through it. */
export interface Trend {
  readonly change: number;
  readonly interval80: readonly [number, number] | undefined;
}

/** The trend of a part's property over windows of 20 seconds; undefined under two minutes of talk. */
export function trendOf(
  voiced: VoicedFrames,
  talk: Span,
  valueOf: (part: VoicedPart) => number,
): Trend | undefined {
  if (lengthMs(talk) < MIN_TALK_MS) {
    return undefined;
  }
  const points: Point[] = [];
  for (let startMs = talk.startMs; startMs + WINDOW_MS <= talk.endMs; startMs += WINDOW_MS) {
    const part = voiced.part({ startMs, endMs: startMs + WINDOW_MS });
    if (part.frames * FRAME_MS >= MIN_VOICED_MS) {
      points.push({ at: (startMs + WINDOW_MS / 2 - talk.startMs) / lengthMs(talk), value: valueOf(part) });
    }
  }
  return points.length < 2 ? undefined : { change: slope(points), interval80: blockInterval(points, slope) };
}

/** A value at a share of the talk. */
interface Point {
  readonly at: number;
  readonly value: number;
}

/** Of the least squares line: the change over the whole talk. */
function slope(points: readonly Point[]): number {
  const at = mean(points.map((point) => point.at));
  const value = mean(points.map((point) => point.value));
  const spread = mean(points.map((point) => (point.at - at) ** 2));
  // A draw of one window many times has no slope; it says that there is none.
  return spread === 0 ? 0 : mean(points.map((point) => (point.at - at) * (point.value - value))) / spread;
}
