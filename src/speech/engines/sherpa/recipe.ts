/** How a folder of files is run by sherpa-onnx: what kind of model it is, its files, and what it is able to say. */
import { z } from 'zod';

/** A file's name inside the model's folder: never a way out of it. */
const fileName = z
  .string()
  .regex(/^[^/\\\0]+$/)
  .refine((name) => name !== '.' && name !== '..');

/** What is the same for every kind. */
const common = {
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .readonly()
    .meta({ description: 'Two-letter codes of the languages it knows (three where there are no two).' }),
  punctuation: z.boolean(),
  style: z.enum(['verbatim', 'tidy']),
  maxChunkSec: z.number().min(5).max(30).meta({ description: 'The longest chunk that it hears well.' }),
};

const oneModel = z.object({ model: fileName, tokens: fileName }).readonly();
const transducer = z
  .object({ encoder: fileName, decoder: fileName, joiner: fileName, tokens: fileName })
  .readonly();

/** Recipes by kind. `wordTimes` is what the model itself gives; a model without times has them estimated. */
export const sherpaRecipe = z
  .discriminatedUnion('kind', [
    // GigaAM CTC, FastConformer CTC: one graph made by NeMo's exporter, or dressed like it.
    z.object({ kind: z.literal('nemo-ctc'), files: oneModel, wordTimes: z.literal('start'), ...common }),
    // GigaAM RNNT (starts of tokens), Parakeet TDT (their durations too).
    z.object({
      kind: z.literal('nemo-transducer'),
      files: transducer,
      wordTimes: z.enum(['start', 'span']),
      ...common,
    }),
    // Zipformer and conformer transducers of icefall, such as those made of Vosk's Russian models.
    z.object({ kind: z.literal('transducer'), files: transducer, wordTimes: z.literal('start'), ...common }),
    z.object({
      kind: z.literal('whisper'),
      files: z.object({ encoder: fileName, decoder: fileName, tokens: fileName }).readonly(),
      wordTimes: z.literal('estimated'),
      ...common,
    }),
    z.object({ kind: z.literal('omnilingual'), files: oneModel, wordTimes: z.literal('start'), ...common }),
  ])
  .readonly();

/** See {@link sherpaRecipe}. */
export type SherpaRecipe = z.infer<typeof sherpaRecipe>;

/** The kinds of models that are run. */
export type SherpaKind = SherpaRecipe['kind'];

/** All kinds, for a command line to list. */
export const SHERPA_KINDS = Object.freeze([
  'nemo-ctc',
  'nemo-transducer',
  'transducer',
  'whisper',
  'omnilingual',
] as const satisfies readonly SherpaKind[]);
