/** A bare Whisper on graph files, in a process of its own: the limit to measure the product beside. */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { PeerRecording, PeerReport } from './peer-process.ts';
import { runPeer } from './peer-process.ts';

/** What the process is asked. */
export const prototypeTask = z.object({
  /** Graph files. */
  mel: z.string(),
  encoder: z.string(),
  decoder: z.string(),
  /** The model's folder, for its `config.json` and `vocabulary.json`. */
  modelFolder: z.string(),
  /** The model file of the voice activity detector. */
  vad: z.string(),
  /** The longest chunk, in seconds. */
  maxChunkSec: z.number(),
  /** Stretches of speech closer than this share a chunk. */
  joinSec: z.number(),
  recordings: z.array(z.object({ wav: z.string(), language: z.string() })),
});

/** See {@link prototypeTask}. */
type PrototypeTask = z.infer<typeof prototypeTask>;

/** The files that it runs on; chunks are cut as in the research: 15 s, joined over 0.6 s. */
export type PrototypeFiles = Pick<PrototypeTask, 'mel' | 'encoder' | 'decoder' | 'modelFolder' | 'vad'> &
  Partial<Pick<PrototypeTask, 'maxChunkSec' | 'joinSec'>>;

/** Hears recordings one after another. */
export function runWhisperPrototype(
  files: PrototypeFiles,
  recordings: readonly PeerRecording[],
): Promise<PeerReport> {
  const task: PrototypeTask = { maxChunkSec: 15, joinSec: 0.6, ...files, recordings: [...recordings] };
  const entry = new URL('./whisper-prototype.child.ts', import.meta.url);
  return runPeer(process.execPath, [fileURLToPath(entry)], task);
}
