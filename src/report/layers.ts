/** The layers of the timeline: pauses, phrases, each item pointing into the transcript's words. */
import { z } from 'zod';
import { confidence } from './measure.ts';
import { seconds } from './time-range.ts';

const wordIndex = z.number().int().min(0).meta({ description: "Index into the transcript's words." });

/** A silence between two stretches of speech. */
export const pause = z
  .object({
    startSec: seconds,
    endSec: seconds,
    afterWord: wordIndex
      .nullable()
      .meta({ description: 'The last word before it; null when no words are known.' }),
    beforeWord: wordIndex
      .nullable()
      .meta({ description: 'The first word after it; null when no words are known.' }),
    place: z.enum(['boundary', 'inside', 'unknown']).default('unknown').meta({
      description:
        'boundary: where a sentence, clause or phrase ends; inside: within one; unknown: words or punctuation do not tell.',
    }),
    placeConfidence: confidence
      .optional()
      .meta({ description: 'How sure the place is; absent when it is unknown.' }),
  })
  .readonly()
  .meta({ id: 'Pause' });

/** See {@link pause}. */
export type Pause = z.infer<typeof pause>;

/** A stretch of speech that runs on for too long without a pause. */
export const missingPause = z
  .object({
    firstWord: wordIndex,
    lastWord: wordIndex,
    startSec: seconds,
    endSec: seconds,
    words: z.number().int().min(0).meta({ description: 'Spoken words.' }),
    pauseAfter: z.array(wordIndex).readonly().meta({
      description: 'Words after which a pause would help: ends of clauses. Empty when no clause ends inside.',
    }),
  })
  .readonly()
  .meta({ id: 'MissingPause' });

/** See {@link missingPause}. */
export type MissingPause = z.infer<typeof missingPause>;

/** A stretch that is faster or slower than its band. */
export const paceStretch = z
  .object({
    startSec: seconds,
    endSec: seconds,
    kind: z.enum(['fast', 'slow', 'rushed', 'dense']).meta({
      description:
        'fast, slow: the speech rate is outside its band for long; rushed: the words themselves are said faster than ' +
        'their band, and than the rest; dense: fast where many numbers and long words come.',
    }),
    syllablesPerSec: z.number().min(0).meta({
      description: 'Of fast and slow ones with pauses, of rushed and dense ones without.',
    }),
  })
  .readonly()
  .meta({ id: 'PaceStretch' });

/** See {@link paceStretch}. */
export type PaceStretch = z.infer<typeof paceStretch>;

/** Words said from one boundary to the next. */
export const phrase = z
  .object({
    firstWord: wordIndex,
    lastWord: wordIndex,
    startSec: seconds,
    endSec: seconds,
    words: z.number().int().min(1).meta({ description: 'Spoken words: numerals count as they are said.' }),
    wordsPerMinute: z
      .number()
      .min(0)
      .nullable()
      .meta({ description: 'null when the phrase is too short to judge.' }),
    fillers: z.number().int().min(0),
    pauses: z.number().int().min(0).meta({ description: 'Pauses inside the phrase.' }),
    length: z.enum(['short', 'balanced', 'long']),
  })
  .readonly()
  .meta({ id: 'Phrase' });

/** See {@link phrase}. */
export type Phrase = z.infer<typeof phrase>;

/** All phrases, and how even their lengths are. */
export const phrasing = z
  .object({
    items: z.array(phrase).readonly(),
    rhythm: z.enum(['even', 'varied', 'uneven', 'too-few']),
  })
  .readonly()
  .meta({ id: 'Phrasing' });

/** See {@link phrasing}. */
export type Phrasing = z.infer<typeof phrasing>;
