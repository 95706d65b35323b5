/** What a setting is, and the check that its default fits its schema. */
import type { z } from 'zod';
import type { Locale } from '../errors/index.ts';

/** What a default may depend on. */
export interface DefaultFacts {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The data folder in force, absolute. Of no use to the setting of the data folder itself. */
  readonly dataFolder: string;
}

/** One setting, described once for the loader, the printed list and the documentation. */
export interface Setting<Key extends string = string, Value = unknown> {
  /** Its field in the config. */
  readonly key: Key;
  /** The environment variable. */
  readonly name: string;
  /** Variables that are read when `name` is not set, each with a warning. */
  readonly oldNames: readonly string[];
  /** Takes the text that was set, gives the value. */
  readonly schema: z.ZodType<Value, string>;
  /** What is allowed, in words that follow "allowed:". */
  readonly range: Readonly<Record<Locale, string>>;
  /** Whether the value must never be printed. */
  readonly secret: boolean;
  /** What it is for, one sentence. */
  readonly about: Readonly<Record<Locale, string>>;
  /** The value when nothing is set. */
  readonly default: (facts: DefaultFacts) => Value;
}

/** A setting as it is written down: nothing secret and no old name unless it says so. */
type SettingDraft<Key extends string, Value> = Omit<Setting<Key, Value>, 'oldNames' | 'secret'> &
  Partial<Pick<Setting<Key, Value>, 'oldNames' | 'secret'>>;

/** Completes a setting; the compiler holds its default to its schema. */
export function defineSetting<const Key extends string, const Value>(
  draft: SettingDraft<Key, Value>,
): Setting<Key, Value> {
  return Object.freeze({ oldNames: [], secret: false, ...draft });
}
