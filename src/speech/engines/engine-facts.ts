/** What is known of an installed recogniser without loading it. */
import type { InstalledModel } from '../models/models.ts';
import type { EngineFacts } from '../recognizer.ts';
import { MOONSHINE_ABILITIES, MOONSHINE_MAX_CHUNK_SEC } from './moonshine/facts.ts';
import { sherpaFacts } from './sherpa/facts.ts';
import { whisperFacts } from './whisper/facts.ts';

/** Measured: Moonshine's words get better with more company up to 2 s, and past 3 s it drops whole sentences. */
const MOONSHINE_JOIN_SEC = 1.5;
/** With less, words at the edges are misheard. */
const MOONSHINE_MARGIN_SEC = 0.2;

/** The facts of a model that knows words. */
export function engineFacts({ name, engine, languages, recipe }: InstalledModel): EngineFacts {
  switch (engine) {
    case 'moonshine':
      return {
        abilities: MOONSHINE_ABILITIES,
        maxChunkSec: MOONSHINE_MAX_CHUNK_SEC,
        joinSec: MOONSHINE_JOIN_SEC,
        marginSec: MOONSHINE_MARGIN_SEC,
        tellsLanguage: false,
      };
    case 'whisper':
      return whisperFacts(languages);
    case 'sherpa':
      if (recipe === undefined) {
        throw new TypeError(`${name} has no recipe`);
      }
      return sherpaFacts(recipe);
    case 'silero':
      throw new TypeError(`${name} knows no words`);
    default:
      return engine satisfies never;
  }
}
