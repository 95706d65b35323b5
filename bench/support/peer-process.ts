/** Another recogniser in a process of its own: what it is asked, what it answers, and how it is started. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { z } from 'zod';

/** A recording for a peer. */
export interface PeerRecording {
  /** 16 kHz mono 16-bit WAV. */
  readonly wav: string;
  /** Two-letter code. */
  readonly language: string;
}

const report = z.object({
  /** From the files to a loaded model, in seconds. */
  readySec: z.number(),
  peakMb: z.number(),
  recordings: z.array(z.object({ durationSec: z.number(), wallSec: z.number(), text: z.string() })),
});

/** What a peer answers on its standard output, as JSON; recordings in the order in which they were asked for. */
export type PeerReport = z.infer<typeof report>;

/** Runs a peer, with its task as JSON in its last argument. */
export async function runPeer(
  command: string,
  args: readonly string[],
  task: { readonly recordings: readonly PeerRecording[] },
): Promise<PeerReport> {
  const child = spawn(command, [...args, JSON.stringify(task)], {
    // With its telemetry off, and held to one thread, as the product's children are.
    env: { ...process.env, ORT_DISABLE_TELEMETRY: '1', OMP_NUM_THREADS: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  // As the product's children are: on a busy machine the two would not be alike otherwise.
  if (child.pid !== undefined) {
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  }
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
  }
  const [exitCode] = await ended;
  if (exitCode !== 0) {
    throw new Error(`${args[0]} ended with ${exitCode}`);
  }
  return report.parse(JSON.parse(printed));
}

/** Audio seconds per wall second over all recordings of a report, loading left out. */
export function speedOf({ recordings }: PeerReport): number {
  let [audioSec, wallSec] = [0, 0];
  for (const recording of recordings) {
    audioSec += recording.durationSec;
    wallSec += recording.wallSec;
  }
  return audioSec / wallSec;
}
