/** Delivery: what the voice does with the words: passages that stand out, phrase ends, stress. */
import { z } from 'zod';
import { absent } from './reason.ts';
import { seconds } from './time-range.ts';

const wordIndex = z.number().int().min(0).meta({ description: "Index into the transcript's words." });

/** A passage in which the voice is unlike itself. */
export const voicePassage = z
  .object({
    startSec: seconds,
    endSec: seconds,
    kind: z.enum(['monotone', 'quiet', 'emphatic']).meta({
      description:
        'monotone: the pitch hardly moves; quiet: much softer than usual; emphatic: louder, with more movement of ' +
        'the pitch. Each against what is usual in this talk.',
    }),
    pitchSdSt: z
      .number()
      .min(0)
      .meta({ description: 'Standard deviation of the pitch in the passage, in semitones.' }),
    levelOverUsualDb: z.number().meta({ description: 'Its level over the level that is usual in the talk.' }),
  })
  .readonly()
  .meta({ id: 'VoicePassage' });

/** See {@link voicePassage}. */
export type VoicePassage = z.infer<typeof voicePassage>;

/** A phrase that loses its loudness towards its end. */
export const fadingPhrase = z
  .object({
    firstWord: wordIndex,
    lastWord: wordIndex,
    startSec: seconds,
    endSec: seconds,
    fallDb: z.number().meta({
      description: 'From its start to its end, along the straight line through the levels of its words.',
    }),
  })
  .readonly()
  .meta({ id: 'FadingPhrase' });

/** See {@link fadingPhrase}. */
export type FadingPhrase = z.infer<typeof fadingPhrase>;

/** How the pitch ends a statement. */
export const statementEnd = z
  .object({
    lastWord: wordIndex,
    startSec: seconds,
    endSec: seconds,
    ending: z.enum(['falling', 'open', 'rising']).meta({
      description: 'falling: finished; open: stays up, as before a comma; rising: goes up, as a question.',
    }),
    overLineSt: z.number().meta({
      description:
        'Where the pitch ends over the line along which it sank through the sentence, in semitones.',
    }),
  })
  .readonly()
  .meta({ id: 'StatementEnd' });

/** See {@link statementEnd}. */
export type StatementEnd = z.infer<typeof statementEnd>;

/** A word that stands out of its neighbours. */
export const stressedWord = z
  .object({
    word: wordIndex,
    startSec: seconds,
    endSec: seconds,
    prominence: z.number().meta({
      description:
        'Mean of how far pitch, loudness and length lie over the 5 s on both sides, in standard deviations.',
    }),
  })
  .readonly()
  .meta({ id: 'StressedWord' });

/** See {@link stressedWord}. */
export type StressedWord = z.infer<typeof stressedWord>;

/** A word whose stress and meaning do not fit together. */
export const stressMismatch = z
  .object({
    word: wordIndex,
    startSec: seconds,
    endSec: seconds,
    prominence: z.number(),
    kind: z
      .enum(['stressed-function-word', 'unstressed-number', 'unstressed-name', 'unstressed-key-word'])
      .meta({
        description:
          'stressed-function-word: a preposition, conjunction or particle stands out; the others: a word that carries ' +
          'the meaning passes by.',
      }),
  })
  .readonly()
  .meta({ id: 'StressMismatch' });

/** See {@link stressMismatch}. */
export type StressMismatch = z.infer<typeof stressMismatch>;

/** Which words are stressed, and whether it is those that matter. */
export const emphasis = z
  .object({
    stressed: z.array(stressedWord).readonly(),
    mismatches: z.array(stressMismatch).readonly(),
  })
  .readonly()
  .meta({ id: 'Emphasis' });

/** See {@link emphasis}. */
export type Emphasis = z.infer<typeof emphasis>;

/** What the voice does with the words. */
export const delivery = z
  .object({
    passages: z.union([z.array(voicePassage).readonly(), absent]),
    fadingPhrases: z.union([z.array(fadingPhrase).readonly(), absent]),
    statementEnds: z.union([z.array(statementEnd).readonly(), absent]),
    emphasis: z.union([emphasis, absent]),
  })
  .readonly()
  .meta({ id: 'Delivery' });

/** See {@link delivery}. */
export type Delivery = z.infer<typeof delivery>;
