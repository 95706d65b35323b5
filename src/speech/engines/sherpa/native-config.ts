/** A recipe as the native code wants it told. */
import { join } from 'node:path';
import type { OfflineRecognizerConfig } from 'sherpa-onnx-node';
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';
import type { SherpaRecipe } from './recipe.ts';

type ModelConfig = OfflineRecognizerConfig['modelConfig'];

/**
 * The configuration of a recogniser with one thread.
 *
 * @param featureBands bands of the spectrum, as the model's files tell
 * @param language what a model that can be told is to write; empty: found out from the sound
 */
export function nativeConfig(
  folder: string,
  recipe: SherpaRecipe,
  { featureBands, language }: { readonly featureBands: number; readonly language: string },
): OfflineRecognizerConfig {
  return {
    featConfig: { sampleRate: SAMPLE_RATE_HZ, featureDim: featureBands },
    modelConfig: {
      ...kindConfig(folder, recipe, language),
      tokens: join(folder, recipe.files.tokens),
      // Another process helps more than another thread does.
      numThreads: 1,
      debug: 0,
    },
    decodingMethod: 'greedy_search',
  };
}

function kindConfig(folder: string, recipe: SherpaRecipe, language: string): Partial<ModelConfig> {
  switch (recipe.kind) {
    case 'nemo-ctc':
      return { nemoCtc: { model: join(folder, recipe.files.model) } };
    case 'omnilingual':
      return { omnilingual: { model: join(folder, recipe.files.model) } };
    case 'nemo-transducer':
    case 'transducer':
      return {
        transducer: {
          encoder: join(folder, recipe.files.encoder),
          decoder: join(folder, recipe.files.decoder),
          joiner: join(folder, recipe.files.joiner),
        },
        modelType: recipe.kind === 'transducer' ? 'transducer' : 'nemo_transducer',
      };
    case 'whisper':
      return {
        whisper: {
          encoder: join(folder, recipe.files.encoder),
          decoder: join(folder, recipe.files.decoder),
          language,
          task: 'transcribe',
        },
      };
    default:
      return recipe satisfies never;
  }
}
