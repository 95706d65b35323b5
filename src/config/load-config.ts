/** Loads the settings: the environment over `.env`, checked whole, so that every problem is told at once. */
import type { Locale } from '../errors/index.ts';
import { AppError, quoted } from '../errors/index.ts';
import type { ConfigMessages } from './messages.ts';
import { CONFIG_MESSAGES } from './messages.ts';
import type { Setting } from './setting.ts';
import type { ValuesOf } from './settings.ts';
import { SETTINGS } from './settings.ts';
import type { Finding, Layer, Origin } from './sources.ts';
import { findText, readEnvFile } from './sources.ts';
import { checkVariables } from './variable-check.ts';

/** Where to read from. */
export interface ConfigSource {
  /** The environment; it is read and never changed. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The path of a `.env` file; nothing happens when it is absent. Default: none is read. */
  readonly envFile?: string;
  /** The language of problems and warnings. Default: English. */
  readonly locale?: Locale;
}

/** One setting in force, ready to be shown. */
export interface ConfigEntry {
  readonly name: string;
  /** The value; `null` stands for a secret that is set, so that no one can print it. */
  readonly value: unknown;
  readonly secret: boolean;
  readonly origin: Origin;
  /** Where it was set, in words. */
  readonly originText: string;
  readonly about: string;
  readonly range: string;
}

/** What was loaded; all of it deeply frozen. */
export interface LoadedConfig<Settings extends readonly Setting[]> {
  readonly config: ValuesOf<Settings>;
  /** In the order of the settings. */
  readonly entries: readonly ConfigEntry[];
  /** Sentences for the owner: unknown variables, old names. */
  readonly warnings: readonly string[];
}

/**
 * Loads every setting of {@link SETTINGS}.
 *
 * @throws AppError `config-invalid` whose `problems` names each wrong variable, its value and the allowed range
 */
export function loadConfig(source: ConfigSource): LoadedConfig<typeof SETTINGS> {
  return loadSettings(SETTINGS, source);
}

/** {@link loadConfig} for any list of settings; the one with the key `dataFolder`, if any, comes first. */
export function loadSettings<const Settings extends readonly Setting[]>(
  settings: Settings,
  source: ConfigSource,
): LoadedConfig<Settings> {
  const { locale = 'en', envFile } = source;
  const messages = CONFIG_MESSAGES[locale];
  const problems: string[] = [];
  const layers: Layer[] = [{ from: 'environment', variables: source.env }];
  if (envFile !== undefined) {
    const variables = readEnvFile(envFile);
    if (variables === undefined) {
      problems.push(messages.envFileUnreadable(quoted(envFile)));
    } else {
      layers.push({ from: 'env-file', variables });
    }
  }

  const warnings: string[] = [];
  const values: Record<string, unknown> = {};
  const entries: ConfigEntry[] = [];
  for (const setting of settings) {
    const finding = findText(setting, layers);
    const reading = readValue(setting, finding, messages, locale);
    if (reading.problem !== undefined) {
      problems.push(reading.problem);
    }
    if (finding.state === 'found' && finding.name !== setting.name) {
      warnings.push(messages.renamedVariable(finding.name, setting.name));
    }
    const origin: Origin = finding.state === 'found' ? finding.origin : { from: 'default' };
    const { dataFolder } = values;
    const value =
      reading.value ??
      setting.default({ env: source.env, dataFolder: typeof dataFolder === 'string' ? dataFolder : '' });
    values[setting.key] = value;
    entries.push({
      name: setting.name,
      value: setting.secret ? null : value,
      secret: setting.secret,
      origin,
      originText: messages.origin(origin),
      about: setting.about[locale],
      range: setting.range[locale],
    });
  }
  if (problems.length > 0) {
    throw new AppError('config-invalid', { problems: problems.map((problem) => `  ${problem}`).join('\n') });
  }
  warnings.push(...checkVariables(settings, layers, messages));
  // Each key was filled above from its own setting's schema or default, which the compiler cannot follow.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return deepFreeze({ config: values as ValuesOf<Settings>, entries, warnings });
}

/** The value of one setting, or the problem with it, or neither when it is not set. */
function readValue(
  setting: Setting,
  finding: Finding,
  messages: ConfigMessages,
  locale: Locale,
): { readonly value?: unknown; readonly problem?: string } {
  switch (finding.state) {
    case 'unset':
      return {};
    case 'both-set':
      return { problem: messages.bothSet(finding.variable, finding.fileVariable) };
    case 'file-unreadable':
      return { problem: messages.valueFileUnreadable(finding.variable, quoted(finding.path)) };
    case 'found': {
      const parsed = setting.schema.safeParse(finding.text);
      if (parsed.success) {
        return { value: parsed.data };
      }
      const shown = setting.secret ? '***' : quoted(finding.text);
      return {
        problem: messages.wrongValue(
          finding.name,
          shown,
          messages.origin(finding.origin),
          setting.range[locale],
        ),
      };
    }
    default:
      return finding satisfies never;
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
