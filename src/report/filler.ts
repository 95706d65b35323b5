/** Filler words on the timeline: each with its function, how likely it is one here, and why. */
import { z } from 'zod';
import { filledPauseTrigger } from './filled-pauses.ts';
import { seconds } from './time-range.ts';

/**
 * What a filler does for its speaker, as linguists of Russian speech sort pragmatic markers (Bogdanova-Beglarian, ORD
 * corpus): `hesitation` gains time, `boundary` opens or closes a thought, `approximator` makes vague, `contact` turns to
 * the listener, `comment` speaks about the wording; `own` is a word of the owner's list.
 */
export const FILLER_KINDS = ['hesitation', 'boundary', 'approximator', 'contact', 'comment', 'own'] as const;

/** See {@link FILLER_KINDS}. */
export const fillerKind = z.enum(FILLER_KINDS).meta({ id: 'FillerKind' });

/** See {@link FILLER_KINDS}. */
export type FillerKind = z.infer<typeof fillerKind>;

/** Why the words were taken for a filler. A code once released keeps its meaning. */
export const FILLER_REASONS = [
  /** The phrase has no other sense. */
  'no-other-sense',
  /** It stands alone between pauses or marks. */
  'set-off',
  /** It opens a phrase in which it says nothing. */
  'opens-phrase',
  /** It trails at the end of a phrase. */
  'ends-phrase',
  /** It stands between words where its ordinary sense does not fit. */
  'between-words',
  /** It makes a number or an amount vague. */
  'before-number',
  /** It brings in what somebody said or thought. */
  'quotes',
  /** It follows another filler. */
  'chain',
  /** It asks for assent that nobody can give. */
  'tag',
  /** It is said again and again. */
  'repeated',
  /** It is held longer than a word needs. */
  'lengthened',
  /** The owner wants it counted. */
  'owner',
  /** It may as well have its ordinary sense. */
  'may-be-ordinary',
] as const;

/** See {@link FILLER_REASONS}. */
export const fillerReason = z.enum(FILLER_REASONS).meta({ id: 'FillerReason' });

/** See {@link FILLER_REASONS}. */
export type FillerReason = z.infer<typeof fillerReason>;

const wordIndex = z.number().int().min(0).meta({ description: "Index into the transcript's words." });

/** A filler word or phrase that was said. */
export const filler = z
  .object({
    text: z.string().meta({ description: 'The filler in its listed form, such as "you know".' }),
    firstWord: wordIndex,
    lastWord: wordIndex,
    startSec: seconds,
    endSec: seconds,
    counted: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether the numbers count it: those that are less likely are only shown.' }),
    score: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .meta({ description: 'How likely it is a filler here; counted from 0.6. Absent in old reports.' }),
    reason: fillerReason.optional(),
    kind: fillerKind.optional(),
    trigger: filledPauseTrigger
      .nullable()
      .optional()
      .meta({ description: 'What it stands at; null when nothing of the kind is near.' }),
  })
  .readonly()
  .meta({ id: 'Filler' });

/** See {@link filler}. */
export type Filler = z.infer<typeof filler>;
