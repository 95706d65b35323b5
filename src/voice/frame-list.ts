/** A growing list of numbers, one a frame, four bytes each. */

/** See {@link createFrameList}. */
export interface FrameList {
  push(value: number): void;
  /** All values, in an array of their own. */
  toArray(): Float32Array;
}

/** A minute of frames: what a list grows by. */
const PART_FRAMES = 6000;

/** Makes an empty list. It never copies while it grows. */
export function createFrameList(): FrameList {
  const parts: Float32Array[] = [];
  let last = new Float32Array(0);
  let filled = 0;
  return {
    push(value) {
      if (filled === last.length) {
        last = new Float32Array(PART_FRAMES);
        parts.push(last);
        filled = 0;
      }
      last[filled] = value;
      filled += 1;
    },
    toArray() {
      const whole = new Float32Array(Math.max(0, parts.length - 1) * PART_FRAMES + filled);
      for (const [index, part] of parts.entries()) {
        whole.set(part === last ? part.subarray(0, filled) : part, index * PART_FRAMES);
      }
      return whole;
    },
  };
}
