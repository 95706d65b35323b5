/** The plan of a talk as its owner writes it: `5m..7m`, or a line for each point with its time. */
import { AppError, quoted } from '../errors/index.ts';
import type { TalkPlan, TimeWindow } from '../report/index.ts';
import { MAX_PLAN_POINTS } from '../report/index.ts';
import { parseTimeWindow, splitTime } from './plan-time-text.ts';

/**
 * Reads a plan. Each line, or each part between semicolons, is one of
 *
 * - a time alone, which is the time for the whole talk: `5m..7m`, `..7m`, `7m`, `5:30..7:00`;
 * - a point with its time, before or after its title: `Introduction 1m`, `2m..3m The problem`, `Итог: 30 с`;
 * - a comment from `#` on, or nothing.
 *
 * Times are in `h`, `m`, `s` (also `ч`, `м`, `с`, and as whole words) or as a clock shows them; a single time stands for
 * a tenth less to a tenth more. Where only points are given, the whole takes what they take together.
 *
 * @throws AppError `plan-line-untimed`, `plan-time-unreadable`, `plan-time-reversed`, `plan-time-twice`, `plan-too-long`
 *   with the line and its text; `plan-empty`
 *
 * @example
 * const plan = parsePlan('5m..7m\nIntroduction 1m\nThe problem 2m..3m');
 */
export function parsePlan(text: string): TalkPlan {
  const points: { title: string; window: TimeWindow }[] = [];
  let whole: TimeWindow | undefined;
  for (const { line, entry } of entriesOf(text)) {
    const facts = { line, text: quoted(entry) };
    const split = splitTime(entry);
    if (split === undefined) {
      throw new AppError('plan-line-untimed', facts);
    }
    const window = parseTimeWindow(split.time);
    if (window === undefined) {
      throw new AppError('plan-time-unreadable', facts);
    }
    if ((window.minSec ?? 0) > (window.maxSec ?? Infinity)) {
      throw new AppError('plan-time-reversed', facts);
    }
    if (split.title !== '') {
      points.push({ title: split.title, window });
    } else if (whole === undefined) {
      whole = window;
    } else {
      throw new AppError('plan-time-twice', facts);
    }
    if (points.length > MAX_PLAN_POINTS) {
      throw new AppError('plan-too-long', { ...facts, max: MAX_PLAN_POINTS });
    }
  }
  const window = whole ?? totalWindow(points.map((point) => point.window));
  if (window === undefined) {
    throw new AppError('plan-empty');
  }
  return { window, points };
}

function entriesOf(text: string): readonly { readonly line: number; readonly entry: string }[] {
  return text.split(/\r\n|\r|\n/u).flatMap((line, index) =>
    line
      .replace(/#.*$/u, '')
      .split(';')
      .map((part) => part.replaceAll(/\s+/gu, ' ').trim())
      .filter((part) => part !== '')
      .map((entry) => ({ line: index + 1, entry })),
  );
}

/** The ends of all windows added up; an upper end only where each window has one. Undefined of no window. */
function totalWindow(windows: readonly TimeWindow[]): TimeWindow | undefined {
  if (windows.length === 0) {
    return undefined;
  }
  const minSec = windows.reduce((sum, window) => sum + (window.minSec ?? 0), 0);
  const maxSec = windows.reduce((sum, window) => sum + (window.maxSec ?? Infinity), 0);
  return Number.isFinite(maxSec) ? { ...(minSec > 0 ? { minSec } : {}), maxSec } : { minSec };
}
