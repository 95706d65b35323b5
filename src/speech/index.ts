/** Speech: finds where somebody speaks, and which words, each with its time and how sure it is. */
export { modelStatuses } from './models/store.ts';
export type { ModelStatus } from './models/store.ts';
export { SAMPLE_RATE_HZ } from './recognizer.ts';
export { SPEECH_VERSION, createSpeech } from './speech.ts';
export type { Speech, SpeechOptions, SpeechResult, TranscribeRequest } from './speech.ts';
