/** Every text of the command line, in Russian. */
import type { CliTexts } from './en.ts';

export const ru: CliTexts = {
  about: 'Измеряет по записи, как вы выступаете. Всё считается на этом компьютере.',
  usageOf: { program: '[параметры] <команда>', recordings: '[параметры] <файл...>', plain: '[параметры]' },
  help: {
    usage: 'Использование:',
    arguments: 'Аргументы:',
    options: 'Параметры:',
    globalOptions: 'Общие параметры:',
    commands: 'Команды:',
    helpOption: 'показать эту справку',
    helpCommand: 'help [команда]',
    helpCommandAbout: 'показать справку по команде',
    version: 'показать версию',
    lang: 'язык сообщений и отчётов: en или ru (по умолчанию — из LC_ALL, LC_MESSAGES, LANG)',
    exitCodes: `Коды завершения:
  0    всё в порядке
  1    не все файлы обработаны, или doctor нашёл, что исправить
  2    ошибка в параметрах или настройках: ничего не запускалось
  130  отменено`,
    examples: `Примеры:
  speech-coach analyze talk.mp4
  speech-coach analyze *.mp4 --format md --format json --out reports
  speech-coach transcribe talk.mp4 --format srt > talk.srt
  cat talk.mp4 | speech-coach analyze -
  speech-coach analyze -- -odd-name.mp4`,
  },
  commands: {
    analyze: 'проанализировать записи: темп, паузы, фразы, слова-паразиты и над чем поработать',
    transcribe: 'расшифровать записи в текст с отметками времени',
    doctor: 'проверить, что установлено, чего не хватает и как это исправить',
    config: 'показать действующие настройки и откуда они взяты',
  },
  arguments: {
    files: { name: 'файл', about: 'видео- и аудиофайлы; - означает стандартный ввод' },
  },
  options: {
    language: { value: 'язык', about: 'язык речи: en или auto (по умолчанию auto)' },
    format: {
      value: 'формат',
      about: (defaultFormat) =>
        `text, json, md, srt, vtt или txt; вместе с --out можно указать несколько раз (по умолчанию ${defaultFormat})`,
    },
    out: {
      value: 'папка',
      about: (pattern) => `записать ${pattern} в эту папку и вывести пути`,
    },
    threads: {
      value: 'n',
      about: 'сколько распознавателей работает одновременно (по умолчанию RECOGNIZER_SLOTS)',
    },
    quiet: 'не показывать ход работы и предупреждения',
    json: 'для программ: ход работы строками JSON в stderr, результаты строками JSON в stdout',
    jsonList: 'вывести в JSON',
  },
  usage: {
    unknownOption: (option) => `Параметра ${option} нет.`,
    unknownCommand: (command) => `Команды ${command} нет.`,
    suggestion: (names) => ` Может быть, ${names}?`,
    missingArgument: 'Не указан ни один файл.',
    emptyName: 'Имя одного из файлов пусто.',
    optionMissingArgument: (option) => `Параметру ${option} нужно значение.`,
    excessArguments: (given) => `У этой команды нет аргументов, а указано: ${given}.`,
    wrongValue: (option, value, allowed) => `${option} не может быть ${value}; допустимо: ${allowed}.`,
    wholeNumber: (min, max) => `целое число от ${min} до ${max}`,
    formatsNeedOut: 'Несколько форматов нельзя вывести вместе; укажите папку: --out.',
    subtitlesNeedOut: 'Субтитры нескольких файлов нельзя вывести вместе; укажите папку: --out.',
    jsonIsJson: '--json выводит JSON; для других форматов укажите папку: --out.',
    stdinTwice: 'Стандартный ввод (-) можно прочитать только один раз.',
    stdinIsTerminal: 'Стандартный ввод — это терминал; передайте в него запись.',
  },
  stages: {
    receive: 'приём',
    identify: 'чтение',
    probe: 'определение формата',
    transcribe: 'распознавание речи',
    analyze: 'измерение',
  },
  progress: {
    left: (clock) => `осталось ${clock}`,
    done: (clock) => `готово за ${clock}`,
    failed: 'не удалось',
  },
  stdinName: 'stdin',
  errorLabel: 'Ошибка',
  warningLabel: 'Предупреждение',
  config: {
    secretSet: '(задано, не показывается)',
    notSet: '(не задано)',
  },
  doctor: {
    states: { ok: 'норма', warn: 'внимание', fail: 'ошибка' },
    allFine: 'Всё необходимое есть.',
    notFine: 'Кое-что нужно исправить: см. выше.',
    titles: {
      node: 'Node.js',
      ffmpeg: 'ffmpeg',
      ffprobe: 'ffprobe',
      model: (name) => `модель ${name}`,
      dataFolder: 'папка данных',
      tmpFolder: 'временная папка',
      memory: 'память',
      cores: 'ядра процессора',
    },
    nodeOld: (minimum) =>
      `Нужен Node.js ${minimum} или новее. Запускайте через npm start: он установит нужный.`,
    missing: 'не найдено',
    damaged: 'повреждено',
    unreadable: 'нет прав на чтение',
    installed: 'установлено',
    gigabytesFree: (gigabytes, folder) => `свободно ${gigabytes.toFixed(1).replace('.', ',')} ГБ в ${folder}`,
    megabytesAvailable: (available) => `доступно ${available} МБ`,
    coresAndSlots: (cores, slots) => `${cores}, одновременно распознавателей: ${slots}`,
    folderReadOnly: (folder) => `В ${folder} нельзя писать.`,
    mendFolder: (variable) => `Разрешите запись в эту папку или укажите другую в ${variable}.`,
    mendDisk: (variable) => `Освободите место или укажите в ${variable} папку на другом диске.`,
    mendMemory: (neededMb, slots) =>
      `Распознавателям (${slots}) нужно около ${neededMb} МБ. Закройте другие программы или уменьшите RECOGNIZER_SLOTS.`,
  },
};
