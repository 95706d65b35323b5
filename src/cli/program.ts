/** The command line as the parser sees it: commands, options, and their help in the chosen language. */
import { Command } from 'commander';
import type { ModelsCall } from './program-models.ts';
import { addModelCommands } from './program-models.ts';
import type { CliTexts } from './texts/en.ts';

/** What the parser is built from. */
export interface ProgramOptions {
  readonly texts: CliTexts;
  readonly version: string;
  /** Columns that help may take. */
  readonly columns: number;
  /** Takes help and version. */
  readonly write: (text: string) => void;
  /** Runs what was asked for. */
  readonly onCommand: (call: CommandCall) => Promise<void>;
}

/** A command with what was given to it; options are checked by the command itself. */
export type CommandCall =
  | {
      readonly name: 'analyze' | 'transcribe';
      readonly files: readonly string[];
      readonly options: Readonly<Record<string, unknown>>;
    }
  | { readonly name: 'doctor' | 'config'; readonly options: Readonly<Record<string, unknown>> }
  | ModelsCall;

/** The narrowest help that can still be read. */
const MIN_HELP_COLUMNS = 50;
/** Wider lines are hard to read. */
const MAX_HELP_COLUMNS = 110;

/** Builds the parser. It never ends the process: it throws what commander throws, for help and version too. */
export function createProgram({ texts, version, columns, write, onCommand }: ProgramOptions): Command {
  const program = new Command('speech-coach')
    .description(texts.about)
    .usage(texts.usageOf.program)
    .exitOverride()
    .configureOutput({
      writeOut: write,
      writeErr: write,
      // Errors are thrown too; they are put into the chosen language where they are caught.
      outputError: () => {},
      getOutHelpWidth: () => Math.min(MAX_HELP_COLUMNS, Math.max(MIN_HELP_COLUMNS, columns)),
      getOutHasColors: () => false,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => translateTitle(title, texts),
      // The default has an English placeholder in it.
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
    })
    .version(version, '-V, --version', texts.help.version)
    .option('--lang <en|ru>', texts.help.lang)
    .helpOption('-h, --help', texts.help.helpOption)
    .helpCommand(texts.help.helpCommand, texts.help.helpCommandAbout)
    .addHelpText('after', `\n${texts.help.examples}\n\n${texts.help.exitCodes}`);

  addRecordingCommand(program, 'analyze', texts, onCommand);
  addRecordingCommand(program, 'transcribe', texts, onCommand);
  addModelCommands(program, texts, onCommand);
  for (const name of ['doctor', 'config'] as const) {
    program
      .command(name)
      .description(texts.commands[name])
      .usage(texts.usageOf.plain)
      .option('--json', texts.options.jsonList)
      .action((options: Record<string, unknown>) => onCommand({ name, options }));
  }
  return program;
}

function addRecordingCommand(
  program: Command,
  name: 'analyze' | 'transcribe',
  texts: CliTexts,
  onCommand: ProgramOptions['onCommand'],
): void {
  const { files } = texts.arguments;
  const { language, model, yes, allowUpload, plan, format, out, threads, quiet, json } = texts.options;
  const isReport = name === 'analyze';
  program
    .command(name)
    .description(texts.commands[name])
    .usage(texts.usageOf.recordings)
    .argument(`<${files.name}...>`, files.about)
    .option(`--language <${language.value}>`, language.about)
    .option(`--model <${model.value}>`, model.about)
    .option('--yes', yes)
    .option('--allow-upload', allowUpload)
    .option(`--plan <${plan.value}>`, plan.about)
    .option(`--format <${format.value}>`, format.about(isReport ? 'text' : 'txt'), collect)
    .option(`--out <${out.value}>`, out.about(isReport ? 'NAME.report.EXT' : 'NAME.EXT'))
    .option(`--threads <${threads.value}>`, threads.about)
    .option('--quiet', quiet)
    .option('--json', json)
    .action((given: string[], options: Record<string, unknown>) =>
      onCommand({ name, files: given, options }),
    );
}

/** A repeatable option keeps all its values. */
function collect(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}

function translateTitle(title: string, { help }: CliTexts): string {
  switch (title) {
    case 'Usage:':
      return help.usage;
    case 'Arguments:':
      return help.arguments;
    case 'Options:':
      return help.options;
    case 'Global Options:':
      return help.globalOptions;
    case 'Commands:':
      return help.commands;
    default:
      return title;
  }
}
