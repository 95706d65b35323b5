/** Every model that the product knows: what it is for, its licence, its files and their hashes. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ModelIdentity } from '../../report/index.ts';
import entries from './catalogue.json' with { type: 'json' };

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const catalogueEntry = z
  .object({
    name: z.string(),
    role: z.enum(['recognizer', 'vad']),
    engine: z.enum(['moonshine', 'silero']),
    languages: z.array(z.string()).readonly(),
    licence: z.string(),
    source: z.object({
      npm: z.string().meta({ description: 'Package and exact version that holds the files.' }),
      integrity: z.string(),
      bytes: z.number().int().positive(),
    }),
    files: z
      .array(z.object({ path: z.string(), from: z.string(), bytes: z.number().int().positive(), sha256 }))
      .readonly(),
  })
  .readonly();

/** One model of the catalogue. */
export type CatalogueEntry = z.infer<typeof catalogueEntry>;

/** All models, in the order of preference within a role. */
export function readCatalogue(): readonly CatalogueEntry[] {
  return z.array(catalogueEntry).parse(entries);
}

/** How a report names a model: its hash is over the hashes of its files, so that it changes with any of them. */
export function identify(entry: CatalogueEntry): ModelIdentity {
  const hash = createHash('sha256');
  for (const file of entry.files) {
    hash.update(`${file.sha256}  ${file.path}\n`);
  }
  const version = entry.source.npm.slice(entry.source.npm.lastIndexOf('@') + 1);
  return Object.freeze({ name: entry.name, version, sha256: hash.digest('hex') });
}
