import { describe, expect, it } from 'vitest';
import { chooseAlignmentHeads } from './alignment-heads.ts';

const OTHER = '0'.repeat(64);
const BASE = 'd56ccc4297b8e7e505946a9a555bd7e1a5d31a077fb6a6f9bf378ff618ebaf86';

describe('the heads that give words their times', () => {
  it('are those that were measured to be best, for the weights of Whisper base', () => {
    const named = [[5, 6]] as const;
    expect(chooseAlignmentHeads(BASE, named, { layers: 6, heads: 8 })).toEqual([
      [3, 1],
      [4, 1],
      [4, 5],
      [5, 4],
    ]);
  });

  it('are those that other models name, by layer, as their rows come out of the graph', () => {
    const named = [
      [1, 7],
      [0, 3],
      [1, 2],
    ] as const;
    expect(chooseAlignmentHeads(OTHER, named, { layers: 2, heads: 8 })).toEqual([
      [0, 3],
      [1, 7],
      [1, 2],
    ]);
  });

  it.each([undefined, []])('are those of the upper half of the layers when a model names %o', (named) => {
    expect(chooseAlignmentHeads(OTHER, named, { layers: 3, heads: 2 })).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ]);
    expect(chooseAlignmentHeads(OTHER, named, { layers: 1, heads: 1 })).toEqual([[0, 0]]);
  });

  it.each([[[2, 0]], [[0, 8]]] as const)('are none when %o is no head of the model', (head) => {
    expect(chooseAlignmentHeads(OTHER, [head], { layers: 2, heads: 8 })).toBeUndefined();
  });
});
