/** What the speech children do, and what they are set up with. */
import type { WhisperVariant } from './engines/whisper/graphs/open-graphs.ts';
import type { Heard } from './recognizer.ts';
import type { VadResult, VadState } from './vad/silero.ts';

/** What a child is started with. */
export interface SpeechSetup {
  readonly modelsFolder: string;
  /** The arithmetic that Whisper models are run in. */
  readonly whisperVariant: WhisperVariant;
}

/** One piece of work for a child. Sound is mono at 16 kHz; a model is named as in the store. */
export type SpeechTask =
  | {
      readonly kind: 'detect';
      readonly model: string;
      readonly samples: Float32Array;
      readonly state: VadState;
    }
  | {
      readonly kind: 'recognize';
      readonly model: string;
      readonly samples: Float32Array;
      /** Default: the likeliest of those that the model knows. */
      readonly language?: string;
    };

/** Its answer, of the same kind. */
export type SpeechAnswer =
  | { readonly kind: 'detect'; readonly detected: VadResult }
  | { readonly kind: 'recognize'; readonly heard: Heard };
