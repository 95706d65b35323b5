/** The report: everything that was measured of one recording, as one document. */
import { z } from 'zod';
import { advice } from './advice.ts';
import { filler, pause, phrasing } from './layers.ts';
import { measure } from './measure.ts';
import { notice } from './notice.ts';
import { absent } from './reason.ts';
import { timeRange } from './time-range.ts';
import { transcript } from './transcript.ts';

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
  })
  .readonly()
  .meta({ id: 'AnalysisParameters' });

/** See {@link analysisParameters}. */
export type AnalysisParameters = z.infer<typeof analysisParameters>;

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
    pauses: z.union([z.array(pause).readonly(), absent]),
    phrases: z.union([phrasing, absent]),
    fillers: z.union([z.array(filler).readonly(), absent]),
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
