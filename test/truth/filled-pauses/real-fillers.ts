/** The hesitation sounds of the shared recordings of spontaneous speech, which were located by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { TimeRange } from '../../../src/report/index.ts';

const located = z.object({
  recording: z.string(),
  sound: z.string(),
  startSec: z.number(),
  endSec: z.number(),
  how: z.string(),
});

const shape = z.object({ about: z.string(), fillers: z.array(located), unlisted: z.array(located) });

/** By recording, in order; what no transcript lists is included. */
export function realFillers(): ReadonlyMap<string, readonly TimeRange[]> {
  const path = join(import.meta.dirname, 'real-fillers.json');
  const { fillers, unlisted } = shape.parse(JSON.parse(readFileSync(path, 'utf8')));
  return Map.groupBy([...fillers, ...unlisted], ({ recording }) => recording);
}
