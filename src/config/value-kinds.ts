/** The kinds of values that settings have: how a text becomes a value, and the allowed range in words. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Locale } from '../errors/index.ts';

/** What has a scheme, such as `ftp://`, is never the name of a folder. */
const NO_ADDRESS = /^(?!\s*[a-z][a-z0-9+.-]*:\/\/)/i;

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

/** A length in seconds, whole or with a decimal point, with both ends of the range allowed. */
export function seconds(min: number, max: number): ValueKind<number> {
  return {
    schema: z
      .string()
      .trim()
      .regex(/^\d{1,6}(?:\.\d{1,6})?$/)
      .transform(Number)
      .pipe(z.number().min(min).max(max)),
    range: { en: `seconds from ${min} to ${max}`, ru: `секунды от ${min} до ${max}` },
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

/** The name of a model, in lower case; `auto` is one too. */
export function modelName(): ValueKind<string> {
  return {
    schema: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/),
    range: { en: 'auto or the name of a model', ru: 'auto или имя модели' },
  };
}

/** Any text on one line. */
export function plainText(): ValueKind<string> {
  return {
    schema: z
      .string()
      .trim()
      .regex(/^\P{Cc}{1,4096}$/u),
    range: { en: 'text on one line', ru: 'текст в одну строку' },
  };
}

/** The address of a server, without a slash at its end. A password in it would be printed with the settings. */
export function address(): ValueKind<string> {
  return {
    schema: z
      .string()
      .trim()
      .refine(isWebAddress)
      .transform((text) => text.replace(/\/+$/, '')),
    range: {
      en: 'an http or https address without a user name or password in it',
      ru: 'адрес http или https без имени пользователя и пароля',
    },
  };
}

/** The address of a server as {@link address} has it, or a folder as {@link folder} has it. */
export function addressOrFolder(): ValueKind<string> {
  const [web, local] = [address(), folder()];
  return {
    schema: z.union([web.schema, z.string().regex(NO_ADDRESS).pipe(local.schema)]),
    range: {
      en: `${web.range.en}, or ${local.range.en}`,
      ru: `${web.range.ru} или ${local.range.ru}`,
    },
  };
}

/** A value that need not be there: undefined is its default. */
export function optional<Value>({ schema, range }: ValueKind<Value>): ValueKind<Value | undefined> {
  return { schema, range };
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/** Nobody expands `~` in a `.env` file, and a folder named `~` is never meant. */
function withoutTilde(path: string): string {
  return path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(1)) : path;
}
