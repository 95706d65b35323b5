/** What is known about Moonshine tiny without loading it. */
import type { RecognizerAbilities } from '../../../report/index.ts';

/** What it can say. It leaves out most hesitation sounds. */
export const MOONSHINE_ABILITIES: RecognizerAbilities = Object.freeze({
  languages: Object.freeze(['en']),
  punctuation: true,
  style: 'tidy',
  wordTimes: 'span',
});

/** Past 25 s the model begins to skip text; 20 s costs nothing in words and less memory. */
export const MOONSHINE_MAX_CHUNK_SEC = 20;
