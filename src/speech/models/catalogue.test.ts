import { describe, expect, it } from 'vitest';
import { findEntry, readCatalogue, voiceDetector } from './catalogue.ts';
import { identifyFiles } from './installed-model.ts';
import { preferencesFor } from './preference.ts';

const entries = readCatalogue();

describe('the catalogue of models', () => {
  it('names each model once, and each file of a source once', () => {
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
    for (const { files } of entries.flatMap(({ sources }) => sources)) {
      expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    }
  });

  it('has the models that the product speaks of', () => {
    expect(entries.map(({ name }) => name)).toEqual([
      'moonshine-tiny-en',
      'silero-vad-6',
      'whisper-tiny',
      'whisper-base',
      'whisper-small',
      'whisper-medium',
      'whisper-large-v3-turbo',
      'gigaam-v3-ctc',
      'gigaam-v3-rnnt',
      'parakeet-tdt-0.6b-v3',
    ]);
  });

  it('has an exact version for each package, and an integrity for those of npm', () => {
    const sources = entries.flatMap((entry) => entry.sources);
    const npm = sources.flatMap((source) => (source.kind === 'npm' ? [source] : []));
    const pip = sources.flatMap((source) => (source.kind === 'pip' ? [source] : []));
    expect(npm.map((source) => source.package)).toEqual(
      npm.map(() => expect.stringMatching(/@\d+\.\d+\.\d+$/)),
    );
    expect(npm.map(({ integrity }) => integrity)).toEqual(
      npm.map(() => expect.stringMatching(/^sha512-[\w+/]+==$/)),
    );
    const paths = npm.flatMap(({ files }) => files.map(({ from }) => from));
    expect(paths.filter((path) => !path.startsWith('package/') || path.includes('..'))).toEqual([]);
    const versions = pip.flatMap(({ packages }) => packages);
    expect(versions).toEqual(versions.map(() => expect.stringMatching(/==\d+\.\d+\.\d+$/)));
  });

  it('says the same size as the first source', () => {
    for (const { sizeBytes, sources } of entries) {
      const [first] = sources;
      const listed = first?.files.reduce((sum, { bytes }) => sum + bytes, 0);
      expect(sizeBytes).toBe(first?.kind === 'hub' ? listed : first?.bytes);
    }
  });

  it('gives a recipe that names files of the model, and its languages', () => {
    const sherpa = entries.flatMap((entry) => (entry.engine === 'sherpa' ? [entry] : []));
    expect(sherpa.map(({ recipe }) => Object.values(recipe.files).toSorted())).toEqual(
      sherpa.map(({ sources }) => sources[0]?.files.map(({ path }) => path).toSorted()),
    );
    expect(sherpa.map(({ recipe }) => recipe.languages)).toEqual(sherpa.map(({ languages }) => languages));
  });

  it('has words for every language of the product by a model that was run, and a voice detector', () => {
    for (const language of ['en', 'ru']) {
      const known = entries.filter(
        ({ languages, unverified }) => languages.includes(language) && unverified !== true,
      );
      expect(known.length).toBeGreaterThan(0);
    }
    expect(voiceDetector()).toMatchObject({ role: 'vad', languages: [] });
  });

  it('has every model of the table of preference', () => {
    for (const { name } of ['en', 'ru', 'fr'].flatMap(preferencesFor)) {
      expect(findEntry(name)?.role).toBe('recognizer');
    }
  });

  it('knows Whisper base by its tensors, whichever files they are in', () => {
    const base = findEntry('whisper-base');
    expect(base).toMatchObject({ tensorsSha256: expect.stringMatching(/^d56ccc42/) });
    const weights = base?.sources.map(({ files }) => files.find(({ path }) => path === 'model.bin')?.sha256);
    expect(new Set(weights).size).toBe(2);
    expect(base?.sources.map(({ kind }) => kind)).toEqual(['hub', 'pip', 'pip']);
  });
});

describe('the identity of a model', () => {
  const files = entries[0]?.sources[0]?.files ?? [];

  it('holds name, version and a hash', () => {
    expect(identifyFiles('moonshine-tiny-en', '0.1.29', files)).toEqual({
      name: 'moonshine-tiny-en',
      version: '0.1.29',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('changes with any file', () => {
    const changed = files.map((file, at) => (at === 0 ? { ...file, sha256: '0'.repeat(64) } : file));
    expect(identifyFiles('a', '1', changed).sha256).not.toBe(identifyFiles('a', '1', files).sha256);
  });

  it('has the beginning of the hash for a version when there is none', () => {
    const { version, sha256 } = identifyFiles('a', undefined, files);
    expect(sha256.startsWith(version)).toBe(true);
    expect(version).toHaveLength(12);
  });
});
