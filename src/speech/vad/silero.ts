/**
 * Silero voice activity detection, version 5 or 6, on ONNX Runtime: for each 32 ms how likely somebody speaks. Its
 * memory is handed in and out, so that any process can go on where another stopped. Model: Silero Team, MIT.
 */
import type { InferenceSession as Session } from 'onnxruntime-node';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { SAMPLE_RATE_HZ } from '../recognizer.ts';

/** The sound that one probability is about: 32 ms. */
export const VAD_FRAME_SAMPLES = 512;
/** The same in seconds. */
export const VAD_FRAME_SEC = VAD_FRAME_SAMPLES / SAMPLE_RATE_HZ;

/** The model also sees the end of the frame before. */
const CONTEXT_SAMPLES = 64;
const STATE_SHAPE = [2, 1, 128] as const;
const STATE_LENGTH = 256;

/** What the detector remembers between frames. */
export interface VadState {
  readonly context: Float32Array;
  readonly memory: Float32Array;
}

/** The state before the first frame. */
export function initialVadState(): VadState {
  return { context: new Float32Array(CONTEXT_SAMPLES), memory: new Float32Array(STATE_LENGTH) };
}

/** The probabilities of a stretch of sound, and the state after it. */
export interface VadResult {
  /** One a frame, 0 to 1. */
  readonly probabilities: Float32Array;
  readonly state: VadState;
}

/** The detector with its model loaded. */
export interface Vad {
  /** Judges whole frames: `samples` is a multiple of {@link VAD_FRAME_SAMPLES} long. One call at a time. */
  detect(samples: Float32Array, state: VadState): Promise<VadResult>;
  close(): Promise<void>;
}

/** Loads the detector from its model file. */
export async function createSileroVad(file: string): Promise<Vad> {
  const session = await InferenceSession.create(file, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  const sampleRate = new Tensor('int64', BigInt64Array.of(BigInt(SAMPLE_RATE_HZ)), []);
  return Object.freeze({
    detect: (samples: Float32Array, state: VadState) => detect(session, sampleRate, samples, state),
    close: () => session.release(),
  });
}

async function detect(
  session: Session,
  sampleRate: Tensor,
  samples: Float32Array,
  state: VadState,
): Promise<VadResult> {
  const probabilities = new Float32Array(Math.floor(samples.length / VAD_FRAME_SAMPLES));
  // One buffer for all frames: the context of the next frame is the tail of this one.
  const window = new Float32Array(CONTEXT_SAMPLES + VAD_FRAME_SAMPLES);
  window.set(state.context, VAD_FRAME_SAMPLES);
  let memory: Tensor = new Tensor('float32', state.memory.slice(), STATE_SHAPE);
  for (let frame = 0; frame < probabilities.length; frame += 1) {
    window.copyWithin(0, VAD_FRAME_SAMPLES);
    window.set(samples.subarray(frame * VAD_FRAME_SAMPLES, (frame + 1) * VAD_FRAME_SAMPLES), CONTEXT_SAMPLES);
    const input = new Tensor('float32', window, [1, window.length]);
    const outputs = await session.run({ input, state: memory, sr: sampleRate });
    const { output, stateN } = outputs;
    if (!(output?.data instanceof Float32Array) || stateN === undefined) {
      throw new TypeError('the voice activity model gives no probability');
    }
    probabilities[frame] = output.data[0] ?? 0;
    output.dispose();
    memory.dispose();
    memory = stateN;
  }
  if (!(memory.data instanceof Float32Array)) {
    throw new TypeError('the voice activity model gives no state');
  }
  const after = memory.data.slice();
  memory.dispose();
  return { probabilities, state: { context: window.slice(VAD_FRAME_SAMPLES), memory: after } };
}
