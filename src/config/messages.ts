/** What is said about settings: problems that stop the start, warnings that do not, and where a value comes from. */
import type { Locale } from '../errors/index.ts';
import type { Origin } from './sources.ts';

/** The messages of one language. Values and paths come in quoted and printable. */
export interface ConfigMessages {
  wrongValue(variable: string, shown: string, origin: string, range: string): string;
  bothSet(variable: string, fileVariable: string): string;
  valueFileUnreadable(variable: string, path: string): string;
  envFileUnreadable(path: string): string;
  unknownVariable(variable: string, origin: string, suggestion: string | undefined): string;
  renamedVariable(oldName: string, name: string): string;
  renamedValue(oldName: string, shown: string, assignment: string): string;
  /** `instead` is a sentence. */
  oldValueUnknown(oldName: string, shown: string, origin: string, instead: string): string;
  /** `answer` is a sentence. */
  answered(variable: string, origin: string, answer: string): string;
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
  renamedValue: (oldName, shown, assignment) =>
    `${oldName} = ${shown} is now written ${assignment}; the old form still works.`,
  oldValueUnknown: (oldName, shown, origin, instead) =>
    `${oldName} is ${shown} (${origin}), which does not exist here. ${instead}`,
  answered: (variable, origin, answer) => `${variable} (${origin}) has no effect. ${answer}`,
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
  renamedValue: (oldName, shown, assignment) =>
    `${oldName} = ${shown} теперь записывается как ${assignment}; старая запись пока действует.`,
  oldValueUnknown: (oldName, shown, origin, instead) =>
    `${oldName} = ${shown} (${origin}): такого значения здесь нет. ${instead}`,
  answered: (variable, origin, answer) => `${variable} (${origin}) ни на что не влияет. ${answer}`,
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
