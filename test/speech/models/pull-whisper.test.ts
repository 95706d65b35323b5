/** Pulling a Whisper model: it is ready to run when it is there, and known by its weights. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ModelEntry } from '../../../src/speech/models/model-entry.ts';
import type { PullProgress } from '../../../src/speech/index.ts';
import type { TinyWhisperOptions } from '../../support/tiny-whisper.ts';
import { writeTinyWhisper } from '../../support/tiny-whisper.ts';
import { NAME, createPullBench, modelFrom, pin, temporary } from './pull-setup.ts';

/** A folder with a tiny Whisper model, and its row of a catalogue. */
async function tinyModel(
  options: TinyWhisperOptions,
  tensorsSha256?: string,
): Promise<{ readonly from: string; readonly entry: ModelEntry }> {
  const from = await temporary();
  await writeTinyWhisper(from, options);
  const files = await Promise.all(
    (await readdir(from)).toSorted().map(async (path) => pin(path, await readFile(join(from, path)))),
  );
  const {
    name,
    version = '1',
    licence,
    sizeBytes,
    wordErrors,
    sources,
  } = modelFrom([{ kind: 'hub', repository: 'somebody/tiny', revision: '0'.repeat(40), files }]);
  const tensors = tensorsSha256 === undefined ? {} : { tensorsSha256 };
  const common = { name, version, licence, sizeBytes, wordErrors, sources, languages: ['ru'] };
  return { from, entry: { ...common, ...tensors, role: 'recognizer', engine: 'whisper' } };
}

describe('a Whisper model', () => {
  it('comes with its graphs, and the same weights have the same hash from whichever files', async () => {
    const bench = await createPullBench();
    const { from, entry } = await tinyModel({ vocabulary: 'txt' });
    const told: PullProgress[] = [];
    const model = await bench.pull({ from, onProgress: (progress) => told.push(progress) }, entry);
    expect(told.at(-1)).toMatchObject({ phase: 'preparing' });
    const graphs = await readdir(join(model.folder, 'graphs'));
    expect(graphs).toEqual([expect.stringMatching(`^int8-v\\d+-${model.identity.sha256.slice(0, 16)}$`)]);
    expect(await readdir(bench.modelsFolder)).toEqual([NAME]);

    const other = await createPullBench();
    const asJson = await tinyModel({ vocabulary: 'json', alignmentHeads: null }, model.identity.sha256);
    expect((await other.pull({ from: asJson.from }, asJson.entry)).identity).toEqual(model.identity);
  });

  it('with other weights than the catalogue says is not installed', async () => {
    const bench = await createPullBench();
    const { from, entry } = await tinyModel({}, 'a'.repeat(64));
    await expect(bench.pull({ from }, entry)).rejects.toMatchObject({
      code: 'model-pull-failed',
      details: { reasons: expect.stringContaining('tensors') },
    });
    expect(await readdir(bench.modelsFolder)).not.toContain(NAME);
  });

  it('that cannot be run names the file', async () => {
    const bench = await createPullBench();
    const { from, entry } = await tinyModel({ broken: 'other-architecture' });
    await expect(bench.pull({ from }, entry)).rejects.toMatchObject({
      code: 'model-unfit',
      details: { path: expect.stringMatching(/model\.bin$/) },
    });
  });
});
