/** `models pull`: fetches models one after another, and says how far it is. */
import { resolve } from 'node:path';
import { quoted, toPrintable } from '../../errors/index.ts';
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import { isTerminal } from '../io.ts';
import type { ModelsCall } from '../program-models.ts';
import type { CliTexts } from '../texts/en.ts';
import { usageError } from '../usage-error.ts';
import type { ModelsContext } from './models.ts';
import type { PullView } from './pull-progress.ts';
import { createPullEvents, createPullLine, createPullLog } from './pull-progress.ts';

/**
 * Pulls each model that the names stand for, once. With `--json` one object `{name, folder, version, sha256}` a line on
 * standard output for each, and events on standard error.
 *
 * @throws AppError `model-unknown` or `usage-invalid` before anything is fetched, or what the first pull that failed throws; the signal's
 *   reason, when it was told that what was fetched is kept
 */
export async function pullModels(
  names: readonly string[],
  options: ModelsCall['options'],
  context: ModelsContext,
): Promise<ExitCode> {
  const { models, io, texts, signal, print } = context;
  const wanted = new Set(names.flatMap((name) => models.resolve(name).map((entry) => entry.name)));
  const place = typeof options['from'] === 'string' ? readPlace(options['from'], io.cwd, texts) : undefined;
  const isJson = options['json'] === true;
  const view = createView(context, { isJson, isQuiet: options['quiet'] === true });
  let hasFetched = false;
  try {
    for (const name of wanted) {
      const { folder, identity } = await models.pull(name, {
        signal,
        ...(place === undefined ? {} : { from: place }),
        onProgress: (progress) => {
          hasFetched ||= progress.phase === 'fetching' && progress.bytesDone > 0;
          view.update(progress);
        },
      });
      view.end(name, folder);
      const { version, sha256 } = identity;
      await print(
        isJson
          ? `${JSON.stringify({ name, folder, version, sha256 })}\n`
          : `${texts.models.isInstalled(name, toPrintable(folder))}\n`,
      );
    }
  } catch (error) {
    view.close();
    if (signal.aborted && hasFetched && !isJson) {
      io.stderr.write(`${texts.models.kept}\n`);
    }
    throw error;
  } finally {
    view.close();
  }
  return EXIT.ok;
}

/** A folder is looked for from the working folder; anything with a scheme is an address. */
function readPlace(from: string, cwd: string, { usage }: CliTexts): string {
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(from);
  if (from.trim() === '' || (isAddress && !(/^https?:/i.test(from) && URL.canParse(from)))) {
    throw usageError(usage.wrongValue('--from', quoted(from), usage.addressOrFolder));
  }
  return isAddress ? from : resolve(cwd, from);
}

const SILENT: PullView = Object.freeze({ update: () => {}, end: () => {}, close: () => {} });

function createView(
  { io, texts, locale }: ModelsContext,
  { isJson, isQuiet }: { readonly isJson: boolean; readonly isQuiet: boolean },
): PullView {
  if (isQuiet) {
    return SILENT;
  }
  const { stderr: stream } = io;
  if (isJson) {
    return createPullEvents({ stream });
  }
  return (isTerminal(stream, io.env) ? createPullLine : createPullLog)({ stream, texts, locale });
}
