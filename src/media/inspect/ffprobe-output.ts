/** What is read of ffprobe's JSON. It describes an untrusted file: every field may be missing. */
import { z } from 'zod';

/** ffprobe writes most numbers as text. `N/A` and nonsense count as missing. */
const number = z.coerce.number().nonnegative().optional().catch(undefined);

const text = z.string().optional().catch(undefined);

const stream = z.object({
  index: z.number().int().nonnegative(),
  codec_type: text,
  codec_name: text,
  sample_rate: number,
  channels: number,
  duration: number,
  disposition: z.object({ default: number }).optional().catch(undefined),
  tags: z.record(z.string(), z.string()).optional().catch(undefined),
});

/** One stream of a {@link FfprobeOutput}. */
export type FfprobeStream = z.infer<typeof stream>;

const ffprobeOutput = z.object({
  streams: z.array(stream).catch([]),
  format: z.object({ format_name: z.string(), start_time: number, duration: number }),
});

/** The output of ffprobe with {@link FFPROBE_ENTRIES}. */
export type FfprobeOutput = z.infer<typeof ffprobeOutput>;

/** What ffprobe is asked for. */
export const FFPROBE_ENTRIES = [
  'format=format_name,start_time,duration',
  'stream=index,codec_type,codec_name,sample_rate,channels,duration',
  'stream_disposition=default',
  'stream_tags=DURATION',
].join(':');

/** ffprobe's text as an object; `null` when it is not what it should be. */
export function parseFfprobeOutput(json: string): FfprobeOutput | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const result = ffprobeOutput.safeParse(value);
  return result.success ? result.data : null;
}

/** Seconds of a Matroska tag such as `00:01:30.507000000`. */
export function parseClock(clock: string | undefined): number | undefined {
  const match = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(clock ?? '');
  return match === null ? undefined : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}
