/** `config`: the settings in force, each with where it was set and what it is for. */
import type { ConfigEntry } from '../config/index.ts';
import { toPrintable } from '../errors/index.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { CommandContext } from './io.ts';
import { readSettings } from './settings.ts';
import type { CliTexts } from './texts/en.ts';

/**
 * Prints the settings; secrets are masked. With `--json` an array of `{name, value, secret, origin, originText, about,
 * range}`, where the value is null for a secret and for
 * what is not set.
 *
 * @throws AppError `config-invalid`
 */
export async function showConfig(
  options: Readonly<Record<string, unknown>>,
  context: CommandContext,
): Promise<ExitCode> {
  const { texts, print } = context;
  const { entries } = readSettings(context);
  await print(
    options['json'] === true
      ? `${JSON.stringify(entries, null, 2)}\n`
      : entries.map((entry) => entryText(entry, texts)).join('\n'),
  );
  return EXIT.ok;
}

function entryText(entry: ConfigEntry, texts: CliTexts): string {
  const { name, originText, about } = entry;
  return `${name} = ${valueText(entry, texts)}  (${toPrintable(originText)})\n  ${about}\n`;
}

function valueText({ value, secret, origin }: ConfigEntry, texts: CliTexts): string {
  if (secret) {
    return origin.from === 'default' ? texts.config.notSet : texts.config.secretSet;
  }
  if (value === null) {
    return texts.config.notSet;
  }
  return toPrintable(typeof value === 'string' ? value : JSON.stringify(value));
}
