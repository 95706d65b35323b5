/** A pool's child that opens models for sherpa-onnx: what is wrong with one may end the process. */
import { serveChild } from '../../src/compute/index.ts';
import type { ErrorDetails } from '../../src/errors/index.ts';
import { isAppError } from '../../src/errors/index.ts';
import type { SherpaRecipe } from '../../src/speech/engines/sherpa/recipe.ts';
import { createSherpa } from '../../src/speech/engines/sherpa/sherpa.ts';

/** A model to open, and sound to hear with it. */
export interface OpenTask {
  readonly folder: string;
  readonly recipe: SherpaRecipe;
  readonly samples: Float32Array;
}

/** What came of it, and in which process: the words that were heard, or the error's code and facts. */
export type OpenAnswer = { readonly pid: number } & (
  | { readonly words: readonly string[] }
  | { readonly code: string; readonly details: ErrorDetails }
);

serveChild(() =>
  Promise.resolve({
    run: async ({ folder, recipe, samples }: OpenTask): Promise<OpenAnswer> => {
      const model = { name: 'fake', version: '1', sha256: '0'.repeat(64) };
      try {
        const recognizer = await createSherpa(folder, { model, recipe });
        const { words } = await recognizer.recognize(samples);
        await recognizer.close();
        return { pid: process.pid, words: words.map(({ text }) => text) };
      } catch (error) {
        // Told as an answer: after a failure the pool would start another child.
        if (isAppError(error)) {
          return { pid: process.pid, code: error.code, details: error.details };
        }
        throw error;
      }
    },
  }),
);
