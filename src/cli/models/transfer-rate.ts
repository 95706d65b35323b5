/** How fast something comes, and how long the rest will take. */

/** See {@link createTransferRate}. */
export interface TransferRate {
  /** Takes how much is there now. Less than before is a new beginning. */
  add(nowMs: number, bytes: number): void;
  /** Bytes a second over the last seconds; undefined before there is enough to tell. */
  bytesPerSec(nowMs: number): number | undefined;
}

/** Long enough to calm the figure, short enough to notice that the line has become slow. */
const WINDOW_MS = 10_000;
/** Before this an estimate would be a guess. */
const MIN_SPAN_MS = 1000;
/** More samples than this a second tell nothing more. */
const MIN_GAP_MS = 100;

/** Creates the measure. What was there at the first call counts as fetched before. */
export function createTransferRate(): TransferRate {
  let samples: { readonly ms: number; bytes: number }[] = [];
  return {
    add: (nowMs, bytes) => {
      const last = samples.at(-1);
      if (last !== undefined && bytes < last.bytes) {
        samples = [];
      } else if (last !== undefined && samples.length > 1 && nowMs - last.ms < MIN_GAP_MS) {
        last.bytes = bytes;
        return;
      }
      samples.push({ ms: nowMs, bytes });
      // The one that is just past the window stays: the span is measured from it.
      while ((samples[1]?.ms ?? nowMs) < nowMs - WINDOW_MS) {
        samples.shift();
      }
    },
    bytesPerSec: (nowMs) => {
      const [first] = samples;
      const last = samples.at(-1);
      if (first === undefined || last === undefined || nowMs - first.ms < MIN_SPAN_MS) {
        return undefined;
      }
      return ((last.bytes - first.bytes) / (nowMs - first.ms)) * 1000;
    },
  };
}
