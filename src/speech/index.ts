/** Speech: finds where somebody speaks, and which words, each with its time and how sure it is; keeps the models. */
export { createRemote } from './engines/remote/remote.ts';
export type { Remote } from './engines/remote/remote.ts';
export { createModels } from './models/create-models.ts';
export type { SherpaKind } from './engines/sherpa/recipe.ts';
export type { ModelEntry } from './models/model-entry.ts';
export type {
  InstalledModel,
  ModelChoice,
  ModelState,
  ModelStatus,
  Models,
  PullPhase,
  PullProgress,
} from './models/models.ts';
export { SAMPLE_RATE_HZ } from './recognizer.ts';
export type { SpeechResult } from './speech-result.ts';
export { SPEECH_VERSION, createSpeech } from './speech.ts';
export type { Speech, SpeechDeps, SpeechOptions, TranscribeRequest } from './speech.ts';
