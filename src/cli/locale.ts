/** The language of messages: `--lang` over LC_ALL over LC_MESSAGES over LANG, as POSIX orders them. */
import type { Locale } from '../errors/index.ts';

/** What decides about the language. */
export interface LocaleFacts {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What was found: the language, and the value of `--lang` when it names none that exists. */
export interface LocaleChoice {
  readonly locale: Locale;
  readonly wrongOption?: string;
}

/**
 * Chooses the language. It must be known before the command line is parsed, for the help and the errors of the
 * parser are in it, so the option is looked for here first. Default: English.
 */
export function chooseLocale({ argv, env }: LocaleFacts): LocaleChoice {
  const fromEnvironment = localeOfEnvironment(env);
  const option = findLangOption(argv);
  if (option === undefined) {
    return { locale: fromEnvironment };
  }
  return option === 'en' || option === 'ru'
    ? { locale: option }
    : { locale: fromEnvironment, wrongOption: option };
}

function localeOfEnvironment(env: LocaleFacts['env']): Locale {
  const name = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^ru(?:[_.@-]|$)/i.test(name) ? 'ru' : 'en';
}

/** The value of the last `--lang X` or `--lang=X` before `--`; one without a value is left to the parser. */
function findLangOption(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  const inline = words.findLastIndex((word) => word.startsWith('--lang='));
  const apart = words.findLastIndex((word, index) => word === '--lang' && index + 1 < words.length);
  if (inline === -1 && apart === -1) {
    return undefined;
  }
  return inline > apart ? words[inline]?.slice('--lang='.length) : words[apart + 1];
}
