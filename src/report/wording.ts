/** The wording of a talk: weak words, sentence openings, repetition, what needs explaining, what could go. */
import { z } from 'zod';
import { absent } from './reason.ts';
import { seconds } from './time-range.ts';

const wordIndex = z.number().int().min(0).meta({ description: "Index into the transcript's words." });
const place = { firstWord: wordIndex, lastWord: wordIndex, startSec: seconds, endSec: seconds };

/** A passage that the wording layer points at. */
export const wordingPlace = z.object(place).readonly().meta({ id: 'WordingPlace' });

/** See {@link wordingPlace}. */
export type WordingPlace = z.infer<typeof wordingPlace>;

const hedge = z
  .object({
    text: z.string(),
    ...place,
    clustered: z
      .boolean()
      .meta({ description: 'Whether other weak words stand close: only then it counts against.' }),
  })
  .readonly();

const starter = z
  .object({
    text: z.string(),
    count: z.number().int().min(1),
    share: z.number().min(0).max(1).meta({ description: 'Of the sentences that were counted.' }),
    words: z.array(wordIndex).readonly().meta({ description: 'First words of these sentences.' }),
  })
  .readonly();

const repetition = z
  .object({
    text: z.string().meta({ description: 'The form that is said most often.' }),
    count: z.number().int().min(1),
    share: z.number().min(0).max(1).meta({ description: 'Of the content words.' }),
    words: z.array(wordIndex).readonly(),
  })
  .readonly();

const repeatedPhrase = z
  .object({ text: z.string(), count: z.number().int().min(2), places: z.array(wordingPlace).readonly() })
  .readonly();

const figure = z
  .object({
    kind: z.enum(['anaphora', 'triad']).meta({
      description: 'anaphora: three or more units that open alike; triad: three short parallel parts.',
    }),
    text: z.string().meta({ description: 'The words that return.' }),
    ...place,
    parts: z.number().int().min(3),
  })
  .readonly();

const unexplained = z
  .object({
    text: z.string(),
    kind: z.enum(['abbreviation', 'jargon']),
    instead: z.string().optional().meta({ description: 'A plain word for it, where one is listed.' }),
    ...place,
  })
  .readonly();

const removable = z
  .object({
    text: z.string(),
    kind: z.enum(['filler', 'intensifier', 'pleonasm', 'doubled-hedge']),
    instead: z
      .string()
      .optional()
      .meta({ description: 'What says the same in fewer words; absent: nothing has to.' }),
    words: z.number().int().min(1).meta({ description: 'Spoken words that can go.' }),
    ...place,
  })
  .readonly();

const sensitiveWord = z.object({ text: z.string(), instead: z.string(), ...place }).readonly();

/** See the head of this file. Lists are in time order unless they say otherwise. */
export const wording = z
  .object({
    hedges: z.array(hedge).readonly(),
    starters: z
      .union([z.array(starter).readonly(), absent])
      .meta({ description: 'The five most frequent, first the top one.' }),
    repetitions: z
      .array(repetition)
      .readonly()
      .meta({ description: 'The ten most frequent, without topic words.' }),
    repeatedPhrases: z
      .array(repeatedPhrase)
      .readonly()
      .meta({ description: 'The ten that cost most words.' }),
    figures: z.array(figure).readonly().meta({ description: 'Repetition on purpose: no fault, a strength.' }),
    longSentences: z.union([z.array(wordingPlace).readonly(), absent]),
    unexplained: z.array(unexplained).readonly(),
    passives: z.union([z.array(wordingPlace).readonly(), absent]),
    nominals: z.array(wordIndex).readonly(),
    removable: z.array(removable).readonly(),
    sensitive: z.union([z.array(sensitiveWord).readonly(), absent]),
  })
  .readonly()
  .meta({ id: 'Wording' });

/** See {@link wording}. */
export type WordingLayer = z.infer<typeof wording>;
