/** From an installed model to a recogniser: each kind of model has its engine, which is loaded when it is needed. */
import type { InstalledModel } from '../models/models.ts';
import { verifyModel } from '../models/store.ts';
import type { Recognizer } from '../recognizer.ts';
import type { WhisperVariant } from './whisper/graphs/open-graphs.ts';

/** How models are run. */
export interface LoadOptions {
  /** The arithmetic that Whisper models are run in. */
  readonly whisperVariant: WhisperVariant;
}

/**
 * Loads a model into this process.
 *
 * @throws AppError `model-missing`, `model-damaged`, `model-unreadable`, or what the engine says of the files
 */
export async function loadRecognizer(
  model: InstalledModel,
  { whisperVariant }: LoadOptions,
): Promise<Recognizer> {
  const { engine, folder, identity, languages, recipe, tensorsSha256 } = model;
  switch (engine) {
    case 'moonshine': {
      // A damaged file can end the process inside the runtime; the hash tells it before.
      await verifyModel(model);
      const { createMoonshine } = await import('./moonshine/moonshine.ts');
      return createMoonshine(folder, identity);
    }
    case 'whisper': {
      // What is run is made of the weights, and has hashes of its own: only the small files need be read again.
      await verifyModel({ ...model, files: model.files.filter(({ path }) => path !== 'model.bin') });
      const { createWhisper } = await import('./whisper/whisper.ts');
      return createWhisper(folder, {
        model: identity,
        variant: whisperVariant,
        languages,
        ...(tensorsSha256 === undefined ? {} : { tensorsSha256 }),
      });
    }
    case 'sherpa': {
      if (recipe === undefined) {
        throw new TypeError(`${model.name} has no recipe`);
      }
      await verifyModel(model);
      const { createSherpa } = await import('./sherpa/sherpa.ts');
      return createSherpa(folder, { model: identity, recipe });
    }
    case 'silero':
      throw new TypeError(`${model.name} knows no words`);
    default:
      return engine satisfies never;
  }
}
