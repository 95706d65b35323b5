/** What a setting is, and the check that its default fits its schema. */
import type { z } from 'zod';
import type { Locale } from '../errors/index.ts';

/** What a default may depend on. */
export interface DefaultFacts {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The data folder in force, absolute. Of no use to the setting of the data folder itself. */
  readonly dataFolder: string;
}

/** A variable that was read for the same purpose before. */
export interface OldName {
  readonly name: string;
  /** Its values, when they are called otherwise now. Absent: they are still the same. */
  readonly values?: OldValues;
}

/** How the values of an old name are understood. */
export interface OldValues {
  /** What each is now, by its lower-case spelling. */
  readonly now: Readonly<Record<string, string>>;
  /** What to set instead of any other: a sentence. The default is in force then. */
  readonly instead: Readonly<Record<Locale, string>>;
}

/** One setting, described once for the loader, the printed list and the documentation. */
export interface Setting<Key extends string = string, Value = unknown> {
  /** Its field in the config. */
  readonly key: Key;
  /** The environment variable. */
  readonly name: string;
  /** Variables that are read when `name` is not set, each with a warning. */
  readonly oldNames: readonly OldName[];
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
