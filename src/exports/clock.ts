/** Places in a recording as clock times: short ones for people, exact ones for subtitle files. */
import type { TimeRange } from '../report/index.ts';

/** A place for a person: "0:07", "3:12", "1:02:03". Whole seconds, rounded down, so that a player seeks before it. */
export function formatClock(sec: number): string {
  const { hours, minutes, seconds } = split(Math.max(0, Math.floor(sec)));
  return hours > 0
    ? `${hours}:${twoDigits(minutes)}:${twoDigits(seconds)}`
    : `${minutes}:${twoDigits(seconds)}`;
}

/** Of more places nobody listens to the rest. */
const MAX_PLACES = 5;

/** The clock times of the first ranges, each once. */
export function firstPlaces(ranges: readonly TimeRange[]): readonly string[] {
  return [...new Set(ranges.map(({ startSec }) => formatClock(startSec)))].slice(0, MAX_PLACES);
}

/** A place for a subtitle file, to the millisecond: "00:03:12.040"; SubRip wants `,` before the milliseconds. */
export function formatTimestamp(sec: number, decimalMark: ',' | '.'): string {
  const totalMs = Math.max(0, Math.round(sec * 1000));
  const { hours, minutes, seconds } = split(Math.floor(totalMs / 1000));
  const milliseconds = String(totalMs % 1000).padStart(3, '0');
  return `${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(seconds)}${decimalMark}${milliseconds}`;
}

function split(wholeSeconds: number): { hours: number; minutes: number; seconds: number } {
  return {
    hours: Math.floor(wholeSeconds / 3600),
    minutes: Math.floor(wholeSeconds / 60) % 60,
    seconds: wholeSeconds % 60,
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
