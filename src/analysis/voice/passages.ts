/** Passages that stand out from the speaker's own voice: monotone, quiet, emphatic. */
import type { Absent, AnalysisParameters, VoicePassage } from '../../report/index.ts';
import { roundTo } from '../rounding.ts';
import type { Span } from '../span.ts';
import { lengthMs, mergeSpans, toMs, toRange } from '../span.ts';
import { quantile } from '../statistics.ts';
import type { VoicedFrames, VoicedPart } from './voiced-frames.ts';
import { FRAME_MS } from './voiced-frames.ts';

type Thresholds = Pick<
  AnalysisParameters,
  | 'monotoneSt'
  | 'monotonePassageShare'
  | 'monotonePassageSec'
  | 'quietDb'
  | 'emphaticDb'
  | 'emphaticPitchTimes'
  | 'voicePassageSec'
>;

/** A passage is looked for in windows of this length: two or three short phrases. */
const WINDOW_MS = 3000;
const STEP_MS = 250;
/** With less voice than this a window says nothing. */
const MIN_VOICED_MS = 900;
/** With fewer windows there is no own voice to stand out from: half a minute of speech. */
const MIN_WINDOWS = 80;
/** An edge of a pause further away than this does not draw a border to it. */
const MAX_SNAP_MS = 1200;

interface Window extends Span, VoicedPart {}

/**
 * The passages of each kind, in time order; passages of two kinds may overlap. A speaker who is monotone, or quiet, all
 * along has none: that is no passage, and the numbers of the talk say it.
 *
 * @param speech in order, not overlapping: a passage that begins or ends near the edge of a pause does so there
 */
export function findPassages(
  voiced: VoicedFrames,
  speech: readonly Span[],
  thresholds: Thresholds,
): readonly VoicePassage[] | Absent {
  const windows = voicedWindows(voiced, speech);
  if (windows.length < MIN_WINDOWS) {
    return { absent: 'too-little-speech' };
  }
  const usualSt = median(windows.map(({ sdSt }) => sdSt));
  const usualDb = median(windows.map(({ meanDb }) => meanDb));
  const flatSt = Math.min(thresholds.monotoneSt, usualSt * thresholds.monotonePassageShare);
  const passages = (
    kind: VoicePassage['kind'],
    minSec: number,
    isSuch: (window: Window) => boolean,
  ): readonly VoicePassage[] =>
    mergeSpans(windows.filter(isSuch), Infinity)
      .map((span) => bordersOf(span, speech))
      .filter((span) => lengthMs(span) >= toMs(minSec))
      .map((span) => {
        const { sdSt, meanDb } = voiced.part(span);
        return {
          ...toRange(span),
          kind,
          pitchSdSt: roundTo(sdSt, 2),
          levelOverUsualDb: roundTo(meanDb - usualDb, 1),
        };
      });
  return [
    ...passages('monotone', thresholds.monotonePassageSec, ({ sdSt }) => sdSt < flatSt),
    ...passages('quiet', thresholds.voicePassageSec, ({ meanDb }) => meanDb < usualDb - thresholds.quietDb),
    ...passages(
      'emphatic',
      thresholds.voicePassageSec,
      ({ sdSt, meanDb }) =>
        meanDb > usualDb + thresholds.emphaticDb && sdSt > usualSt * thresholds.emphaticPitchTimes,
    ),
  ].toSorted((a, b) => a.startSec - b.startSec);
}

function voicedWindows(voiced: VoicedFrames, speech: readonly Span[]): readonly Window[] {
  const windows: Window[] = [];
  const endMs = speech.at(-1)?.endMs ?? 0;
  for (let startMs = speech[0]?.startMs ?? endMs; startMs + WINDOW_MS <= endMs; startMs += STEP_MS) {
    const span = { startMs, endMs: startMs + WINDOW_MS };
    const part = voiced.part(span);
    if (part.frames * FRAME_MS >= MIN_VOICED_MS) {
      windows.push({ ...span, ...part });
    }
  }
  return windows;
}

/**
 * Where a passage begins and ends. Its outermost windows lie in it by half, so it reaches to their middles; voices
 * change between phrases rather than within, so an edge of a pause nearby is taken instead.
 */
function bordersOf(windows: Span, speech: readonly Span[]): Span {
  const startMs = nearest(
    windows.startMs + WINDOW_MS / 2,
    speech.map((span) => span.startMs),
  );
  const endMs = nearest(
    windows.endMs - WINDOW_MS / 2,
    speech.map((span) => span.endMs),
  );
  return { startMs, endMs: Math.max(startMs, endMs) };
}

function nearest(ms: number, edges: readonly number[]): number {
  const edge = edges.reduce((best, one) => (Math.abs(one - ms) < Math.abs(best - ms) ? one : best), Infinity);
  return Math.abs(edge - ms) <= MAX_SNAP_MS ? edge : ms;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
