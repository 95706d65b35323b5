import { describe, expect, it } from 'vitest';
import { SHERPA_KINDS, sherpaRecipe } from './recipe.ts';

const GIGAAM = {
  kind: 'nemo-ctc',
  files: { model: 'model.int8.onnx', tokens: 'tokens.txt' },
  languages: ['ru'],
  punctuation: true,
  style: 'tidy',
  wordTimes: 'start',
  maxChunkSec: 20,
};

describe('a recipe', () => {
  it('is of one of the listed kinds', () => {
    expect(sherpaRecipe.parse(GIGAAM)).toEqual(GIGAAM);
    expect(SHERPA_KINDS).toContain(GIGAAM.kind);
    expect(sherpaRecipe.safeParse({ ...GIGAAM, kind: 'paraformer' }).success).toBe(false);
  });

  it.each(['../model.onnx', '/etc/passwd', 'a/b.onnx', String.raw`a\b.onnx`, '..', '.', ''])(
    'names no file outside its folder: %s',
    (model) => {
      expect(sherpaRecipe.safeParse({ ...GIGAAM, files: { ...GIGAAM.files, model } }).success).toBe(false);
    },
  );

  it('promises no times that its kind does not give', () => {
    expect(sherpaRecipe.safeParse({ ...GIGAAM, wordTimes: 'span' }).success).toBe(false);
  });
});
