/** The part of a recording's sound that is still needed, addressed by sample number from the recording's start. */

/** See {@link createSoundWindow}. */
export interface SoundWindow {
  /** The sample number after the last one taken in. */
  readonly end: number;
  append(samples: Float32Array): void;
  /** A copy of the samples from `from` up to `to`; what was let go or has not come is left out. */
  slice(from: number, to: number): Float32Array;
  /** Lets go of all samples before this one. */
  dropBefore(sample: number): void;
}

/** Makes an empty window. */
export function createSoundWindow(): SoundWindow {
  let blocks: { readonly from: number; readonly samples: Float32Array }[] = [];
  let end = 0;
  return {
    get end() {
      return end;
    },
    append: (samples) => {
      blocks.push({ from: end, samples });
      end += samples.length;
    },
    slice: (from, to) => {
      const first = Math.max(from, blocks[0]?.from ?? end);
      const last = Math.min(to, end);
      const copy = new Float32Array(Math.max(0, last - first));
      for (const block of blocks) {
        const start = Math.max(first, block.from);
        const stop = Math.min(last, block.from + block.samples.length);
        if (start < stop) {
          copy.set(block.samples.subarray(start - block.from, stop - block.from), start - first);
        }
      }
      return copy;
    },
    dropBefore: (sample) => {
      blocks = blocks.filter((block) => block.from + block.samples.length > sample);
    },
  };
}
