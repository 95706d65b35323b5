/** The kinds of values that settings have: how a text becomes a value, and the allowed range in words. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Locale } from '../errors/index.ts';

/** How the text of a setting becomes its value, and what is allowed. */
export interface ValueKind<Value> {
  /** Takes the text that was set, gives the value. */
  readonly schema: z.ZodType<Value, string>;
  /** What is allowed, in words that follow "allowed:". */
  readonly range: Readonly<Record<Locale, string>>;
}

/** A whole number, written in digits, with both ends of the range allowed. */
export function wholeNumber(min: number, max: number): ValueKind<number> {
  return {
    schema: z
      .string()
      .trim()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .pipe(z.int().min(min).max(max)),
    range: { en: `a whole number from ${min} to ${max}`, ru: `целое число от ${min} до ${max}` },
  };
}

/** Yes or no, in the spellings that people use, in any case. */
export function flag(): ValueKind<boolean> {
  return {
    schema: z
      .string()
      .trim()
      .pipe(z.stringbool({ truthy: ['true', '1', 'yes', 'on'], falsy: ['false', '0', 'no', 'off'] })),
    range: {
      en: 'true or false (also 1 or 0, yes or no, on or off)',
      ru: 'true или false (также 1/0, yes/no, on/off)',
    },
  };
}

/**
 * One of a few words, in any case.
 *
 * @param aliases other spellings that are understood, such as the names of another logging library
 */
export function choice<const Word extends string>(
  words: readonly [Word, ...Word[]],
  aliases: Readonly<Record<string, Word>> = {},
): ValueKind<Word> {
  return {
    schema: z
      .string()
      .trim()
      .toLowerCase()
      .transform((text) => (Object.hasOwn(aliases, text) ? aliases[text] : text))
      .pipe(z.enum(words)),
    range: { en: `one of ${words.join(', ')}`, ru: `одно из: ${words.join(', ')}` },
  };
}

/** A folder, made absolute from the working directory; a leading `~/` is the user's own folder. */
export function folder(): ValueKind<string> {
  return {
    schema: z.string().transform((text) => resolve(withoutTilde(text))),
    range: { en: 'the path of a folder', ru: 'путь к папке' },
  };
}

/** A program: a bare name is looked for in PATH, anything with a separator is a path. */
export function program(): ValueKind<string> {
  return {
    schema: z.string().transform((text) => (/[/\\]/.test(text) ? resolve(withoutTilde(text)) : text)),
    range: { en: 'the name or path of a program', ru: 'имя программы или путь к ней' },
  };
}

/** Nobody expands `~` in a `.env` file, and a folder named `~` is never meant. */
function withoutTilde(path: string): string {
  return path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(1)) : path;
}
