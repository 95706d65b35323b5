/** What is said about settings: problems that stop the start, warnings that do not, and where a value comes from. */
import type { Locale } from '../errors/index.ts';
import type { Origin } from './sources.ts';

/** The longest part of a wrong value that is shown. */
const MAX_SHOWN_LENGTH = 60;

/** The messages of one language. Values and paths come in ready to be shown: see {@link quoteValue}. */
export interface ConfigMessages {
  wrongValue(variable: string, shown: string, origin: string, range: string): string;
  bothSet(variable: string, fileVariable: string): string;
  valueFileUnreadable(variable: string, path: string): string;
  envFileUnreadable(path: string): string;
  unknownVariable(variable: string, origin: string, suggestion: string | undefined): string;
  renamedVariable(oldName: string, name: string): string;
  notUsedYet(variables: string): string;
  origin(origin: Origin): string;
}

const en: ConfigMessages = {
  wrongValue: (variable, shown, origin, range) => `${variable} is ${shown} (${origin}); allowed: ${range}`,
  bothSet: (variable, fileVariable) => `${variable} and ${fileVariable} are both set; set one of them`,
  valueFileUnreadable: (variable, path) => `${variable} names ${path}, which cannot be read`,
  envFileUnreadable: (path) => `${path} cannot be read`,
  unknownVariable: (variable, origin, suggestion) =>
    `There is no setting ${variable} (${origin}).${suggestion === undefined ? '' : ` Is ${suggestion} meant?`}`,
  renamedVariable: (oldName, name) => `${oldName} is now called ${name}; the old name still works.`,
  notUsedYet: (variables) => `Known, but not used yet: ${variables}.`,
  origin: (origin) => {
    switch (origin.from) {
      case 'default':
        return 'default';
      case 'environment':
        return 'environment';
      case 'env-file':
        return '.env';
      case 'value-file':
        return `file ${origin.path}`;
      default:
        return origin satisfies never;
    }
  },
};

const ru: ConfigMessages = {
  wrongValue: (variable, shown, origin, range) => `${variable} = ${shown} (${origin}); допустимо: ${range}`,
  bothSet: (variable, fileVariable) => `заданы и ${variable}, и ${fileVariable}; оставьте что-то одно`,
  valueFileUnreadable: (variable, path) => `${variable} указывает на ${path}, но этот файл не читается`,
  envFileUnreadable: (path) => `файл ${path} не читается`,
  unknownVariable: (variable, origin, suggestion) =>
    `Настройки ${variable} нет (${origin}).${suggestion === undefined ? '' : ` Может быть, ${suggestion}?`}`,
  renamedVariable: (oldName, name) => `${oldName} теперь называется ${name}; старое имя пока действует.`,
  notUsedYet: (variables) => `Эти настройки известны, но пока не используются: ${variables}.`,
  origin: (origin) => {
    switch (origin.from) {
      case 'default':
        return 'по умолчанию';
      case 'environment':
        return 'окружение';
      case 'env-file':
        return '.env';
      case 'value-file':
        return `файл ${origin.path}`;
      default:
        return origin satisfies never;
    }
  },
};

/** The messages of each language. */
export const CONFIG_MESSAGES: Readonly<Record<Locale, ConfigMessages>> = { en, ru };

/** A value as it is shown: quoted, shortened, and with nothing in it that a terminal would obey. */
export function quoteValue(text: string): string {
  const shortened = text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH)}…` : text;
  // JSON leaves these as they are, and a terminal does not.
  return JSON.stringify(shortened).replaceAll(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
