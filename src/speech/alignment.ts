/**
 * Where in the sound each token was heard: dynamic time warping over the decoder's cross-attention. A token attends
 * to the frames it was heard in, so the cheapest monotonic path through the negated attention gives each token its
 * first frame. (The method is Whisper's; measured here, its normalisation and median filter make times worse, its own
 * included, so the plain mean of chosen heads is used.)
 */

/**
 * The first frame of each token.
 *
 * @param attention one row a token: the mean attention of the chosen heads over the frames
 * @param frames how many frames the sound has
 * @returns for each row its first frame, never decreasing
 */
export function firstFrames(attention: readonly Float32Array[], frames: number): Int32Array {
  const tokens = attention.length;
  const first = new Int32Array(tokens);
  if (tokens === 0 || frames === 0) {
    return first;
  }
  const steps = cheapestSteps(attention, frames);
  let token = tokens - 1;
  let frame = frames - 1;
  // Walk back from the end; the last visit to a row is its first frame.
  while (token >= 0 && frame >= 0) {
    first[token] = frame;
    const step = steps[token * frames + frame];
    if (step !== STAY_ON_TOKEN) {
      token -= 1;
    }
    if (step !== STAY_ON_FRAME) {
      frame -= 1;
    }
  }
  return first;
}

const BOTH = 0;
const STAY_ON_FRAME = 1;
const STAY_ON_TOKEN = 2;

/** For each cell, the step that led to it on the cheapest path from the first cell. */
function cheapestSteps(attention: readonly Float32Array[], frames: number): Uint8Array {
  const steps = new Uint8Array(attention.length * frames);
  // Costs of the row before, with a border cell on the left; only the corner of the border can be entered.
  let above = new Float64Array(frames + 1).fill(Infinity);
  above[0] = 0;
  for (const [token, row] of attention.entries()) {
    const current = new Float64Array(frames + 1).fill(Infinity);
    for (let frame = 0; frame < frames; frame += 1) {
      const diagonal = above[frame] ?? Infinity;
      const fromToken = above[frame + 1] ?? Infinity;
      const fromFrame = current[frame] ?? Infinity;
      let best = diagonal;
      let step = BOTH;
      if (fromToken < best) {
        best = fromToken;
        step = STAY_ON_FRAME;
      }
      if (fromFrame < best) {
        best = fromFrame;
        step = STAY_ON_TOKEN;
      }
      current[frame + 1] = best - (row[frame] ?? 0);
      steps[token * frames + frame] = step;
    }
    above = current;
  }
  return steps;
}
