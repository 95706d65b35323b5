/** The models that the tests hear with: those in the store, where the test command puts them. */
import { lstatSync, mkdirSync, symlinkSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/index.ts';
import { systemCode } from '../../src/errors/index.ts';
import type { Models, Speech, SpeechOptions } from '../../src/speech/index.ts';
import { createModels, createSpeech } from '../../src/speech/index.ts';

/** What the test command installs. */
const MODELS = ['silero-vad-6', 'moonshine-tiny-en'] as const;

/**
 * A view of the store in force on this machine that holds the models of the test command alone, so that whatever else
 * its owner has pulled changes no test. A test that finds a model missing fails with the mend.
 */
export function modelsFolder(): string {
  const { dataFolder, tmpFolder } = loadConfig({ env: process.env }).config;
  const view = join(tmpFolder, 'models-for-tests');
  mkdirSync(view, { recursive: true });
  for (const name of MODELS) {
    const link = join(view, name);
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) {
      linkOnce(join(dataFolder, 'models', name), link);
    }
  }
  return view;
}

/** Another test may be quicker. */
function linkOnce(target: string, link: string): void {
  try {
    symlinkSync(target, link);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') {
      throw error;
    }
  }
}

/** A copy of the store that a test may damage. */
export interface CopiedModels {
  readonly folder: string;
  dispose(): Promise<void>;
}

/** Copies the store into a temporary folder. */
export async function copyModels(): Promise<CopiedModels> {
  const folder = await mkdtemp(join(tmpdir(), 'copied-models-'));
  await cp(modelsFolder(), folder, { recursive: true, dereference: true });
  return { folder, dispose: () => rm(folder, { recursive: true }) };
}

/** The models of a folder. Default: {@link modelsFolder}. */
export function openModels(folder = modelsFolder()): Models {
  return createModels({ folder, env: process.env });
}

/** The speech part with the models of a folder. Default: {@link modelsFolder}. */
export function openSpeech(options: Omit<SpeechOptions, 'modelsFolder'>, folder = modelsFolder()): Speech {
  return createSpeech({ models: openModels(folder) }, { ...options, modelsFolder: folder });
}
