/** Models that long tests and benches need besides those of the test command, pulled by the product itself. */
import { join } from 'node:path';
import { loadConfig } from '../../src/config/index.ts';
import type { InstalledModel } from '../../src/speech/index.ts';
import { createModels } from '../../src/speech/index.ts';

/**
 * The store that they are pulled into: their own, so that the choice of models on this machine stays what it is. It is
 * kept among the temporary files for the next run.
 */
export function pulledModelsFolder(): string {
  return join(loadConfig({ env: process.env }).config.tmpFolder, 'pulled-models');
}

/** Pulls a model into {@link pulledModelsFolder}, unless it is there. */
export function pullModel(name: string): Promise<InstalledModel> {
  const models = createModels({ folder: pulledModelsFolder(), env: process.env });
  return models.pull(name, { signal: new AbortController().signal });
}
