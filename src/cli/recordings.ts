/** `analyze` and `transcribe`: several recordings at once, results in the order given, a failure is one file's alone. */
import { basename, resolve } from 'node:path';
import { toPrintable } from '../errors/index.ts';
import type { AnalyzeOptions } from '../pipeline/index.ts';
import type { AnalysisParameters, Report, TalkPlan } from '../report/index.ts';
import { createLogger } from '../telemetry/index.ts';
import { runBatch } from './batch.ts';
import type { Composed } from './compose.ts';
import { compose } from './compose.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import { describeFailure } from './failure-text.ts';
import type { CommandContext } from './io.ts';
import { isTerminal, terminalColumns, wantsColor } from './io.ts';
import { nameOutputs } from './output-names.ts';
import { createJsonProgress } from './progress-json.ts';
import { createProgressLine } from './progress-line.ts';
import { createPlainProgress } from './progress-plain.ts';
import type { ProgressView } from './progress.ts';
import { readPlan } from './read-plan.ts';
import type { Product, RecordingRequest } from './recording-options.ts';
import { STDIN, readRequest } from './recording-options.ts';
import { printedText, resultText, textBetween } from './result-text.ts';
import { createFetchConsent } from './fetch-consent.ts';
import { readSettings } from './settings.ts';
import { makeFolder, writeWhole } from './write-file.ts';

/** What the parser found. */
export interface RecordingsCall {
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * Makes a report or a transcript of each recording.
 *
 * @returns `failed` when some file failed; its error was told, and the others went on
 * @throws AppError `usage-invalid`, `config-invalid`, or what stops the whole run
 */
export async function processRecordings(
  product: Product,
  { files, options }: RecordingsCall,
  context: CommandContext,
): Promise<ExitCode> {
  const { io, texts } = context;
  const request = readRequest(files, options, {
    product,
    cwd: io.cwd,
    stdinIsTerminal: io.stdin.isTTY === true,
    texts,
  });
  const names = request.files.map((file) => (file === STDIN ? texts.stdinName : file));
  const view = createView(request, names, context);
  const { config } = readSettings(context, view.warn);
  const pretty = !request.json && isTerminal(io.stderr, io.env);
  const logger = await createLogger({
    level: config.logLevel,
    format: config.logFormat === 'auto' ? (pretty ? 'pretty' : 'json') : config.logFormat,
    color: wantsColor(io.stderr, io.env),
    destination: { write: (line) => view.log(line) },
  });
  const app = compose(config, { logger, env: io.env, slots: request.slots });
  try {
    const mayFetch = createFetchConsent({
      always: request.yes || config.modelsAutoPull,
      // Another program, or nobody, reads what is printed.
      silent: request.json || request.quiet,
      context,
      aside: (write) => view.aside(write),
    });
    const plan = request.plan === undefined ? undefined : await readPlan(request.plan, io.cwd);
    const { minPauseSec, longPauseSec } = config;
    const parameters = { minPauseSec, longPauseSec };
    const model = request.model ?? (config.speechModel === 'auto' ? undefined : config.speechModel);
    const run = { product, request, names, context, app, view, mayFetch, model, plan, parameters };
    const failures = await runAll(run, (error) => {
      logger.debug({ module: 'cli', error }, 'a file failed');
    });
    return failures > 0 ? EXIT.failed : EXIT.ok;
  } finally {
    await app.close();
    view.close();
    await logger.close();
  }
}

interface Run {
  readonly product: Product;
  readonly request: RecordingRequest;
  readonly names: readonly string[];
  readonly context: CommandContext;
  readonly app: Composed;
  readonly view: ProgressView;
  readonly mayFetch: NonNullable<AnalyzeOptions['mayFetch']>;
  /** The name of the model; undefined: the best that is installed. */
  readonly model: string | undefined;
  readonly plan: TalkPlan | undefined;
  readonly parameters: Partial<AnalysisParameters>;
}

/** Runs all files; the number of those that failed. */
async function runAll(run: Run, onFailure: (error: unknown) => void): Promise<number> {
  const { request, names, context, view } = run;
  let failures = 0;
  let between = '';
  const delivery = await createDelivery(run);
  await runBatch({
    items: request.files,
    signal: context.signal,
    limit: run.app.slots,
    work: async (file, index, signal) => {
      view.start(index);
      try {
        const report = await analyzeFile(run, file, index, signal);
        const { written, printed } = await delivery.deliver(report, index, signal);
        view.end(index, { kind: 'done', written });
        return printed;
      } catch (error) {
        if (signal.aborted) {
          view.end(index, { kind: 'cancelled' });
          throw signal.reason;
        }
        failures += 1;
        onFailure(error);
        view.end(index, { kind: 'failed', error: describeFailure(error, context.locale, names[index]) });
        return '';
      }
    },
    take: async (printed) => {
      if (printed !== '') {
        await view.aside(() => context.print(between + printed));
        between = delivery.between;
      }
    },
  });
  return failures;
}

/** The report of one file; standard input is kept in a temporary file meanwhile. */
async function analyzeFile(run: Run, file: string, index: number, signal: AbortSignal): Promise<Report> {
  const { app, context, request, view, mayFetch, model, plan, parameters } = run;
  const { io } = context;
  const asked = {
    language: request.language,
    ...(model === undefined ? {} : { model }),
    parameters,
    ...(plan === undefined ? {} : { plan }),
    ...(request.allowUpload ? { upload: 'allowed' as const } : {}),
  };
  const onProgress = (progress: Parameters<ProgressView['update']>[1]): void => view.update(index, progress);
  const options = { signal, onProgress, mayFetch };
  if (file !== STDIN) {
    const path = resolve(io.cwd, file);
    return app.pipeline.analyze({ path, name: basename(file), ...asked }, options);
  }
  onProgress({ stage: 'receive', fraction: null });
  const name = context.texts.stdinName;
  const spooled = await app.scratch.spool(io.stdin, { signal, maxBytes: app.maxBytes, name });
  try {
    return await app.pipeline.analyze({ path: spooled.path, name, ...asked }, options);
  } finally {
    await spooled.dispose();
  }
}

/** How reports leave the run. */
interface Delivery {
  /** What becomes of one: files that were written, and what goes to standard output. */
  readonly deliver: (
    report: Report,
    index: number,
    signal: AbortSignal,
  ) => Promise<{ readonly written: readonly string[]; readonly printed: string }>;
  /** What stands between two of them on standard output. */
  readonly between: string;
}

async function createDelivery(run: Run): Promise<Delivery> {
  const { product, request, names, context } = run;
  const { io, locale } = context;
  const { outFolder, formats, json } = request;
  const format = json ? 'json' : (formats[0] ?? 'text');
  const print = (report: Report, index: number): string =>
    printedText(report, {
      product,
      format,
      locale,
      color: wantsColor(io.stdout, io.env),
      columns: terminalColumns(io.stdout),
      name: names[index] ?? '',
      count: names.length,
      jsonLines: json,
    });
  if (outFolder === undefined) {
    return {
      deliver: (report, index) => Promise.resolve({ written: [], printed: print(report, index) }),
      between: textBetween(format),
    };
  }
  // Before the work, which may take an hour.
  await makeFolder(outFolder);
  const taken = new Set(request.files.map((file) => resolve(io.cwd, file)));
  const outputs = nameOutputs({ names, formats, product, folder: outFolder, taken });
  return {
    deliver: async (report, index, signal) => {
      const written: string[] = [];
      for (const output of outputs[index] ?? []) {
        await writeWhole(output.path, resultText(report, output.format, product, locale), signal);
        written.push(output.path);
      }
      return {
        written,
        printed: json ? print(report, index) : written.map((path) => `${toPrintable(path)}\n`).join(''),
      };
    },
    between: '',
  };
}

function createView(
  { json, quiet }: RecordingRequest,
  names: readonly string[],
  { io, texts }: CommandContext,
): ProgressView {
  const { stderr: stream } = io;
  if (json) {
    return createJsonProgress({ stream, names, quiet });
  }
  return quiet || !isTerminal(stream, io.env)
    ? createPlainProgress({ stream, names, texts, quiet })
    : createProgressLine({ stream, names, texts });
}
