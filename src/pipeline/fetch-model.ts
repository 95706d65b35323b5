/** A model that a recording needs and that is not installed: fetched, if its owner lets it be. */
import { isAppError } from '../errors/index.ts';
import type { ModelEntry, Models } from '../speech/index.ts';
import type { FetchProgress } from './progress.ts';

/** What is needed: a model by name, or any for a language. */
export interface ModelNeed {
  /** A two-letter code, or `auto` for one that the installed models do not know. */
  readonly language: string;
  readonly model: string | undefined;
}

/** Models as far as they are fetched. */
export type FetchableModels = Pick<Models, 'resolve' | 'bestToPull' | 'pull'>;

/** How a fetch is allowed, watched and ended. */
export interface FetchOptions {
  readonly signal: AbortSignal;
  /** Whether this model may be fetched. */
  readonly mayFetch: (model: ModelEntry) => Promise<boolean>;
  readonly onProgress: (progress: FetchProgress) => void;
}

/**
 * Fetches what is needed.
 *
 * @returns whether a model is there now that was not before
 * @throws AppError of {@link Models.pull}; the signal's reason
 */
export async function fetchModel(
  models: FetchableModels,
  need: ModelNeed,
  { signal, mayFetch, onProgress }: FetchOptions,
): Promise<boolean> {
  const wanted = wantedModel(models, need);
  if (wanted === undefined || !(await mayFetch(wanted))) {
    return false;
  }
  signal.throwIfAborted();
  await models.pull(wanted.name, {
    signal,
    onProgress: ({ name, bytesDone, bytesTotal }) => {
      onProgress({
        stage: 'fetch',
        fraction: null,
        model: name,
        bytesDone,
        ...(bytesTotal === undefined ? {} : { bytesTotal }),
      });
    },
  });
  return true;
}

/** A language that is not known is most likely Russian, and whichever model knows Russian knows many more. */
const OTHER_LANGUAGE = 'ru';

function wantedModel(models: FetchableModels, { language, model }: ModelNeed): ModelEntry | undefined {
  if (model === undefined) {
    return models.bestToPull(language === 'auto' ? OTHER_LANGUAGE : language)?.model;
  }
  try {
    return models.resolve(model).find(({ name }) => name === model);
  } catch (error) {
    // One that the owner added, and has taken away: nobody knows where it came from.
    if (isAppError(error, 'model-unknown')) {
      return undefined;
    }
    throw error;
  }
}
