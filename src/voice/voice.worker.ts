/** The entry of a voice thread: from a stream of sound to tracks. */
import type { Tracks } from '../report/index.ts';
import type { VoiceParameters } from './tracker.ts';
import { createVoiceTracker } from './tracker.ts';

/** Tracks the blocks as they come. */
export async function track(
  parameters: VoiceParameters,
  blocks: AsyncIterable<Float32Array>,
): Promise<Tracks> {
  const tracker = createVoiceTracker(parameters);
  for await (const block of blocks) {
    tracker.push(block);
  }
  return tracker.end();
}
