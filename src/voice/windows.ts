/** Cuts a stream of blocks of any size into overlapping windows, one around the middle of every hop. */
import { HOP_SAMPLES } from './grid.ts';

/** Takes blocks; calls back with every window that is full. */
export interface WindowCutter {
  push(block: Float32Array): void;
  /** Hands out the windows that reach past the end, filled up with silence. The last one's hop may be cut short. */
  end(): void;
}

/**
 * See {@link WindowCutter}.
 *
 * @param length samples of a window, an even number from {@link HOP_SAMPLES} on
 * @param onWindow gets each window in turn; it is used again for the next. Window `i` has its middle at sample
 *   `(i + 0.5) * HOP_SAMPLES`; before the first sample stands silence
 */
export function createWindowCutter(length: number, onWindow: (window: Float64Array) => void): WindowCutter {
  const window = new Float64Array(length);
  // So much of the first window lies before the first sample.
  let filled = length / 2 - HOP_SAMPLES / 2;
  const missing = length - filled - HOP_SAMPLES;
  /** Samples that came since the last hop began. */
  let ofHop = 0;

  const push = (block: ArrayLike<number>): void => {
    for (let taken = 0; taken < block.length;) {
      const part = Math.min(length - filled, block.length - taken);
      for (let at = 0; at < part; at += 1) {
        window[filled + at] = block[taken + at] ?? 0;
      }
      filled += part;
      taken += part;
      if (filled === length) {
        onWindow(window);
        window.copyWithin(0, HOP_SAMPLES);
        filled -= HOP_SAMPLES;
      }
    }
  };
  return {
    push(block) {
      ofHop = (ofHop + block.length) % HOP_SAMPLES;
      push(block);
    },
    end() {
      const cut = ofHop === 0 ? 0 : HOP_SAMPLES - ofHop;
      push(new Float32Array(cut + missing));
    },
  };
}
