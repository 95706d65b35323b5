/** What is known about Whisper models without loading one. */
import type { EngineFacts } from '../../recognizer.ts';

/**
 * The longest chunk, in seconds. Measured on 2,600 Russian words, 20 s has a tenth fewer errors than 15 s or 28 s; in
 * English 15 s and 28 s are a point better than 20 s. Shorter chunks are faster: 15 s by a twentieth.
 */
export const WHISPER_MAX_CHUNK_SEC = 20;

/** Stretches of speech closer than this share a chunk: very short chunks change the style, and are said twice. */
const JOIN_SEC = 1.5;

/**
 * Measured on Russian with Whisper base: with 0.1 s a word in a hundred more is wrong than with 0.2; with 0.5 s two in a
 * hundred fewer in the example talk, and as many in the recordings of real voices.
 */
const MARGIN_SEC = 0.5;

/** The facts of a model of these languages. It leaves out most hesitation sounds. */
export function whisperFacts(languages: readonly string[]): EngineFacts {
  return Object.freeze({
    abilities: Object.freeze({
      languages: Object.freeze([...languages]),
      punctuation: true,
      style: 'tidy',
      wordTimes: 'span',
    }),
    maxChunkSec: WHISPER_MAX_CHUNK_SEC,
    joinSec: JOIN_SEC,
    marginSec: MARGIN_SEC,
    // English-only models have nothing to tell apart.
    tellsLanguage: languages.length > 1,
  });
}
