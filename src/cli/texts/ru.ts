/** Every text of the command line, in Russian. */
import type { CliTexts } from './en.ts';

export const ru: CliTexts = {
  about: 'Измеряет по записи, как вы выступаете. Всё считается на этом компьютере.',
  usageOf: {
    program: '[параметры] <команда>',
    recordings: '[параметры] <файл...>',
    plain: '[параметры]',
    models: '[команда]',
    modelNames: '[параметры] <модель...>',
    modelName: '[параметры] <модель>',
    anyModelName: '[параметры] [модель]',
    modelSource: '[параметры] <папка или файл>',
  },
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
  speech-coach analyze -- -odd-name.mp4
  speech-coach models pull ru`,
  },
  commands: {
    analyze: 'проанализировать записи: темп, паузы, фразы, слова-паразиты и над чем поработать',
    transcribe: 'расшифровать записи в текст с отметками времени',
    doctor: 'проверить, что установлено, чего не хватает и как это исправить',
    config: 'показать действующие настройки и откуда они взяты',
    models: 'показать, скачать, проверить и удалить модели распознавания речи',
  },
  modelCommands: {
    list: 'показать все модели: языки, размер, ошибки, лицензия, установлена ли (по умолчанию)',
    pull: 'скачать модели; прерванная загрузка продолжится с того же места',
    verify: 'прочитать файлы одной или всех установленных моделей и сверить контрольные суммы',
    remove: 'удалить модель и всё, что из неё сделано',
    path: 'вывести папку модели и ничего больше',
    add: 'скопировать свою модель в папку моделей',
  },
  modelHelp: {
    pull: `Модель называют по имени из списка или по назначению:
  en, ru   то, что нужно для речи на этом языке, включая поиск речи в записи
  best     самые точные модели для английского и русского, даже если мы их не проверяли

Прокси задаётся в HTTPS_PROXY. Без сети укажите в --from папку.`,
    add: `Папка Whisper в формате CTranslate2 (любого размера, как для faster-whisper)
узнаётся по содержимому, как и большинство моделей для sherpa-onnx.`,
  },
  arguments: {
    files: {
      name: 'файл',
      about: 'видео- и аудиофайлы; - означает стандартный ввод',
      missing: 'Не указан ни один файл.',
    },
    model: { name: 'модель', about: 'имя модели из списка', missing: 'Не указана модель.' },
    modelOrAlias: { name: 'модель', about: 'имя модели или en, ru, best', missing: 'Не указана модель.' },
    modelSource: {
      name: 'путь',
      about: 'папка модели или её файл',
      missing: 'Не указана папка или файл модели.',
    },
  },
  options: {
    language: { value: 'язык', about: 'язык речи: auto, en или ru (по умолчанию auto)' },
    model: {
      value: 'имя',
      about: 'модель распознавания (по умолчанию SPEECH_MODEL, иначе лучшая из установленных)',
    },
    yes: 'скачать недостающую модель без вопроса',
    allowUpload: 'отправить эти записи на сервер распознавания из TRANSCRIPTION_URL',
    plan: {
      value: 'план',
      about:
        'сколько должно длиться выступление, например 5m..7m, или файл, где у каждого пункта своё время: Введение 1м',
    },
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
    from: { value: 'адрес или папка', about: 'скачать только с этого зеркала или из этой папки' },
    quietPull: 'не показывать ход загрузки',
    jsonPull: 'ход загрузки строками JSON в stderr, установленное — строками JSON в stdout',
    addName: { value: 'имя', about: 'как она будет называться (по умолчанию — по имени папки)' },
    addLanguages: { value: 'языки', about: 'что она понимает, например ru или en,ru' },
    addKind: { value: 'вид', about: (kinds) => `что это за модель, если по файлам не видно: ${kinds}` },
  },
  usage: {
    unknownOption: (option) => `Параметра ${option} нет.`,
    unknownCommand: (command) => `Команды ${command} нет.`,
    suggestion: (names) => ` Может быть, ${names}?`,
    emptyName: 'Имя одного из файлов пусто.',
    optionMissingArgument: (option) => `Параметру ${option} нужно значение.`,
    excessArguments: (given) => `У этой команды нет аргументов, а указано: ${given}.`,
    tooManyArguments: (given) => `У этой команды один аргумент, а указано: ${given}.`,
    wrongValue: (option, value, allowed) => `${option} не может быть ${value}; допустимо: ${allowed}.`,
    wholeNumber: (min, max) => `целое число от ${min} до ${max}`,
    addressOrFolder: 'адрес http или https, либо папка',
    languageCodes: 'коды языков, например ru или en,ru',
    formatsNeedOut: 'Несколько форматов нельзя вывести вместе; укажите папку: --out.',
    subtitlesNeedOut: 'Субтитры нескольких файлов нельзя вывести вместе; укажите папку: --out.',
    jsonIsJson: '--json выводит JSON; для других форматов укажите папку: --out.',
    stdinTwice: 'Стандартный ввод (-) можно прочитать только один раз.',
    stdinIsTerminal: 'Стандартный ввод — это терминал; передайте в него запись.',
  },
  stages: {
    receive: 'приём',
    fetch: 'загрузка модели',
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
  languageNames: { en: 'английский', ru: 'русский' },
  models: {
    installedIn: (folder) => `Установлены в ${folder}`,
    noneInstalled: 'Ни одной.',
    toPull: 'Можно скачать: speech-coach models pull ИМЯ',
    toPullUnverified: 'Можно скачать, но нами ещё не проверены',
    columns: {
      name: 'Модель',
      languages: 'Языки',
      size: 'Размер',
      en: 'EN',
      ru: 'RU',
      engine: 'Движок',
      licence: 'Лицензия',
    },
    anyLanguage: 'любой',
    damaged: (name) => `повреждена: speech-coach models pull ${name} скачает её заново`,
    ownDamaged: 'повреждена: удалите её и добавьте снова',
    unreadable: 'нет прав на чтение',
    untried: 'нами ещё не проверена',
    errorsLegend: 'EN, RU — неверных слов из ста; сравнивать можно числа с одинаковой сноской:',
    measuredBy: { us: 'измерено нами', authors: 'по данным авторов', others: 'измерено другими' },
    choicesLegend: '* выбирается автоматически, если язык речи:',
    notChosen: (alias) => `ничего не установлено; speech-coach models pull ${alias}`,
    noneKnown: 'таких моделей нет',
    phases: {
      asking: (source) => `запрос: ${source}`,
      waiting: 'ожидание другой загрузки',
      fetching: 'загрузка',
      checking: 'проверка',
      preparing: 'подготовка',
    },
    perSecond: (size) => `${size}/с`,
    doneOf: (done, total) => `${done} из ${total}`,
    fetchingFrom: (source, size) => `загрузка, источник — ${source}${size === '' ? '' : ` (${size})`}`,
    isInstalled: (name, folder) => `Модель ${name} установлена в ${folder}`,
    kept: 'Скачанное сохранено: следующая загрузка продолжит с этого места.',
    removed: (name, size) => `Модель ${name} удалена, освободилось ${size}.`,
    nothingToVerify: 'Ни одной модели не установлено.',
    verified: { installed: 'норма', missing: 'нет', damaged: 'повреждена', unreadable: 'не читается' },
    added: (name, engine, languages, size) =>
      `${name}: распознана как ${engine}, языки: ${languages}, ${size}`,
    offer: (name, size) => `Для этой записи нужна модель ${name} (загрузка ${size}). Скачать её сейчас?`,
  },
  ask: { usuallyYes: '[Д/н]', usuallyNo: '[д/Н]' },
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
      speech: (language) => (language === 'en' ? 'английская речь' : 'русская речь'),
      recognizer: 'распознавание',
      sherpa: 'sherpa-onnx',
      remote: 'сервер распознавания',
      dataFolder: 'папка данных',
      tmpFolder: 'временная папка',
      memory: 'память',
      cores: 'ядра процессора',
    },
    nodeOld: (minimum) =>
      `Нужен Node.js ${minimum} или новее. Запускайте через npm start: он установит нужный.`,
    missing: 'не найдено',
    installed: 'установлено',
    noRecognizer: 'ни одна модель не установлена',
    noModelFor: 'модели нет; измеряются только паузы',
    sherpaMissing: 'пакет sherpa-onnx-node не установлен',
    chosenBySetting: (model) => `${model}, так задано в SPEECH_MODEL`,
    noSuchModel: 'указана в SPEECH_MODEL, но такой модели нет',
    mendUnknown:
      'Все модели показывает speech-coach models; SPEECH_MODEL=auto выбирает лучшую из установленных.',
    mendPull: (alias) => `speech-coach models pull ${alias}`,
    mendSetting: (model) =>
      `SPEECH_MODEL=${model} рассчитана на другие языки; auto выбирает лучшую модель для каждого.`,
    mendSherpa: (models) =>
      `Его установит npm install --include=optional; без него не работают модели: ${models}.`,
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
