import { describe, expect, it } from 'vitest';
import { identify, readCatalogue } from './catalogue.ts';

describe('the catalogue of models', () => {
  it('names each model and each of its files once', () => {
    const entries = readCatalogue();
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
    for (const { files } of entries) {
      expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
      expect(files.length).toBeGreaterThan(0);
    }
  });

  it('has an exact version and an integrity for each package, and files that stay in their folder', () => {
    for (const { source, files } of readCatalogue()) {
      expect(source.npm).toMatch(/^@?[\w./-]+@\d+\.\d+\.\d+$/);
      expect(source.integrity).toMatch(/^sha512-[\w+/]+==$/);
      for (const { path, from } of files) {
        expect(path).toMatch(/^[\w.-]+$/);
        expect(from).toMatch(/^package\//);
        expect(from).not.toContain('..');
      }
    }
  });

  it('has a recogniser for English and a voice activity model', () => {
    expect(
      readCatalogue().some(({ role, languages }) => role === 'recognizer' && languages.includes('en')),
    ).toBe(true);
    expect(readCatalogue().some(({ role }) => role === 'vad')).toBe(true);
  });
});

describe('the identity of a model', () => {
  const [entry] = readCatalogue();

  it('holds name, package version and a hash', () => {
    expect(entry && identify(entry)).toEqual({
      name: 'moonshine-tiny-en',
      version: '0.1.29',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('changes with any file', () => {
    const changed = entry?.files.map((file, index) =>
      index === 0 ? file : { ...file, sha256: '0'.repeat(64) },
    );
    expect(entry && identify({ ...entry, files: changed ?? [] }).sha256).not.toBe(
      entry && identify(entry).sha256,
    );
  });
});
