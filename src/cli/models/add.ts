/** `models add`: takes a model of the owner's into the models folder, and says what it was recognised as. */
import { z } from 'zod';
import { quoted, toPrintable } from '../../errors/index.ts';
import type { InstalledModel } from '../../speech/index.ts';
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import type { ModelsCall } from '../program-models.ts';
import { sizeText } from '../size-text.ts';
import type { CliTexts } from '../texts/en.ts';
import { usageError } from '../usage-error.ts';
import { languagesText } from './list-text.ts';
import type { ModelsContext } from './models.ts';

/** What the parser hands over. */
const rawOptions = z.object({
  name: z.string().optional(),
  language: z.string().optional(),
  kind: z.string().optional(),
  json: z.boolean().default(false),
});

/**
 * Adds a model. With `--json` an object `{name, engine, kind, languages, folder, sizeBytes}`.
 *
 * @param path absolute
 * @throws AppError `usage-invalid`, or what `Models.add` throws
 */
export async function addModel(
  path: string,
  options: ModelsCall['options'],
  { models, texts, locale, signal, print }: ModelsContext,
): Promise<ExitCode> {
  const { name, language, kind, json } = rawOptions.parse(options);
  const added = await models.add(path, {
    signal,
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { languages: readLanguages(language, texts) }),
    ...(kind === undefined ? {} : { kind }),
  });
  const { engine, recipe, languages, folder } = added;
  const sizeBytes = added.files.reduce((sum, { bytes }) => sum + bytes, 0);
  await print(
    json
      ? `${JSON.stringify({ name: added.name, engine, kind: recipe?.kind ?? null, languages, folder, sizeBytes })}\n`
      : `${texts.models.added(added.name, engineText(added), languagesText(added, texts), sizeText(sizeBytes, locale))}\n  ${toPrintable(folder)}\n`,
  );
  return EXIT.ok;
}

function engineText({ engine, recipe }: InstalledModel): string {
  return recipe === undefined ? engine : `${engine} ${recipe.kind}`;
}

/** Codes with commas or spaces between them. */
function readLanguages(given: string, { usage }: CliTexts): readonly string[] {
  const codes = given
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (codes.length === 0 || codes.some((code) => !/^[a-z]{2,3}$/.test(code))) {
    throw usageError(usage.wrongValue('--language', quoted(given), usage.languageCodes));
  }
  return codes;
}
