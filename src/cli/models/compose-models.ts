/** The models of this installation, as the settings say. */
import { join } from 'node:path';
import type { Config } from '../../config/index.ts';
import type { Models } from '../../speech/index.ts';
import { createModels } from '../../speech/index.ts';
import type { CliIo } from '../io.ts';

/** Creates them; nothing is read or fetched before it is asked for. */
export function composeModels(config: Config, { env }: Pick<CliIo, 'env'>): Models {
  return createModels({
    folder: modelsFolderOf(config),
    env,
    whisperVariant: config.whisperPrecision,
    ...(config.modelsMirror === undefined ? {} : { mirror: config.modelsMirror }),
  });
}

/** Where they are, absolute. */
export function modelsFolderOf({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'models');
}
