/** Loads the settings: the environment over `.env`, checked whole, so that every problem is told at once. */
import type { Locale } from '../errors/index.ts';
import { AppError, quoted } from '../errors/index.ts';
import type { ConfigMessages } from './messages.ts';
import { CONFIG_MESSAGES } from './messages.ts';
import type { OldName, Setting } from './setting.ts';
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
  /** The value; `null` for a secret, so that no one can print it, and for what is set to nothing. */
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
    if (reading.warning !== undefined) {
      warnings.push(reading.warning);
    }
    const { value: found, origin = { from: 'default' } } = reading;
    const { dataFolder } = values;
    const value =
      found ??
      setting.default({ env: source.env, dataFolder: typeof dataFolder === 'string' ? dataFolder : '' });
    values[setting.key] = value;
    entries.push({
      name: setting.name,
      value: setting.secret ? null : (value ?? null),
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
  warnings.push(...checkVariables(settings, layers, messages, locale));
  // Each key was filled above from its own setting's schema or default, which the compiler cannot follow.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return deepFreeze({ config: values as ValuesOf<Settings>, entries, warnings });
}

/** What was made of a finding: a value with its origin, or a problem, or neither; and a warning. */
interface Reading {
  readonly value?: unknown;
  readonly origin?: Origin;
  readonly problem?: string;
  readonly warning?: string;
}

function readValue(setting: Setting, finding: Finding, messages: ConfigMessages, locale: Locale): Reading {
  switch (finding.state) {
    case 'unset':
      return {};
    case 'both-set':
      return { problem: messages.bothSet(finding.variable, finding.fileVariable) };
    case 'file-unreadable':
      return { problem: messages.valueFileUnreadable(finding.variable, quoted(finding.path)) };
    case 'found': {
      const { name, text, origin } = finding;
      const shown = setting.secret ? '***' : quoted(text);
      const oldName = setting.oldNames.find((old) => old.name === name);
      const current = currentText(text, oldName);
      if (current === undefined) {
        const instead = oldName?.values?.instead[locale] ?? '';
        return { warning: messages.oldValueUnknown(name, shown, messages.origin(origin), instead) };
      }
      const parsed = setting.schema.safeParse(current);
      if (!parsed.success) {
        const range = setting.range[locale];
        return { problem: messages.wrongValue(name, shown, messages.origin(origin), range) };
      }
      const value = { value: parsed.data, origin };
      if (oldName === undefined) {
        return value;
      }
      const warning =
        oldName.values === undefined
          ? messages.renamedVariable(name, setting.name)
          : messages.renamedValue(name, shown, `${setting.name}=${current}`);
      return { ...value, warning };
    }
    default:
      return finding satisfies never;
  }
}

/** A text as the setting has it today; undefined when an old name had it and there is nothing like it any more. */
function currentText(text: string, oldName: OldName | undefined): string | undefined {
  if (oldName?.values === undefined) {
    return text;
  }
  const { now } = oldName.values;
  const key = text.trim().toLowerCase();
  return Object.hasOwn(now, key) ? now[key] : undefined;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
