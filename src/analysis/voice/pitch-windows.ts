/** How much the pitch moves in windows of some seconds, and where it hardly does. */
import type { Span } from '../span.ts';
import { lengthMs, mergeSpans } from '../span.ts';
import type { VoicedFrames } from './voiced-frames.ts';
import { FRAME_MS } from './voiced-frames.ts';

/** Pitch is judged in windows of 10 seconds: Hincks 2005, Hincks & Edlund 2009. */
const WINDOW_MS = 10_000;
const STEP_MS = 5000;

/** With less voice than this in a window its pitch is not known. */
const MIN_VOICED_MS = 2000;

/** A window, and the standard deviation of the pitch in it. */
export interface PitchWindow extends Span {
  readonly sdSt: number;
}

/**
 * Windows of 10 seconds every 5 seconds, from the first speech on; one over the whole talk when that is shorter. Those
 * with less than 2 seconds of voice are left out.
 */
export function pitchWindows(voiced: VoicedFrames, talk: Span): readonly PitchWindow[] {
  const lastStartMs = Math.max(talk.startMs, talk.endMs - WINDOW_MS);
  const windows: PitchWindow[] = [];
  for (let startMs = talk.startMs; startMs <= lastStartMs; startMs += STEP_MS) {
    const window = { startMs, endMs: Math.min(talk.endMs, startMs + WINDOW_MS) };
    const { frames, sdSt } = voiced.part(window);
    if (frames * FRAME_MS >= MIN_VOICED_MS) {
      windows.push({ ...window, sdSt });
    }
  }
  return windows;
}

/** Where the pitch moves by less than `maxSt` in every window, for at least `minMs` together. */
export function monotoneStretches(
  windows: readonly PitchWindow[],
  maxSt: number,
  minMs: number,
): readonly Span[] {
  const flat = windows.filter(({ sdSt }) => sdSt < maxSt);
  return mergeSpans(flat, Infinity).filter((stretch) => lengthMs(stretch) >= minMs);
}
