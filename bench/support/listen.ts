/** The product's own way from a file to words, without the report: decode, voice activity, recognition. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/index.ts';
import { createMedia } from '../../src/media/index.ts';
import type { Word } from '../../src/report/index.ts';
import { isPresent } from '../../src/report/index.ts';
import { createModels, createSpeech } from '../../src/speech/index.ts';

/** Where this machine's models are. */
export const modelsFolder = join(loadConfig({ env: process.env }).config.dataFolder, 'models');

/** Who listens, and to what. */
export interface ListenerOptions {
  /** Default: where this machine's models are. */
  readonly modelsFolder?: string;
  /** Name of an installed recogniser. */
  readonly model: string;
  readonly slots: number;
  /** A recording that each child hears once, to load its models. */
  readonly warmUp: string;
}

/** What was heard in a file. */
export interface Listened {
  /** Audio seconds per wall second. */
  readonly speed: number;
  readonly words: readonly Word[];
  /** The words in a row. */
  readonly text: string;
}

/** Speech children with their models loaded. */
export interface Listener {
  listen(file: string, language: string): Promise<Listened>;
  /** The most resident memory that a child ever had, in MB (Linux). */
  peakMb(): number;
  close(): Promise<void>;
}

/** Starts the children. */
export async function createListener(options: ListenerOptions): Promise<Listener> {
  const { model, slots, warmUp } = options;
  const folder = options.modelsFolder ?? modelsFolder;
  const media = createMedia();
  const models = createModels({ folder, env: process.env });
  const speech = createSpeech({ models }, { modelsFolder: folder, slots });
  const listen = async (file: string, language: string): Promise<Listened> => {
    const { signal } = new AbortController();
    const startedMs = performance.now();
    const probe = await media.probe(file, { signal });
    const { blocks } = media.decode(file, probe, { signal });
    const { durationSec, transcript } = await speech.transcribe(blocks, { language, model, signal });
    const words = isPresent(transcript) ? transcript.words : [];
    return {
      speed: durationSec / ((performance.now() - startedMs) / 1000),
      words,
      text: words.map(({ text }) => text).join(' '),
    };
  };
  await Promise.all(Array.from({ length: slots }, () => listen(warmUp, 'en')));
  return {
    listen,
    peakMb: () => Math.max(...speech.load().pids.map(peakMbOf)),
    close: async () => {
      await speech.close();
      await media.close();
    },
  };
}

function peakMbOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
