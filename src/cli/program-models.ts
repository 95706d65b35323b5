/** The command `models` as the parser sees it. */
import type { Command } from 'commander';
import { toPrintable } from '../errors/index.ts';
import type { SherpaKind } from '../speech/index.ts';
import type { CliTexts } from './texts/en.ts';
import { usageError } from './usage-error.ts';

/** What was asked for of `models`; names and options are checked by the command itself. */
export interface ModelsCall {
  readonly name: 'models';
  readonly action: 'list' | 'pull' | 'verify' | 'remove' | 'path' | 'add';
  /** The models, the folder: what stands behind the action. */
  readonly subjects: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a model can be said to be: a folder of Whisper's, or a kind that sherpa-onnx runs. */
const KINDS = [
  'ctranslate2',
  'nemo-ctc',
  'nemo-transducer',
  'transducer',
  'whisper',
  'omnilingual',
] as const satisfies readonly ('ctranslate2' | SherpaKind)[];

type Options = Readonly<Record<string, unknown>>;

/** Adds `models` with its commands. */
export function addModelCommands(
  program: Command,
  texts: CliTexts,
  onCommand: (call: ModelsCall) => Promise<void>,
): void {
  const { usageOf, modelCommands, modelHelp, arguments: given, options } = texts;
  const run = (
    action: ModelsCall['action'],
    subjects: readonly (string | undefined)[],
    chosen: Options,
  ): Promise<void> =>
    onCommand({
      name: 'models',
      action,
      subjects: subjects.filter((each) => each !== undefined),
      options: chosen,
    });
  const models = program.command('models').description(texts.commands.models).usage(usageOf.models);

  models
    .command('list', { isDefault: true })
    .description(modelCommands.list)
    .usage(usageOf.plain)
    // What is no command ends here, for this is what runs when none is named.
    .argument('[words...]')
    .option('--json', options.jsonList)
    .action((words: string[], chosen: Options) => {
      if (words.length > 0) {
        throw usageError(texts.usage.unknownCommand(toPrintable(`models ${words[0] ?? ''}`)));
      }
      return run('list', [], chosen);
    });
  models
    .command('pull')
    .description(modelCommands.pull)
    .usage(usageOf.modelNames)
    .argument(`<${given.modelOrAlias.name}...>`, given.modelOrAlias.about)
    .option(`--from <${options.from.value}>`, options.from.about)
    .option('--quiet', options.quietPull)
    .option('--json', options.jsonPull)
    .addHelpText('after', `\n${modelHelp.pull}`)
    .action((names: string[], chosen: Options) => run('pull', names, chosen));
  models
    .command('verify')
    .description(modelCommands.verify)
    .usage(usageOf.anyModelName)
    .argument(`[${given.model.name}]`, given.model.about)
    .option('--json', options.jsonList)
    .action((name: string | undefined, chosen: Options) => run('verify', [name], chosen));
  models
    .command('remove')
    .description(modelCommands.remove)
    .usage(usageOf.modelName)
    .argument(`<${given.model.name}>`, given.model.about)
    .option('--json', options.jsonList)
    .action((name: string, chosen: Options) => run('remove', [name], chosen));
  models
    .command('path')
    .description(modelCommands.path)
    .usage(usageOf.modelName)
    .argument(`<${given.model.name}>`, given.model.about)
    .action((name: string, chosen: Options) => run('path', [name], chosen));
  models
    .command('add')
    .description(modelCommands.add)
    .usage(usageOf.modelSource)
    .argument(`<${given.modelSource.name}>`, given.modelSource.about)
    .option(`--name <${options.addName.value}>`, options.addName.about)
    .option(`--language <${options.addLanguages.value}>`, options.addLanguages.about)
    .option(`--kind <${options.addKind.value}>`, options.addKind.about(KINDS.join(', ')))
    .option('--json', options.jsonList)
    .addHelpText('after', `\n${modelHelp.add}`)
    .action((source: string, chosen: Options) => run('add', [source], chosen));
}
