/** What a child writes on standard error, in bounded memory: the first lines are kept, all are counted by kind. */
import type { Readable } from 'node:stream';
import { whenClosed } from './when-closed.ts';

/** How many lines are kept. The first ones tell why; damaged files repeat the rest thousands of times. */
const KEPT_LINES = 40;

/** How much of a line is kept, in characters. */
const KEPT_LINE_LENGTH = 400;

/** What is looked for in every line, kept or not. */
const PATTERNS = {
  /** A packet of sound could not be decoded (ffmpeg 5 says the first, 6 and later the others). */
  decodeError: /Error while decoding stream|Error submitting packet to decoder|Decoding error/,
  /** The disk or the network share failed. */
  readError: /Input\/output error|Stale file handle/,
  /** A length was computed from the bit rate, as the container states none. */
  estimatedDuration: /Estimating duration from bitrate/,
  /** Any line at all. */
  any: /\S/,
} as const satisfies Record<string, RegExp>;

/** A kind of line. */
export type LineKind = keyof typeof PATTERNS;

const KINDS: readonly (readonly [string, RegExp])[] = Object.entries(PATTERNS);

/** The lines so far. */
export interface StderrLines {
  /** The first lines, each cut to a bounded length. */
  readonly kept: readonly string[];
  /** How many of all lines are of a kind. */
  count(kind: LineKind): number;
  /** When no more can come. Never rejects. */
  readonly closed: Promise<void>;
}

/** Reads `stream` as it comes. */
export function collectStderr(stream: Readable): StderrLines {
  const kept: string[] = [];
  const counts = new Map<string, number>();
  let partial = '';

  function take(line: string): void {
    for (const [kind, pattern] of KINDS) {
      if (pattern.test(line)) {
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
      }
    }
    if (kept.length < KEPT_LINES && line !== '') {
      kept.push(line);
    }
  }

  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (partial + text).split(/\r?\n/);
    // A child that never ends its line must not grow this one.
    partial = (lines.pop() ?? '').slice(0, KEPT_LINE_LENGTH);
    for (const line of lines) {
      take(line.slice(0, KEPT_LINE_LENGTH));
    }
  });
  stream.on('end', () => {
    take(partial);
    partial = '';
  });
  // The pipe of a killed child may break: then the lines so far are what there is.
  stream.on('error', () => {});
  return { kept, count: (kind) => counts.get(kind) ?? 0, closed: whenClosed(stream) };
}
