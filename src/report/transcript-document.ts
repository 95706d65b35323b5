/** The transcript of a recording as a document of its own: the part of a report that was heard, not measured. */
import { z } from 'zod';
import { notice } from './notice.ts';
import { absent } from './reason.ts';
import { SCHEMA_VERSION, recordingFacts } from './report.ts';
import { transcript } from './transcript.ts';

/** Its fields are those of the report, so that a reader of one reads the other. */
export const transcriptDocument = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    recording: recordingFacts,
    notices: z.array(notice).readonly(),
    transcript: z.union([transcript, absent]),
  })
  .readonly()
  .meta({ id: 'TranscriptDocument' });

/** See {@link transcriptDocument}. */
export type TranscriptDocument = z.infer<typeof transcriptDocument>;
