/** `models`: the settings are read, then each of its commands does its own. */
import { resolve } from 'node:path';
import type { Models } from '../../speech/index.ts';
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import type { CommandContext } from '../io.ts';
import type { ModelsCall } from '../program-models.ts';
import { readSettings } from '../settings.ts';
import { sizeText } from '../size-text.ts';
import { addModel } from './add.ts';
import { composeModels, modelsFolderOf } from './compose-models.ts';
import { listModels } from './list.ts';
import { pullModels } from './pull.ts';
import { verifyModels } from './verify.ts';

/** What every command of `models` is given. */
export interface ModelsContext extends CommandContext {
  readonly models: Models;
  /** Where they are, absolute. */
  readonly folder: string;
}

/**
 * Runs one command of `models`.
 *
 * @returns `failed` when `verify` found a model that is not whole
 * @throws AppError `config-invalid`, `usage-invalid`, or what `Models` throws
 */
export async function runModels(
  { action, subjects, options }: ModelsCall,
  context: CommandContext,
): Promise<ExitCode> {
  const { config } = readSettings(context);
  const { io } = context;
  const inside = { ...context, models: composeModels(config, io), folder: modelsFolderOf(config) };
  const [subject] = subjects;
  switch (action) {
    case 'list':
      return listModels(options, inside);
    case 'pull':
      return pullModels(subjects, options, inside);
    case 'verify':
      return verifyModels(subject, options, inside);
    case 'remove':
      return removeModel(subject ?? '', options, inside);
    case 'path':
      return printPath(subject ?? '', inside);
    case 'add':
      return addModel(resolve(io.cwd, subject ?? ''), options, inside);
    default:
      return action satisfies never;
  }
}

/** Nobody is asked: a model can be pulled again. With `--json` an object `{name, freedBytes}`. */
async function removeModel(
  name: string,
  options: ModelsCall['options'],
  { models, locale, texts, signal, print }: ModelsContext,
): Promise<ExitCode> {
  const freedBytes = await models.remove(name, { signal });
  await print(
    options['json'] === true
      ? `${JSON.stringify({ name, freedBytes })}\n`
      : `${texts.models.removed(name, sizeText(freedBytes, locale))}\n`,
  );
  return EXIT.ok;
}

/** The path as it is, whatever is in it: it is for scripts. */
async function printPath(name: string, { models, print }: ModelsContext): Promise<ExitCode> {
  await print(`${await models.path(name)}\n`);
  return EXIT.ok;
}
