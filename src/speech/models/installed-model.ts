/** What is known of a model that is installed. */
import { createHash } from 'node:crypto';
import type { ModelIdentity } from '../../report/index.ts';
import type { SherpaRecipe } from '../engines/sherpa/recipe.ts';
import type { ModelEntry, PinnedFile } from './model-entry.ts';

/** What a model is for. */
export type ModelRole = ModelEntry['role'];

/** The engine that runs a model. */
export type ModelEngine = ModelEntry['engine'];

/** A model whose files are there. */
export interface InstalledModel {
  readonly name: string;
  readonly role: ModelRole;
  readonly engine: ModelEngine;
  /** How sherpa-onnx loads it: always there for the engine `sherpa`, and for no other. */
  readonly recipe?: SherpaRecipe;
  /** Two-letter codes (three where there are no two); empty for a model that knows no words. */
  readonly languages: readonly string[];
  /** `unknown` for a model that the owner added. */
  readonly licence: string;
  /** Absolute when the folder of models is. */
  readonly folder: string;
  readonly files: readonly PinnedFile[];
  /** How a report names it. */
  readonly identity: ModelIdentity;
  /** What the tensors of a Whisper model have to hash to, as far as that is known beforehand. */
  readonly tensorsSha256?: string;
  /** Where it came from. Absent when it was put here by hand. */
  readonly source?: string;
  /** The makers of the product could not run it. */
  readonly unverified: boolean;
}

/** How a report names a model: a hash over the hashes of its files changes with any of them. */
export function identifyFiles(
  name: string,
  version: string | undefined,
  files: readonly PinnedFile[],
): ModelIdentity {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file.sha256}  ${file.path}\n`);
  }
  return identify(name, version, hash.digest('hex'));
}

/** How a report names a model that has a hash of its own; without a version, the beginning of the hash is it. */
export function identify(name: string, version: string | undefined, sha256: string): ModelIdentity {
  return Object.freeze({ name, version: version ?? sha256.slice(0, 12), sha256 });
}
