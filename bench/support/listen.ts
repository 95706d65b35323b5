/** The product's own way from a file to words, without the report: decode, voice activity, recognition. */
import { join } from 'node:path';
import { loadConfig } from '../../src/config/index.ts';
import { createMedia } from '../../src/media/index.ts';
import type { Speech } from '../../src/speech/index.ts';
import { createSpeech } from '../../src/speech/index.ts';

/** Where this machine's models are. */
export const modelsFolder = join(loadConfig({ env: process.env }).config.dataFolder, 'models');

/** Speech children with their models loaded. */
export interface Listener {
  /** Hears one file and gives its audio seconds per wall second. */
  listen(file: string): Promise<number>;
  close(): Promise<void>;
}

/** Starts `slots` children and lets each load its models by hearing `warmUp`. */
export async function createListener(slots: number, warmUp: string): Promise<Listener> {
  const media = createMedia();
  const speech: Speech = createSpeech({ modelsFolder: modelsFolder, slots });
  const listen = async (file: string): Promise<number> => {
    const { signal } = new AbortController();
    const startedMs = performance.now();
    const probe = await media.probe(file, { signal });
    const { blocks } = media.decode(file, probe, { signal });
    const { durationSec } = await speech.transcribe(blocks, { language: 'en', signal });
    return durationSec / ((performance.now() - startedMs) / 1000);
  };
  await Promise.all(Array.from({ length: slots }, () => listen(warmUp)));
  return {
    listen,
    close: async () => {
      await speech.close();
      await media.close();
    },
  };
}
