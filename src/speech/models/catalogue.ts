/** Every model that the product knows: what it is for, its licence, its files and their hashes. */
import { z } from 'zod';
import { AppError } from '../../errors/index.ts';
import entries from './catalogue.json' with { type: 'json' };
import type { ModelEntry } from './model-entry.ts';
import { modelEntry } from './model-entry.ts';

/** All models, in the order in which they are listed. */
export function readCatalogue(): readonly ModelEntry[] {
  return z.array(modelEntry).parse(entries);
}

/** The model of that name; undefined when there is none. */
export function findEntry(name: string): ModelEntry | undefined {
  return readCatalogue().find((entry) => entry.name === name);
}

/** The model that finds speech in a recording: every recogniser needs it. */
export function voiceDetector(): ModelEntry {
  const entry = readCatalogue().find(({ role }) => role === 'vad');
  if (entry === undefined) {
    throw new AppError('internal');
  }
  return entry;
}
