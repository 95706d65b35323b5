/** `models verify`: whether the files of the models that are here are what they should be. */
import type { ErrorDescription } from '../../errors/index.ts';
import { AppError, toPrintable } from '../../errors/index.ts';
import type { ModelStatus } from '../../speech/index.ts';
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import { describeFailure } from '../failure-text.ts';
import { padEnd, textColumns } from '../fit.ts';
import type { ModelsCall } from '../program-models.ts';
import type { ModelsContext } from './models.ts';

/**
 * Prints one line for each model, and what mends one that is not whole. With `--json` an object `{ok, models}`.
 *
 * @param name undefined: all that are here
 * @returns `failed` when one is not whole
 */
export async function verifyModels(
  name: string | undefined,
  options: ModelsCall['options'],
  { models, texts, locale, signal, print }: ModelsContext,
): Promise<ExitCode> {
  const results = (await models.verify(name, { signal })).map((status) => ({
    status,
    error: describeState(status, locale),
  }));
  const ok = results.every(({ error }) => error === undefined);
  if (options['json'] === true) {
    const list = results.map(({ status, error }) => ({ ...status, error: error ?? null }));
    await print(`${JSON.stringify({ ok, models: list }, null, 2)}\n`);
  } else {
    const { verified, nothingToVerify } = texts.models;
    const columns = Math.max(...Object.values(verified).map(textColumns));
    const lines = results.map(({ status, error }) => {
      const line = `${padEnd(verified[status.state], columns)}  ${toPrintable(status.name)}\n`;
      const indent = ' '.repeat(columns + 2);
      return error === undefined ? line : `${line}${indent}${error.message}\n${indent}${error.mend}\n`;
    });
    await print(lines.length === 0 ? `${nothingToVerify}\n` : lines.join(''));
  }
  return ok ? EXIT.ok : EXIT.failed;
}

/** What is wrong with a model, and what to do; undefined when it is whole. */
export function describeState(
  { name, state, folder, path = folder }: ModelStatus,
  locale: ModelsContext['locale'],
): ErrorDescription | undefined {
  return state === 'installed'
    ? undefined
    : describeFailure(new AppError(`model-${state}`, { model: name, path }), locale);
}
