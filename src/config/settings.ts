/** Every setting, described once. */
import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import { defaultDataFolder } from './data-folder.ts';
import type { Setting } from './setting.ts';
import { defineSetting } from './setting.ts';
import { choice, flag, folder, program, wholeNumber } from './value-kinds.ts';

/** All settings, in the order in which they are printed. */
export const SETTINGS = [
  defineSetting({
    key: 'dataFolder',
    name: 'SPEECH_COACH_HOME',
    ...folder(),
    about: {
      en: 'The data folder: models, temporary files, later the library.',
      ru: 'Папка данных: модели, временные файлы, позже — библиотека.',
    },
    default: ({ env }) => defaultDataFolder({ platform: process.platform, env, userHome: homedir() }),
  }),
  defineSetting({
    key: 'tmpFolder',
    name: 'SPEECH_COACH_TMP',
    ...folder(),
    about: {
      en: 'The folder of temporary files: standard input is kept there while it is analysed.',
      ru: 'Папка временных файлов: там лежит стандартный ввод, пока идёт анализ.',
    },
    default: ({ dataFolder }) => join(dataFolder, 'tmp'),
  }),
  defineSetting({
    key: 'ffmpegPath',
    name: 'FFMPEG_PATH',
    ...program(),
    about: {
      en: 'The ffmpeg program, which decodes recordings.',
      ru: 'Программа ffmpeg, которая декодирует записи.',
    },
    default: () => 'ffmpeg',
  }),
  defineSetting({
    key: 'ffprobePath',
    name: 'FFPROBE_PATH',
    ...program(),
    about: {
      en: 'The ffprobe program, which tells what is in a recording.',
      ru: 'Программа ffprobe, которая определяет, что внутри записи.',
    },
    default: () => 'ffprobe',
  }),
  defineSetting({
    key: 'cleanUpTempFiles',
    name: 'CLEANUP_TEMP_FILES',
    ...flag(),
    about: {
      en: 'Whether temporary files that an earlier run left behind are deleted at start.',
      ru: 'Удалять ли при запуске временные файлы, оставшиеся от прошлых запусков.',
    },
    default: () => true,
  }),
  defineSetting({
    key: 'tempFileRetentionMinutes',
    name: 'TEMP_FILE_RETENTION_MINUTES',
    ...wholeNumber(1, 10_080),
    about: {
      en: 'The age in minutes from which a temporary file counts as left behind.',
      ru: 'Через сколько минут временный файл считается брошенным.',
    },
    default: () => 30,
  }),
  defineSetting({
    key: 'maxFileSizeMb',
    name: 'MAX_FILE_SIZE_MB',
    ...wholeNumber(1, 102_400),
    about: {
      en: 'The largest recording that is accepted, in megabytes.',
      ru: 'Наибольший размер записи в мегабайтах.',
    },
    default: () => 2048,
  }),
  defineSetting({
    key: 'maxDurationMinutes',
    name: 'MAX_DURATION_MINUTES',
    ...wholeNumber(1, 1440),
    about: {
      en: 'The longest recording that is accepted, in minutes.',
      ru: 'Наибольшая длительность записи в минутах.',
    },
    default: () => 240,
  }),
  defineSetting({
    key: 'recognizerSlots',
    name: 'RECOGNIZER_SLOTS',
    ...wholeNumber(1, availableParallelism()),
    about: {
      en: 'How many recogniser processes work at once, one thread each; all cores by default.',
      ru: 'Сколько процессов распознавания работает одновременно, каждый в один поток; по умолчанию — по числу ядер.',
    },
    default: () => availableParallelism(),
  }),
  defineSetting({
    key: 'recognizerMemoryMb',
    name: 'RECOGNIZER_MEMORY_MB',
    ...wholeNumber(300, 65_536),
    about: {
      en: 'The memory in megabytes past which a recogniser process is replaced by a fresh one.',
      ru: 'Память в мегабайтах, при превышении которой процесс распознавания заменяется новым.',
    },
    default: () => 700,
  }),
  defineSetting({
    key: 'logLevel',
    name: 'LOG_LEVEL',
    // Owners of the old system have its spellings in their files.
    ...choice(['trace', 'debug', 'info', 'warn', 'error', 'silent'], { warning: 'warn', critical: 'error' }),
    about: { en: 'The least level that is logged.', ru: 'Сообщения ниже этого уровня в журнал не пишутся.' },
    default: () => 'warn',
  }),
  defineSetting({
    key: 'logFormat',
    name: 'LOG_FORMAT',
    ...choice(['auto', 'json', 'pretty']),
    about: {
      en: 'The form of log lines; auto: pretty on a terminal, JSON elsewhere.',
      ru: 'Формат журнала; auto — цветной текст на терминале, в остальных случаях JSON.',
    },
    default: () => 'auto',
  }),
] as const;

/** The values in force of a list of settings, by key. */
export type ValuesOf<Settings extends readonly Setting[]> = {
  readonly [S in Settings[number] as S['key']]: S extends Setting<string, infer Value> ? Value : never;
};

/** Everything that the owner can set, checked and frozen. Folders are absolute. */
export type Config = ValuesOf<typeof SETTINGS>;
