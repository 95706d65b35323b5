/** Hesitations on the timeline: filled pauses, lengthened word ends, restarts, and the places where they cluster. */
import { z } from 'zod';
import { seconds } from './time-range.ts';

const wordIndex = z.number().int().min(0).meta({ description: "Index into the transcript's words." });

/** What a held sound is like: "uh", "mm", or the one that closes into the other, "um". */
export const filledPauseKind = z
  .enum(['vowel', 'nasal', 'vowel-nasal'])
  .meta({ id: 'FilledPauseKind', description: 'vowel: uh, э-э; nasal: mm, м-м; vowel-nasal: um, э-эм.' });

/** See {@link filledPauseKind}. */
export type FilledPauseKind = z.infer<typeof filledPauseKind>;

/** Every sign that speaks for a filled pause. A code once released keeps its meaning. */
export const FILLED_PAUSE_SIGNS = [
  /** No word, as the recogniser timed it, covers the sound. */
  'no-word',
  /** A word covers it, but is far longer than its syllables take in this voice. */
  'stretched-word',
  /** The recogniser wrote a sound of hesitation there. */
  'written',
  /** The spectrum stands still. */
  'steady-sound',
  /** The pitch stands still. */
  'steady-pitch',
  /** It lasts far longer than a syllable. */
  'long',
  /** There is silence before it, after it, or both. */
  'set-off',
] as const;

/** See {@link FILLED_PAUSE_SIGNS}. */
export const filledPauseSign = z.enum(FILLED_PAUSE_SIGNS).meta({ id: 'FilledPauseSign' });

/** See {@link FILLED_PAUSE_SIGNS}. */
export type FilledPauseSign = z.infer<typeof filledPauseSign>;

/** What a filled pause stands at, in the order in which they are looked for. */
export const FILLED_PAUSE_TRIGGERS = ['after-question', 'new-thought', 'number', 'long-word'] as const;

/** See {@link FILLED_PAUSE_TRIGGERS}. */
export const filledPauseTrigger = z.enum(FILLED_PAUSE_TRIGGERS).meta({
  id: 'FilledPauseTrigger',
  description:
    'after-question: a question was just asked; new-thought: a sentence begins; number, long-word: that is what comes next.',
});

/** See {@link filledPauseTrigger}. */
export type FilledPauseTrigger = z.infer<typeof filledPauseTrigger>;

/** A sound such as "uh", "um", «э-э», «м-м», found in the recording itself. */
export const filledPause = z
  .object({
    startSec: seconds,
    endSec: seconds,
    kind: filledPauseKind,
    confidence: z.number().min(0).max(1).meta({ description: 'How likely it is one, 0 to 1.' }),
    counted: z
      .boolean()
      .meta({ description: 'Whether the numbers count it: those that are less likely are only shown.' }),
    signs: z.array(filledPauseSign).readonly(),
    afterWord: wordIndex
      .nullable()
      .meta({ description: 'The last spoken word before it; null when none is.' }),
    beforeWord: wordIndex
      .nullable()
      .meta({ description: 'The first spoken word after it; null when none is.' }),
    trigger: filledPauseTrigger.nullable().meta({ description: 'null when nothing of the kind is near.' }),
  })
  .readonly()
  .meta({ id: 'FilledPause' });

/** See {@link filledPause}. */
export type FilledPause = z.infer<typeof filledPause>;

/** A word whose last vowel or sonorant is held. */
export const lengthening = z
  .object({
    startSec: seconds,
    endSec: seconds,
    word: wordIndex,
    times: z
      .number()
      .min(1)
      .meta({ description: 'How many times as long as word ends usually are in this voice.' }),
  })
  .readonly()
  .meta({ id: 'Lengthening' });

/** See {@link lengthening}. */
export type Lengthening = z.infer<typeof lengthening>;

/** Words that are said again, or a word that is broken off. */
export const restart = z
  .object({
    startSec: seconds,
    endSec: seconds,
    kind: z.enum(['repeat', 'cut']).meta({
      description: 'repeat: the same word or words twice or more; cut: a word that was not finished.',
    }),
    firstWord: wordIndex,
    lastWord: wordIndex,
  })
  .readonly()
  .meta({ id: 'Restart' });

/** See {@link restart}. */
export type Restart = z.infer<typeof restart>;

/** A place with many fillers, sounds and words together. */
export const fillerCluster = z
  .object({ startSec: seconds, endSec: seconds, fillers: z.number().int().min(1) })
  .readonly()
  .meta({ id: 'FillerCluster' });

/** See {@link fillerCluster}. */
export type FillerCluster = z.infer<typeof fillerCluster>;

/** Where the voice hesitates. */
export const hesitations = z
  .object({
    filledPauses: z.array(filledPause).readonly(),
    lengthenings: z.array(lengthening).readonly(),
    clusters: z.array(fillerCluster).readonly(),
  })
  .readonly()
  .meta({ id: 'Hesitations' });

/** See {@link hesitations}. */
export type Hesitations = z.infer<typeof hesitations>;
