/** Why something is absent, or why a number is less sure than it could be: codes, put into words by `exports/`. */
import { z } from 'zod';

/** Every reason code. A code once released keeps its meaning. */
export const REASON_CODES = [
  /** Nobody speaks in the recording. */
  'no-speech',
  /** There is speech, but too little of it for this measurement. */
  'too-little-speech',
  /** The speech is in a language that the model does not know: nothing is counted from words. */
  'language-not-supported',
  /** The recogniser was less sure of these words than usual. */
  'recogniser-unsure',
  /** The owner named the language, but the recogniser hears little of it. */
  'language-doubtful',
  /** Word times are estimated, not measured. */
  'word-times-estimated',
  /** The recogniser gives no word times. */
  'no-word-times',
  /** The recogniser gives no punctuation, so sentences are unknown. */
  'no-punctuation',
  /** The recogniser tidies what it hears: some filler words may be missing. */
  'tidy-transcript',
  /** The sound is clipped, damaged, very quiet or of telephone quality. */
  'poor-sound',
  /** There is none of it in the recording, so it has no length or share. */
  'none-found',
  /** Key points were found by their words alone, not by how they were said. */
  'by-words-alone',
  /** The owner gave no plan of the talk. */
  'no-plan',
  /** Most sounds that may be filled pauses are not sure enough to be counted. */
  'sounds-doubtful',
  /** The sound itself was not measured: there are words and speech, but no tracks. */
  'no-tracks',
  /** The sound has clearly more or fewer syllables than the words that were heard. */
  'nuclei-disagree',
  /** There are ways to find it, but no test on known recordings has shown yet that what they find is there. */
  'not-proven',
  /** The owner has not asked for it. */
  'switched-off',
  /** Where sentences end was printed by the recogniser, not heard. */
  'sentences-by-punctuation',
  /** This product does not measure it yet. */
  'not-measured-yet',
] as const;

/** See {@link REASON_CODES}. */
export const reasonCode = z.enum(REASON_CODES).meta({ id: 'ReasonCode' });

/** See {@link REASON_CODES}. */
export type ReasonCode = z.infer<typeof reasonCode>;

/** Something that could not be had, with the reason: never a zero or a default in its place. */
export const absent = z
  .object({ absent: reasonCode })
  .readonly()
  .meta({ id: 'Absent', description: 'Not measured, with the reason.' });

/** See {@link absent}. */
export type Absent = z.infer<typeof absent>;

/** What is absent for one of some reasons only. */
export interface AbsentFor<R extends ReasonCode> extends Absent {
  readonly absent: R;
}
