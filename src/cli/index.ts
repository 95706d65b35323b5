/** The command line: one run from its arguments to its exit code. Each command is loaded when it is called. */
import packageJson from '../../package.json' with { type: 'json' };
import type { Locale } from '../errors/index.ts';
import { isAppError, quoted } from '../errors/index.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { describeFailure, failureText } from './failure-text.ts';
import type { CliIo, CommandContext } from './io.ts';
import { terminalColumns } from './io.ts';
import { chooseLocale } from './locale.ts';
import type { CommandCall } from './program.ts';
import { createProgram } from './program.ts';
import { createStandardOutput } from './standard-output.ts';
import type { CliTexts } from './texts/en.ts';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';
import { readParseEnd, usageError } from './usage-error.ts';

export { EXIT } from './exit-codes.ts';
export type { ExitCode } from './exit-codes.ts';
export { listenForInterrupt } from './interrupt.ts';
export type { Interrupt, SignalSource } from './interrupt.ts';
export type { CliIo } from './io.ts';

/**
 * Runs one command line; never throws. Everything that it started is ended when it resolves.
 *
 * @param argv the arguments, without the program's own name
 */
export async function run(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const { locale, wrongOption } = chooseLocale({ argv, env: io.env });
  const texts = textsOf(locale);
  const output = createStandardOutput(io.stdout, io.interrupt);
  const context: CommandContext = {
    io,
    locale,
    texts,
    signal: AbortSignal.any([io.interrupt, output.readerLeft]),
    print: output.print,
  };
  // Nobody can be told that standard error is gone.
  io.stderr.on('error', ignore);
  try {
    if (wrongOption !== undefined) {
      throw usageError(texts.usage.wrongValue('--lang', quoted(wrongOption), 'en, ru'));
    }
    return await parseAndRun(argv, context);
  } catch (error) {
    if (output.readerLeft.aborted && !io.interrupt.aborted) {
      return EXIT.ok;
    }
    // An abort surfaces in many shapes; the wish to stop is what the user knows.
    const cause: unknown = io.interrupt.aborted ? io.interrupt.reason : error;
    tellFailure(cause, argv, context);
    return exitCodeOf(cause);
  } finally {
    output.close();
  }
}

/** Tells an error that nobody caught, as any other: a fault of the program shows no stack unless it is asked for. */
export function tellCrash(error: unknown, argv: readonly string[], io: Pick<CliIo, 'stderr' | 'env'>): void {
  const { locale } = chooseLocale({ argv, env: io.env });
  tellFailure(error, argv, { io, locale, texts: textsOf(locale) });
}

function textsOf(locale: Locale): CliTexts {
  return locale === 'ru' ? ru : en;
}

async function parseAndRun(argv: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { io, texts, print } = context;
  let shown = '';
  let exitCode: ExitCode = EXIT.ok;
  const program = createProgram({
    texts,
    version: packageJson.version,
    columns: terminalColumns(io.stdout),
    write: (text) => {
      shown += text;
    },
    onCommand: async (call) => {
      exitCode = await runCommand(call, context);
    },
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    const end = readParseEnd(error, texts);
    switch (end?.kind) {
      case 'shown':
        await print(shown);
        return EXIT.ok;
      case 'help-needed':
        io.stderr.write(shown);
        return EXIT.usage;
      case 'wrong':
        throw end.error;
      case undefined:
        throw error;
      default:
        return end satisfies never;
    }
  }
}

async function runCommand(call: CommandCall, context: CommandContext): Promise<ExitCode> {
  switch (call.name) {
    case 'analyze':
    case 'transcribe': {
      const { processRecordings } = await import('./recordings.ts');
      return processRecordings(call.name === 'analyze' ? 'report' : 'transcript', call, context);
    }
    case 'doctor': {
      const { examine } = await import('./doctor.ts');
      return examine(call.options, context);
    }
    case 'config': {
      const { showConfig } = await import('./config.ts');
      return showConfig(call.options, context);
    }
    case 'models': {
      const { runModels } = await import('./models/models.ts');
      return runModels(call, context);
    }
    default:
      return call satisfies never;
  }
}

/** Tells an error that ended the run: as text, or as an event when the caller is a program. */
function tellFailure(
  error: unknown,
  argv: readonly string[],
  {
    io,
    locale,
    texts,
  }: Pick<CommandContext, 'locale' | 'texts'> & { readonly io: Pick<CliIo, 'stderr' | 'env'> },
): void {
  const description = describeFailure(error, locale);
  const cancelled = description.code === 'cancelled';
  const { stderr } = io;
  if (argv.includes('--json')) {
    const event = cancelled ? { event: 'cancelled' } : { event: 'failed', error: description };
    stderr.write(`${JSON.stringify(event)}\n`);
  } else {
    stderr.write(cancelled ? `${description.message}\n` : failureText(description, texts));
  }
  const level = io.env['LOG_LEVEL']?.toLowerCase();
  if (!isAppError(error) && error instanceof Error && (level === 'debug' || level === 'trace')) {
    stderr.write(`${error.stack ?? error.message}\n`);
  }
}

function ignore(): void {}
