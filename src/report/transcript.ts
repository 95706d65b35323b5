/** The transcript: the words that were heard, each with its time and how sure the recogniser was of it. */
import { z } from 'zod';
import { seconds } from './time-range.ts';

/** A heard word as it is shown: with its capitals, and with the punctuation that follows it. */
export const word = z
  .object({
    text: z.string().min(1),
    startSec: seconds,
    endSec: seconds,
    confidence: z.number().min(0).max(1).meta({ description: 'Geometric mean of the token probabilities.' }),
  })
  .readonly()
  .meta({ id: 'Word' });

/** See {@link word}. */
export type Word = z.infer<typeof word>;

/** What a recogniser is able to say; a metric whose need is not met is absent with that reason. */
export const recognizerAbilities = z
  .object({
    languages: z
      .array(z.string())
      .readonly()
      .meta({ description: 'Two-letter codes of the languages it knows.' }),
    punctuation: z.boolean(),
    style: z.enum(['verbatim', 'tidy']).meta({
      description:
        'verbatim: keeps hesitation sounds and restarts; tidy: drops most of them, as subtitles do.',
    }),
    wordTimes: z.enum(['none', 'start', 'span']),
  })
  .readonly()
  .meta({ id: 'RecognizerAbilities' });

/** See {@link recognizerAbilities}. */
export type RecognizerAbilities = z.infer<typeof recognizerAbilities>;

/** The model that heard the words. */
export const modelIdentity = z
  .object({
    name: z.string(),
    version: z.string(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'Hash over the hashes of its files.' }),
  })
  .readonly()
  .meta({ id: 'ModelIdentity' });

/** See {@link modelIdentity}. */
export type ModelIdentity = z.infer<typeof modelIdentity>;

/** What was heard. Words are in order of their start and never overlap. */
export const transcript = z
  .object({
    language: z.string().meta({ description: 'Two-letter code of the language that the words are in.' }),
    words: z.array(word).readonly(),
    model: modelIdentity,
    abilities: recognizerAbilities,
  })
  .readonly()
  .meta({ id: 'Transcript' });

/** See {@link transcript}. */
export type Transcript = z.infer<typeof transcript>;
