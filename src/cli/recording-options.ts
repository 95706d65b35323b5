/** The options of `analyze` and `transcribe`, checked together with the files before anything starts. */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { quoted } from '../errors/index.ts';
import type { ReportFormat } from '../exports/index.ts';
import { REPORT_FORMATS } from '../exports/index.ts';
import type { CliTexts } from './texts/en.ts';
import { usageError } from './usage-error.ts';

/** The name of standard input on the command line. */
export const STDIN = '-';

/** What is made of each recording. */
export type Product = 'report' | 'transcript';

const LANGUAGES = ['auto', 'en', 'ru'] as const;

/** A checked request. */
export interface RecordingRequest {
  /** As given; {@link STDIN} at most once. */
  readonly files: readonly string[];
  readonly language: (typeof LANGUAGES)[number];
  /** The name of a model; undefined: as the settings say. */
  readonly model: string | undefined;
  /** Whether a model that is missing is fetched without a question. */
  readonly yes: boolean;
  /** Whether the recording may be sent to the owner's transcription server. */
  readonly allowUpload: boolean;
  /** As given: the text of a plan, or the name of its file; undefined: none. */
  readonly plan: string | undefined;
  /** One or more, each once. Exactly one when there is no folder. */
  readonly formats: readonly ReportFormat[];
  /** Absolute; undefined: standard output. */
  readonly outFolder: string | undefined;
  /** Undefined: as the settings say. */
  readonly slots: number | undefined;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** What the parser hands over: texts that are still to be checked. */
const rawOptions = z.object({
  language: z.string().default('auto'),
  model: z.string().optional(),
  yes: z.boolean().default(false),
  allowUpload: z.boolean().default(false),
  plan: z.string().optional(),
  format: z.array(z.string()).default([]),
  out: z.string().optional(),
  threads: z.string().optional(),
  quiet: z.boolean().default(false),
  json: z.boolean().default(false),
});

const language = z.enum(LANGUAGES);
const format = z.enum(REPORT_FORMATS);

/** What the check needs to know besides the options. */
export interface RequestFacts {
  readonly product: Product;
  readonly cwd: string;
  readonly stdinIsTerminal: boolean;
  readonly texts: CliTexts;
}

/**
 * Checks what was given.
 *
 * @throws AppError `usage-invalid` that names the option, its value and what is allowed
 */
export function readRequest(
  files: readonly string[],
  options: Readonly<Record<string, unknown>>,
  { product, cwd, stdinIsTerminal, texts }: RequestFacts,
): RecordingRequest {
  const { usage } = texts;
  const raw = rawOptions.parse(options);
  const outFolder = raw.out === undefined ? undefined : resolve(cwd, raw.out);
  const formats = new Set(raw.format.map((given) => oneOf(format, '--format', given.toLowerCase(), texts)));
  const onlyJson = raw.json && outFolder === undefined;
  if (onlyJson && [...formats].some((each) => each !== 'json')) {
    throw usageError(usage.jsonIsJson);
  }
  if (formats.size === 0) {
    formats.add(raw.json ? 'json' : DEFAULT_FORMATS[product]);
  }
  if (outFolder === undefined) {
    if (formats.size > 1) {
      throw usageError(usage.formatsNeedOut);
    }
    if (files.length > 1 && (formats.has('srt') || formats.has('vtt'))) {
      throw usageError(usage.subtitlesNeedOut);
    }
  }
  // A shell makes it of a variable that is not set; as a path it would be the working folder.
  if (files.includes('')) {
    throw usageError(usage.emptyName);
  }
  if (files.filter((file) => file === STDIN).length > 1) {
    throw usageError(usage.stdinTwice);
  }
  if (files.includes(STDIN) && stdinIsTerminal) {
    throw usageError(usage.stdinIsTerminal);
  }
  return Object.freeze({
    files,
    language: oneOf(language, '--language', raw.language.toLowerCase(), texts),
    model: raw.model,
    yes: raw.yes,
    allowUpload: raw.allowUpload,
    plan: raw.plan,
    formats: [...formats],
    outFolder,
    slots: raw.threads === undefined ? undefined : readThreads(raw.threads, texts),
    quiet: raw.quiet,
    json: raw.json,
  });
}

const DEFAULT_FORMATS = { report: 'text', transcript: 'txt' } as const satisfies Record<
  Product,
  ReportFormat
>;

function oneOf<const Words extends Readonly<Record<string, string>>>(
  schema: z.ZodEnum<Words>,
  option: string,
  given: string,
  { usage }: CliTexts,
): z.output<z.ZodEnum<Words>> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw usageError(usage.wrongValue(option, quoted(given), schema.options.join(', ')));
  }
  return parsed.data;
}

function readThreads(given: string, { usage }: CliTexts): number {
  const max = availableParallelism();
  const threads = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (threads < 1 || threads > max) {
    throw usageError(usage.wrongValue('--threads', quoted(given), usage.wholeNumber(1, max)));
  }
  return threads;
}
