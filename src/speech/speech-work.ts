/** What the speech children do, and what they are set up with. */
import type { Heard } from './recognizer.ts';
import type { VadResult, VadState } from './vad/silero.ts';

/** What a child is started with. */
export interface SpeechSetup {
  readonly modelsFolder: string;
}

/** One piece of work for a child. Sound is mono at 16 kHz; a model is named as in the catalogue. */
export type SpeechTask =
  | {
      readonly kind: 'detect';
      readonly model: string;
      readonly samples: Float32Array;
      readonly state: VadState;
    }
  | { readonly kind: 'recognize'; readonly model: string; readonly samples: Float32Array };

/** Its answer, of the same kind. */
export type SpeechAnswer =
  | { readonly kind: 'detect'; readonly detected: VadResult }
  | { readonly kind: 'recognize'; readonly heard: Heard };
