/** The `Retry-After` header of HTTP (RFC 9110, 10.2.3): how long a server asks to be left alone. */

const SECONDS = /^\d+(?:\.\d+)?$/;
/** The three forms of a date that RFC 9110, 5.6.7 has a reader accept; only the first is still written. */
const DATES = [
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
];

/**
 * The wait that a `Retry-After` header asks for.
 *
 * @param header its value: seconds (fractions are taken too) or a date
 * @param wallMs the present, in milliseconds since 1970 UTC
 * @returns milliseconds from now, 0 for a date that has passed, undefined when it is neither
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { parseRetryAfter } from './index.ts';
 *
 * const wallMs = Date.UTC(2026, 10, 22, 12, 0, 0);
 * assert.equal(parseRetryAfter('120', wallMs), 120_000);
 * assert.equal(parseRetryAfter('Sun, 22 Nov 2026 12:00:30 GMT', wallMs), 30_000);
 * assert.equal(parseRetryAfter('soon', wallMs), undefined);
 * ```
 */
export function parseRetryAfter(header: string, wallMs: number): number | undefined {
  const value = header.trim();
  if (SECONDS.test(value)) {
    return Math.round(Number(value) * 1000);
  }
  if (!DATES.some((form) => form.test(value))) {
    // Date.parse alone would read "-5" as a month of 2001.
    return undefined;
  }
  // The third form says no zone and means GMT.
  const atMs = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - wallMs);
}
