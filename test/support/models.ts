/** The models that the tests hear with: those in the store, where the test command puts them. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/index.ts';

/** The store in force on this machine. A test that finds a model missing fails with the mend. */
export function modelsFolder(): string {
  return join(loadConfig({ env: process.env }).config.dataFolder, 'models');
}

/** A copy of the store that a test may damage. */
export interface CopiedModels {
  readonly folder: string;
  dispose(): Promise<void>;
}

/** Copies the store into a temporary folder. */
export async function copyModels(): Promise<CopiedModels> {
  const folder = await mkdtemp(join(tmpdir(), 'copied-models-'));
  await cp(modelsFolder(), folder, { recursive: true });
  return { folder, dispose: () => rm(folder, { recursive: true }) };
}
