/** Which heads of the decoder's attention follow the sound, and so give words their times. */
import { z } from 'zod';

/** Pairs of a layer and a head, counted from 0. */
export type AlignmentHeads = readonly (readonly [layer: number, head: number])[];

/** The decoder that they are heads of. */
interface Decoder {
  readonly layers: number;
  readonly heads: number;
}

/**
 * Heads that were chosen by measurement, by the hash of the model's tensors.
 *
 * Whisper base: greedy search over its 48 heads on half of 119 force-aligned English utterances; on the other half 92.0 %
 * of word starts lie within 100 ms, against 63.2 % with the heads that the model names itself.
 */
const CHOSEN_HEADS: Readonly<Record<string, AlignmentHeads>> = {
  d56ccc4297b8e7e505946a9a555bd7e1a5d31a077fb6a6f9bf378ff618ebaf86: [
    [3, 1],
    [4, 1],
    [4, 5],
    [5, 4],
  ],
};

/** The heads that a model's `config.json` names, if it does. */
export const configHeads = z.object({
  alignment_heads: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()])).optional(),
});

/**
 * The heads of a model: chosen ones, else those that it names, else all of the upper half of its layers, as OpenAI's
 * release does it.
 *
 * @returns in the order of their layers; undefined when the named ones are no heads of this decoder
 */
export function chooseAlignmentHeads(
  tensorsSha256: string,
  named: AlignmentHeads | undefined,
  { layers, heads }: Decoder,
): AlignmentHeads | undefined {
  const chosen = CHOSEN_HEADS[tensorsSha256] ?? named ?? [];
  if (chosen.length === 0) {
    const upper = Array.from({ length: layers }, (_, layer) => layer).slice(Math.floor(layers / 2));
    return upper.flatMap((layer) => Array.from({ length: heads }, (_, head) => [layer, head] as const));
  }
  return chosen.every(([layer, head]) => layer < layers && head < heads)
    ? chosen.toSorted(([a], [b]) => a - b)
    : undefined;
}
