/** Voice: what the sound itself tells, without words: pitch, loudness, spectrum, syllable nuclei, noise. */
export type { PitchParameters } from './pitch/pitch.ts';
export { DEFAULT_PITCH } from './pitch/pitch.ts';
export { createVoiceTracker } from './tracker.ts';
export type { VoiceParameters, VoiceTracker } from './tracker.ts';
export { createVoice, VOICE_VERSION } from './voice.ts';
export type { Voice, VoiceOptions } from './voice.ts';
