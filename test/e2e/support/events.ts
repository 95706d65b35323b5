/** The events of `--json` on standard error: read whole, or followed while the program runs. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { vi } from 'vitest';
import { z } from 'zod';
import type { CliResult } from '../../cli/support/run-cli.ts';
import { collect } from '../../cli/support/run-cli.ts';

const seconds = z.number().min(0);

const progressEvent = z.strictObject({
  event: z.literal('progress'),
  file: z.string(),
  stage: z.enum(['receive', 'identify', 'probe', 'transcribe', 'analyze']),
  fraction: z.number().min(0).max(1).nullable(),
  elapsedSec: seconds,
  remainingSec: seconds.nullable(),
});

const failure = z.strictObject({ code: z.string(), message: z.string(), mend: z.string() });

const event = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('started'), file: z.string() }),
  progressEvent,
  z.strictObject({
    event: z.literal('finished'),
    file: z.string(),
    elapsedSec: seconds,
    written: z.array(z.string()),
  }),
  z.strictObject({
    event: z.literal('failed'),
    file: z.string().optional(),
    elapsedSec: seconds.optional(),
    error: failure,
  }),
  z.strictObject({
    event: z.literal('cancelled'),
    file: z.string().optional(),
    elapsedSec: seconds.optional(),
  }),
]);

/** One line of standard error. */
export type CliEvent = z.infer<typeof event>;

/** One step forward of a file. */
export type ProgressEvent = z.infer<typeof progressEvent>;

/** All events; throws at a line that is none. */
export function readEvents(stderr: string): readonly CliEvent[] {
  return stderr
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => event.parse(JSON.parse(line)));
}

/** The steps of one file, in order. */
export function stepsOf(events: readonly CliEvent[], file: string): readonly ProgressEvent[] {
  return events.filter((each) => each.event === 'progress').filter((each) => each.file === file);
}

/** A running program that tells events. */
export interface Followed {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<CliResult>;
  /** The events so far. */
  readonly events: () => readonly CliEvent[];
  /** Waits until an event has come; throws when the program ends without it. */
  readonly until: (matches: (event: CliEvent) => boolean) => Promise<void>;
}

/** Follows a program. */
export function follow(child: ChildProcessWithoutNullStreams): Followed {
  let stderr = '';
  let hasEnded = false;
  const ended = collect(child).finally(() => {
    hasEnded = true;
  });
  // After `collect`, which makes the stream one of text.
  child.stderr.on('data', (text: string) => {
    stderr += text;
  });
  const events = (): readonly CliEvent[] => readEvents(stderr.slice(0, stderr.lastIndexOf('\n') + 1));
  return {
    child,
    ended,
    events,
    until: async (matches) => {
      await vi.waitUntil(() => hasEnded || events().some(matches), { timeout: 50_000, interval: 5 });
      if (!events().some(matches)) {
        throw new Error(`the program ended without that event: ${stderr}`);
      }
    },
  };
}
