/** How policies show their numbers, in a log line and in an error's text. */

/** Milliseconds with the unit that reads best: `50 ms`, `1.5 s`, `10 min`. */
export function showDuration(ms: number): string {
  if (ms < 1000) {
    return `${ms} ms`;
  }
  return ms >= 120_000 && ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1000} s`;
}

/** Milliseconds as seconds for an error's text: to the millisecond, never below 0. */
export function toSeconds(ms: number): number {
  return Math.max(0, Math.round(ms)) / 1000;
}
