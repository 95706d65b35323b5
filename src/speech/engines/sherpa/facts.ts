/** What is known of a model that sherpa-onnx runs, without loading it. */
import type { EngineFacts } from '../../recognizer.ts';
import type { SherpaRecipe } from './recipe.ts';

/**
 * Stretches of speech closer than this share a chunk, as with the other engines: the real weights of these models could
 * not be had to measure a better one.
 */
const JOIN_SEC = 1.5;
/** Likewise. */
const MARGIN_SEC = 0.2;

/** The facts of a recipe. None of these models says how likely a language is. */
export function sherpaFacts({
  languages,
  punctuation,
  style,
  wordTimes,
  maxChunkSec,
}: SherpaRecipe): EngineFacts {
  return Object.freeze({
    abilities: Object.freeze({ languages, punctuation, style, wordTimes }),
    maxChunkSec,
    joinSec: JOIN_SEC,
    marginSec: MARGIN_SEC,
    tellsLanguage: false,
  });
}
