/** The report: everything that was measured of one recording, as one document. */
import { z } from 'zod';
import { advice } from './advice.ts';
import { curve } from './curve.ts';
import { delivery } from './delivery.ts';
import { hesitations, restart } from './filled-pauses.ts';
import { filler } from './filler.ts';
import { missingPause, pause, paceStretch, phrasing } from './layers.ts';
import { measure } from './measure.ts';
import { notice } from './notice.ts';
import { plannedTalk } from './plan.ts';
import type { Absent } from './reason.ts';
import { absent } from './reason.ts';
import { timeRange } from './time-range.ts';
import { transcript } from './transcript.ts';
import { voiceParameters } from './voice-parameters.ts';
import { wording } from './wording.ts';

/** The version of the report's shape. It grows when a reader of the old shape could misread the new one. */
export const SCHEMA_VERSION = 1;

/** Facts about the recording that was analysed. */
export const recordingFacts = z
  .object({
    name: z.string().meta({ description: 'The file name that the owner gave, without its folder.' }),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().min(1),
    durationSec: z.number().min(0).meta({ description: 'Length of the sound that was decoded.' }),
    container: z.string(),
    codec: z.string(),
    sampleRateHz: z.number().int().min(1),
    channels: z.number().int().min(1),
  })
  .readonly()
  .meta({ id: 'RecordingFacts' });

/** See {@link recordingFacts}. */
export type RecordingFacts = z.infer<typeof recordingFacts>;

/** The thresholds that the analysis used. Two reports compare only when these are the same. */
export const analysisParameters = z
  .object({
    minPauseSec: z.number().positive().default(0.25).meta({
      description: 'The shortest silence that counts as a pause (Goldman-Eisler: 0.25 s).',
    }),
    longPauseSec: z
      .number()
      .positive()
      .default(2.5)
      .meta({ description: 'From here on a pause is called long.' }),
    phraseBreakSec: z.number().positive().default(1).meta({
      description: 'A pause of this length ends a phrase even without punctuation.',
    }),
    longInClausePauseSec: z.number().positive().default(1.2).meta({
      description: 'From here on a pause inside a clause is called long (VMU, HSE trainer: 1.2 s).',
    }),
    strategicPauseMinSec: z.number().positive().default(0.8).meta({
      description: 'The shortest pause that can set off a key point.',
    }),
    strategicPauseMaxSec: z.number().positive().default(3).meta({
      description: 'The longest one: strong speakers hold 2 to 3 s.',
    }),
    maxRunWords: z.number().int().positive().default(25).meta({
      description: 'More words than these without a pause: one is missing.',
    }),
    maxRunSec: z.number().positive().default(12).meta({
      description: 'Longer speech than this without a pause: one is missing.',
    }),
    paceWindowSec: z.number().positive().default(15).meta({
      description: 'The window in which the pace over time is measured.',
    }),
    paceStepSec: z.number().positive().default(5).meta({
      description: 'How far each window lies from the one before; wider in a talk of hours.',
    }),
    paceStretchSec: z.number().positive().default(20).meta({
      description: 'Longer than this outside the band, a stretch is called fast or slow.',
    }),
    rushedSec: z.number().positive().default(6).meta({
      description: 'The shortest passage that is called rushed.',
    }),
    openingSec: z.number().positive().default(60).meta({
      description: 'How long the opening of a talk is.',
    }),
    sensitiveWords: z.boolean().default(false).meta({
      description: 'Whether words are looked for that may hurt part of an audience.',
    }),
    ...voiceParameters,
  })
  .readonly()
  .meta({ id: 'AnalysisParameters' });

/** See {@link analysisParameters}. */
export type AnalysisParameters = z.infer<typeof analysisParameters>;

/** What a report of an earlier version says of the parts that came after it. */
const NOT_MEASURED_YET: Absent = { absent: 'not-measured-yet' };

/** The report of one recording. The same inputs make the same bytes. */
export const report = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    recording: recordingFacts,
    notices: z.array(notice).readonly(),
    metrics: z
      .record(z.string(), measure)
      .readonly()
      .meta({ description: 'By the id of the metric registry.' }),
    speech: z.array(timeRange).readonly().meta({ description: 'Where somebody speaks.' }),
    curves: z
      .record(z.string(), z.union([curve, absent]))
      .readonly()
      .default({})
      .meta({ description: 'By the id of the metric that each shows over time.' }),
    pauses: z.union([z.array(pause).readonly(), absent]),
    missingPauses: z
      .union([z.array(missingPause).readonly(), absent])
      .default(NOT_MEASURED_YET)
      .meta({ description: 'Where a pause would help.' }),
    paceStretches: z.union([z.array(paceStretch).readonly(), absent]).default(NOT_MEASURED_YET),
    plan: z.union([plannedTalk, absent]).default(NOT_MEASURED_YET),
    phrases: z.union([phrasing, absent]),
    delivery: z.union([delivery, absent]).default(NOT_MEASURED_YET).meta({
      description: 'What the voice does with the words: passages, phrase ends, stress.',
    }),
    fillers: z.union([z.array(filler).readonly(), absent]),
    hesitations: z.union([hesitations, absent]).default(NOT_MEASURED_YET),
    restarts: z.union([z.array(restart).readonly(), absent]).default(NOT_MEASURED_YET),
    wording: z.union([wording, absent]).default(NOT_MEASURED_YET).meta({
      description: 'How the talk is worded.',
    }),
    advice: z.array(advice).readonly(),
    transcript: z.union([transcript, absent]),
    parameters: analysisParameters,
    stages: z.record(z.string(), z.number().int().min(1)).readonly().meta({
      description: 'The version of each stage that made this report.',
    }),
  })
  .readonly()
  .meta({ id: 'Report' });

/** See {@link report}. */
export type Report = z.infer<typeof report>;

/** The JSON Schema (draft 2020-12) of the report, made from the zod schema. */
export function reportJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(report, { target: 'draft-2020-12' });
}
