/** The settings as every command reads them: the environment over the `.env` of the working directory. */
import { join } from 'node:path';
import { loadConfig } from '../config/index.ts';
import { warningText } from './failure-text.ts';
import type { CommandContext } from './io.ts';

/**
 * Reads the settings.
 *
 * @param warn is told of variables that nothing reads and of old names. Default: standard error
 * @throws AppError `config-invalid`
 */
export function readSettings(
  { io, locale, texts }: CommandContext,
  warn: (sentence: string) => void = (sentence) => io.stderr.write(warningText(sentence, texts)),
): ReturnType<typeof loadConfig> {
  const loaded = loadConfig({ env: io.env, envFile: join(io.cwd, '.env'), locale });
  for (const warning of loaded.warnings) {
    warn(warning);
  }
  return loaded;
}
