/** Probabilities of speech become stretches of speech: a small state machine that takes one frame at a time. */
import { VAD_FRAME_SEC } from './silero.ts';

/** When speech begins and ends. */
export interface SegmenterOptions {
  /** A frame at or above this opens or continues speech. Default 0.5. */
  readonly onset: number;
  /** Frames under this may end it. Default 0.35. */
  readonly offset: number;
  /** Shorter sounds are no speech. Default 0.1 s. */
  readonly minSpeechSec: number;
  /** Shorter silences are part of speech. Default 0.2 s. */
  readonly minSilenceSec: number;
}

/** The defaults. Measured on talks with known pauses, other thresholds find them no better. */
export const SEGMENTER_DEFAULTS: SegmenterOptions = Object.freeze({
  onset: 0.5,
  offset: 0.35,
  minSpeechSec: 0.1,
  minSilenceSec: 0.2,
});

/** A stretch of speech, in frames; `to` is the first frame after it. */
export interface SpeechFrames {
  readonly from: number;
  readonly to: number;
}

/** See {@link createSegmenter}. */
export interface Segmenter {
  /** Takes the next frame; gives a stretch of speech when one has just ended for sure. */
  push(probability: number): SpeechFrames | undefined;
  /** Ends the sound; gives the stretch that was still open. */
  end(): SpeechFrames | undefined;
  /** The frame at which the open stretch began, if one is open. */
  readonly openFrom: number | undefined;
}

type State =
  | { readonly kind: 'silence' }
  | { readonly kind: 'speech'; readonly from: number }
  | { readonly kind: 'ending'; readonly from: number; readonly quietFrom: number };

/** Makes a segmenter for one recording. */
export function createSegmenter(options: Partial<SegmenterOptions> = {}): Segmenter {
  const { onset, offset, minSpeechSec, minSilenceSec } = { ...SEGMENTER_DEFAULTS, ...options };
  let state: State = { kind: 'silence' };
  let frame = 0;

  const close = (from: number, to: number): SpeechFrames | undefined => {
    state = { kind: 'silence' };
    return (to - from) * VAD_FRAME_SEC >= minSpeechSec ? { from, to } : undefined;
  };

  return {
    push: (probability) => {
      const now = frame;
      frame += 1;
      switch (state.kind) {
        case 'silence':
          if (probability >= onset) {
            state = { kind: 'speech', from: now };
          }
          return undefined;
        case 'speech':
          if (probability < offset) {
            state = { kind: 'ending', from: state.from, quietFrom: now };
          }
          return undefined;
        case 'ending':
          if (probability >= onset) {
            state = { kind: 'speech', from: state.from };
            return undefined;
          }
          return (now + 1 - state.quietFrom) * VAD_FRAME_SEC >= minSilenceSec
            ? close(state.from, state.quietFrom)
            : undefined;
        default:
          return state satisfies never;
      }
    },
    end: () => {
      switch (state.kind) {
        case 'silence':
          return undefined;
        case 'speech':
          return close(state.from, frame);
        case 'ending':
          return close(state.from, state.quietFrom);
        default:
          return state satisfies never;
      }
    },
    get openFrom() {
      return state.kind === 'silence' ? undefined : state.from;
    },
  };
}
