/** `models list`: what there is, what is here, and what is taken for each language. */
import { isAppError } from '../../errors/index.ts';
import type { Models } from '../../speech/index.ts';
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import { terminalColumns, wantsColor } from '../io.ts';
import type { ModelsCall } from '../program-models.ts';
import type { LanguageChoice } from './list-text.ts';
import { LANGUAGES, listText } from './list-text.ts';
import type { ModelsContext } from './models.ts';

/** Prints the list. With `--json` an object `{folder, models, choices}` with every figure and its source. */
export async function listModels(options: ModelsCall['options'], context: ModelsContext): Promise<ExitCode> {
  const { models, folder, io, locale, texts, print } = context;
  const [statuses, choices] = await Promise.all([models.list(), chooseForLanguages(models, locale)]);
  await print(
    options['json'] === true
      ? `${JSON.stringify({ folder, models: statuses, choices }, null, 2)}\n`
      : listText({
          folder,
          models: statuses,
          choices,
          texts,
          locale,
          color: wantsColor(io.stdout, io.env),
          columns: terminalColumns(io.stdout),
        }),
  );
  return EXIT.ok;
}

/** What is taken for each language that the product measures, else what could be pulled for it. */
export function chooseForLanguages(
  models: Pick<Models, 'best' | 'bestToPull'>,
  locale: ModelsContext['locale'],
): Promise<readonly LanguageChoice[]> {
  return Promise.all(
    LANGUAGES.map(async (language) => {
      const installed = await models.best(language).catch(noneThatIsWhole);
      const choice = installed ?? models.bestToPull(language);
      return {
        language,
        use: installed?.model.name,
        pull: models.bestToPull(language)?.model.name,
        reason: choice?.reason[locale] ?? '',
      };
    }),
  );
}

/** For {@link Models.best}: that the only models there are damaged is shown of each of them, and stops nothing. */
export function noneThatIsWhole(error: unknown): undefined {
  if (!isAppError(error)) {
    throw error;
  }
}
