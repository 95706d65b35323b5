/** Every setting, described once. */
import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import { defaultDataFolder } from './data-folder.ts';
import type { Setting } from './setting.ts';
import { defineSetting } from './setting.ts';
import {
  address,
  addressOrFolder,
  choice,
  flag,
  folder,
  modelName,
  optional,
  plainText,
  program,
  seconds,
  wholeNumber,
} from './value-kinds.ts';

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
    key: 'speechModel',
    name: 'SPEECH_MODEL',
    oldNames: [
      {
        name: 'WHISPER_MODEL',
        values: {
          now: {
            tiny: 'whisper-tiny',
            base: 'whisper-base',
            small: 'whisper-small',
            medium: 'whisper-medium',
            'large-v3-turbo': 'whisper-large-v3-turbo',
            turbo: 'whisper-large-v3-turbo',
          },
          instead: {
            en: 'Set SPEECH_MODEL to auto or to a model that speech-coach models lists, such as whisper-large-v3-turbo; speech-coach models add takes other Whisper folders.',
            ru: 'Укажите в SPEECH_MODEL auto или модель из списка speech-coach models, например whisper-large-v3-turbo; другие папки Whisper добавляет speech-coach models add.',
          },
        },
      },
    ],
    ...modelName(),
    about: {
      en: 'The model that recognises speech; auto: the best installed one for the language.',
      ru: 'Модель распознавания речи; auto — лучшая из установленных для языка записи.',
    },
    default: () => 'auto',
  }),
  defineSetting({
    key: 'whisperPrecision',
    name: 'WHISPER_PRECISION',
    oldNames: [
      {
        name: 'WHISPER_COMPUTE_TYPE',
        values: {
          now: {
            default: 'int8',
            auto: 'int8',
            int8: 'int8',
            int8_float32: 'int8',
            int8_float16: 'int8',
            int8_bfloat16: 'int8',
            float32: 'float32',
          },
          instead: {
            en: 'Set WHISPER_PRECISION to int8, which is faster, or to float32.',
            ru: 'Укажите в WHISPER_PRECISION int8 (быстрее) или float32.',
          },
        },
      },
    ],
    ...choice(['int8', 'float32']),
    about: {
      en: 'How exactly Whisper models compute: int8 takes half the time and a third of the disk.',
      ru: 'Точность вычислений моделей Whisper: int8 вдвое быстрее и занимает втрое меньше места.',
    },
    default: () => 'int8',
  }),
  defineSetting({
    key: 'modelsAutoPull',
    name: 'MODELS_AUTO_PULL',
    ...flag(),
    about: {
      en: 'Whether a model that the speech in a recording needs is fetched without asking.',
      ru: 'Скачивать ли без вопроса модель, которой не хватает для речи в записи.',
    },
    default: () => false,
  }),
  defineSetting({
    key: 'modelsMirror',
    name: 'MODELS_MIRROR',
    ...optional(addressOrFolder()),
    about: {
      en: 'Where models are fetched from before their public sources: an address or a folder.',
      ru: 'Откуда скачивать модели в первую очередь, до общедоступных источников: адрес или папка.',
    },
    default: () => undefined,
  }),
  defineSetting({
    key: 'transcriptionUrl',
    name: 'TRANSCRIPTION_URL',
    ...optional(address()),
    about: {
      en: 'A transcription server with the API of OpenAI; recordings are sent to it only when a run asks for it.',
      ru: 'Сервер распознавания с API как у OpenAI; записи отправляются на него, только если это указано при запуске.',
    },
    default: () => undefined,
  }),
  defineSetting({
    key: 'transcriptionApiKey',
    name: 'TRANSCRIPTION_API_KEY',
    ...optional(plainText()),
    secret: true,
    about: {
      en: 'The key for the transcription server.',
      ru: 'Ключ сервера распознавания.',
    },
    default: () => undefined,
  }),
  defineSetting({
    key: 'transcriptionModel',
    name: 'TRANSCRIPTION_MODEL',
    ...plainText(),
    about: {
      en: 'The model that the transcription server is asked for.',
      ru: 'Модель, которая запрашивается у сервера распознавания.',
    },
    default: () => 'whisper-1',
  }),
  defineSetting({
    key: 'minPauseSec',
    name: 'MIN_PAUSE_SEC',
    oldNames: [{ name: 'MIN_PAUSE_GAP_SEC' }],
    ...seconds(0.1, 5),
    about: {
      en: 'The shortest silence that counts as a pause.',
      ru: 'С какой длины тишина считается паузой.',
    },
    default: () => 0.25,
  }),
  defineSetting({
    key: 'longPauseSec',
    name: 'LONG_PAUSE_SEC',
    ...seconds(0.5, 60),
    about: {
      en: 'The length from which a pause is called long.',
      ru: 'С какой длины пауза называется длинной.',
    },
    default: () => 2.5,
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
