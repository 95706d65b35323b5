/** A folder on this machine, such as a stick or a share, as a source: its files are copied. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../../../errors/index.ts';
import type { PinnedFile } from '../model-entry.ts';
import type { Source } from './source.ts';
import { SourceFailure, totalBytes } from './source.ts';
import { writePinned } from './write-file.ts';

/** The files in a folder as a source. */
export function createFolderSource(
  from: string,
  { files, key }: { readonly files: readonly PinnedFile[]; readonly key: string },
): Source {
  const bytes = totalBytes(files);
  return Object.freeze({
    label: from,
    key: `folder-${key}`,
    files,
    downloadBytes: bytes,
    diskBytes: bytes,
    fetch: async ({ folder, signal, report }) => {
      report('asking', 0);
      await requireFiles(from, files);
      let before = 0;
      for (const file of files) {
        const done = before;
        await writePinned(join(folder, file.path), file, {
          parts: [() => Promise.resolve(createReadStream(join(from, file.path), { highWaterMark: 2 ** 20 }))],
          signal,
          onBytes: (copied) => report('fetching', done + copied),
        });
        before += file.bytes;
      }
    },
  } satisfies Source);
}

/** What is not there, or is something else, is known before anything is copied. */
async function requireFiles(from: string, files: readonly PinnedFile[]): Promise<void> {
  for (const { path, bytes } of files) {
    const facts = await stat(join(from, path)).catch((error: unknown) => {
      throw new SourceFailure(`${path}: ${systemCode(error)}`, { cause: error });
    });
    if (facts.size !== bytes) {
      throw new SourceFailure(`${path}: ${facts.size} bytes, not ${bytes}`);
    }
  }
}
