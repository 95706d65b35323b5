/** The transcript: the words that were heard, each with its time and how sure the recogniser was of it. */
import { z } from 'zod';
import { seconds } from './time-range.ts';

/** A heard word as it is shown: with its capitals, and with the punctuation that follows it. */
export const word = z
  .object({
    text: z.string().min(1),
    startSec: seconds,
    endSec: seconds,
    confidence: z.number().min(0).max(1).optional().meta({
      description: 'Geometric mean of the token probabilities; absent when the recogniser gives none.',
    }),
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
    wordTimes: z.enum(['none', 'estimated', 'start', 'span']).meta({
      description:
        'start: only where words begin is measured; estimated: words were laid over the voice by their syllables.',
    }),
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
      .meta({ description: 'Hash over what it is made of: the same weights have the same hash.' }),
  })
  .readonly()
  .meta({ id: 'ModelIdentity' });

/** See {@link modelIdentity}. */
export type ModelIdentity = z.infer<typeof modelIdentity>;

/** Why this model heard the recording, in this language. */
export const modelChoice = z
  .object({
    language: z.enum(['asked', 'heard', 'only']).meta({
      description:
        'asked: named by the owner; heard: found in the recording; only: the one that the installed models know.',
    }),
    languageProbability: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .meta({ description: 'How likely the language is by its sound, where the model can tell.' }),
    model: z.enum(['asked', 'best-installed']).meta({
      description:
        'asked: named by the owner; best-installed: the first of those installed for the language.',
    }),
  })
  .readonly()
  .meta({ id: 'ModelChoice' });

/** See {@link modelChoice}. */
export type ModelChoice = z.infer<typeof modelChoice>;

/** How much of the speech is in a language. */
export const languageShare = z
  .object({
    language: z.string().meta({ description: 'Two-letter code.' }),
    share: z.number().min(0).max(1).meta({ description: 'Part of the speech, by time.' }),
  })
  .readonly()
  .meta({ id: 'LanguageShare' });

/** See {@link languageShare}. */
export type LanguageShare = z.infer<typeof languageShare>;

/** What was heard. Words are in order of their start and never overlap. */
export const transcript = z
  .object({
    language: z.string().meta({
      description: 'Two-letter code of the language that most of the words are in, and are counted in.',
    }),
    languages: z
      .array(languageShare)
      .readonly()
      .optional()
      .meta({ description: 'Of mixed speech: each language with its share, the largest first.' }),
    words: z.array(word).readonly(),
    model: modelIdentity,
    choice: modelChoice.optional(),
    abilities: recognizerAbilities,
  })
  .readonly()
  .meta({ id: 'Transcript' });

/** See {@link transcript}. */
export type Transcript = z.infer<typeof transcript>;
