/** A source that has each file under an address of its own: the hub, or a mirror. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HubSource, PinnedFile } from '../model-entry.ts';
import type { FetchDeps } from './fetch-file.ts';
import { fetchFile } from './fetch-file.ts';
import type { Source } from './source.ts';
import { totalBytes } from './source.ts';

/** The hub when the owner names no other by `HF_ENDPOINT`. */
const HUB = 'https://huggingface.co';

/** The address of the hub: the owner's own, if there is one. */
export function hubAddress(env: Readonly<Record<string, string | undefined>>): URL {
  const own = env['HF_ENDPOINT'];
  return new URL(own !== undefined && URL.canParse(own) ? own : HUB);
}

/** Where a file of a repository of the hub is. */
export function hubUrl(hub: URL, { repository, revision }: HubSource, path: string): URL {
  return below(hub, `${repository}/resolve/${revision}/${path}`);
}

/** A repository of the hub as a source. */
export function createHubSource(deps: FetchDeps, hub: URL, source: HubSource): Source {
  return createWebSource(deps, {
    label: hub.host,
    key: `hub-${source.revision.slice(0, 12)}`,
    files: source.files,
    urlOf: (path) => hubUrl(hub, source, path),
  });
}

/** A mirror's folder for one model as a source. */
export function createMirrorSource(
  deps: FetchDeps,
  mirror: URL,
  {
    name,
    files,
    key,
  }: { readonly name: string; readonly files: readonly PinnedFile[]; readonly key: string },
): Source {
  return createWebSource(deps, {
    label: mirror.host,
    key: `mirror-${key}`,
    files,
    urlOf: (path) => below(mirror, `${name}/${path}`),
  });
}

/** An address below another, whether that ends with a slash or not. */
export function below(base: URL, path: string): URL {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  return url;
}

function createWebSource(
  deps: FetchDeps,
  {
    label,
    key,
    files,
    urlOf,
  }: Pick<Source, 'label' | 'key' | 'files'> & { readonly urlOf: (path: string) => URL },
): Source {
  const downloadBytes = totalBytes(files);
  // What is small shows first whether the place has the model at all.
  const order = files.toSorted((one, other) => one.bytes - other.bytes);
  return Object.freeze({
    label,
    key,
    files,
    downloadBytes,
    diskBytes: downloadBytes,
    fetch: async ({ folder, signal, report }) => {
      let before = 0;
      report('asking', before);
      for (const expected of order) {
        const path = join(folder, expected.path);
        // It got its name when its hash was right.
        if ((await stat(path).catch(() => undefined))?.size !== expected.bytes) {
          const done = before;
          await fetchFile(deps, {
            url: urlOf(expected.path),
            path,
            expected,
            signal,
            onBytes: (bytes) => report('fetching', done + bytes),
            onCheck: () => report('checking', done + expected.bytes),
          });
        }
        before += expected.bytes;
      }
    },
  } satisfies Source);
}
