/** The one table of error codes: what each means to HTTP, to a caller who retries, and to a person. */

/** What a code says in one language. `{name}` in a text is filled from the error's details. */
export interface ErrorText {
  /** What happened, one sentence that names the file or setting concerned. */
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
}

/** One row of the table. */
export interface ErrorRow {
  /** The HTTP status of the problem document. */
  readonly status: number;
  /** Whether the same call may succeed later with nothing changed. */
  readonly retryable: boolean;
  readonly en: ErrorText;
  readonly ru: ErrorText;
}

/** Every code. A code once released keeps its meaning and is never used again for another. */
export const ERROR_TABLE = {
  // The recording that was given.
  'file-not-found': {
    status: 404,
    retryable: false,
    en: { message: 'There is no file {file}.', mend: 'Check the name and the folder.' },
    ru: { message: 'Файла {file} нет.', mend: 'Проверьте имя и папку.' },
  },
  'not-a-file': {
    status: 400,
    retryable: false,
    en: {
      message: '{file} is a folder or a device, not a file.',
      mend: 'Name the recordings themselves, for example by a pattern such as *.mp4.',
    },
    ru: {
      message: '{file} — это папка или устройство, а не файл.',
      mend: 'Укажите сами записи, например по шаблону *.mp4.',
    },
  },
  'file-unreadable': {
    status: 403,
    retryable: false,
    en: {
      message: '{file} may not be read by this user.',
      mend: 'Give read permission, for example: chmod +r.',
    },
    ru: {
      message: 'Нет прав на чтение {file}.',
      mend: 'Откройте доступ на чтение, например командой chmod +r.',
    },
  },
  'file-empty': {
    status: 422,
    retryable: false,
    en: { message: '{file} is empty.', mend: 'Export or copy the recording again.' },
    ru: { message: 'Файл {file} пуст.', mend: 'Экспортируйте или скопируйте запись ещё раз.' },
  },
  'file-too-large': {
    status: 413,
    retryable: false,
    en: {
      message: '{file} has {megabytes} MB; the limit is {maxMegabytes} MB.',
      mend: 'Send the sound alone, or raise MAX_FILE_SIZE_MB.',
    },
    ru: {
      message: '{file}: {megabytes} МБ при пределе {maxMegabytes} МБ.',
      mend: 'Оставьте только звук или увеличьте MAX_FILE_SIZE_MB.',
    },
  },
  'not-media': {
    status: 415,
    retryable: false,
    en: {
      message: '{file} is not a recording in a format that can be read.',
      mend: 'Give a video or audio file such as mp4, mov, webm, mp3, m4a, ogg or wav.',
    },
    ru: {
      message: '{file} — не запись или её формат не поддерживается.',
      mend: 'Подойдёт видео или звук: mp4, mov, webm, mp3, m4a, ogg, wav и другие.',
    },
  },
  'format-refused': {
    status: 415,
    retryable: false,
    en: {
      message: '{file} is a playlist or script that points to other files or addresses; it is not followed.',
      mend: 'Give the recording itself.',
    },
    ru: {
      message:
        '{file} — плейлист или сценарий со ссылками на другие файлы или адреса; такие ссылки не открываются.',
      mend: 'Укажите саму запись.',
    },
  },
  'media-damaged': {
    status: 422,
    retryable: false,
    en: {
      message: '{file} is damaged or cut off: no sound can be decoded from it.',
      mend: 'Copy or export the recording again.',
    },
    ru: {
      message: 'Файл {file} повреждён или обрезан: звук из него не извлекается.',
      mend: 'Скопируйте или экспортируйте запись ещё раз.',
    },
  },
  'no-audio': {
    status: 422,
    retryable: false,
    en: {
      message: '{file} has no sound track.',
      mend: 'Record again with the microphone on, or give the sound file.',
    },
    ru: {
      message: 'В {file} нет звуковой дорожки.',
      mend: 'Запишите ещё раз с включённым микрофоном или укажите файл со звуком.',
    },
  },
  'too-long': {
    status: 413,
    retryable: false,
    en: {
      message: '{file} lasts {minutes} minutes; the limit is {maxMinutes}.',
      mend: 'Cut the recording, or raise MAX_DURATION_MINUTES.',
    },
    ru: {
      message: '{file} длится {minutes} мин; предел — {maxMinutes} мин.',
      mend: 'Разрежьте запись или увеличьте MAX_DURATION_MINUTES.',
    },
  },
  'too-many-channels': {
    status: 422,
    retryable: false,
    en: {
      message: '{file} has {channels} sound channels; the limit is {maxChannels}.',
      mend: 'Mix it down to stereo or mono first.',
    },
    ru: {
      message: 'В {file} звуковых каналов: {channels}; предел — {maxChannels}.',
      mend: 'Сведите звук в стерео или моно.',
    },
  },
  'decode-timeout': {
    status: 422,
    retryable: true,
    en: {
      message: 'Decoding {file} took longer than {seconds} s and was stopped.',
      mend: 'Convert the recording to mp4 or wav and try again.',
    },
    ru: {
      message: 'Декодирование {file} заняло больше {seconds} с и остановлено.',
      mend: 'Преобразуйте запись в mp4 или wav и повторите.',
    },
  },
  'decode-failed': {
    status: 500,
    retryable: true,
    en: {
      message: 'Decoding {file} stopped before its end: ffmpeg was killed or could not read on.',
      mend: 'Try again; if it happens again, look at memory and disk, or convert the recording to mp4 or wav.',
    },
    ru: {
      message: 'Декодирование {file} прервалось раньше конца: ffmpeg был завершён или не смог читать дальше.',
      mend: 'Повторите; если не поможет, проверьте память и диск или преобразуйте запись в mp4 или wav.',
    },
  },
  // What the machine lacks.
  'ffmpeg-missing': {
    status: 503,
    retryable: false,
    en: {
      message: 'The program {tool} was not found.',
      mend: 'Install ffmpeg (Debian, Ubuntu: apt install ffmpeg) or set {variable} to its path.',
    },
    ru: {
      message: 'Программа {tool} не найдена.',
      mend: 'Установите ffmpeg (Debian, Ubuntu: apt install ffmpeg) или укажите путь в {variable}.',
    },
  },
  'model-missing': {
    status: 503,
    retryable: false,
    en: {
      message: 'The model {model} is not installed: there is no {path}.',
      mend: 'Run npm start once with a connection to the package registry: it installs what is missing.',
    },
    ru: {
      message: 'Модель {model} не установлена: нет файла {path}.',
      mend: 'Запустите npm start при доступном реестре пакетов: недостающее установится само.',
    },
  },
  'model-damaged': {
    status: 503,
    retryable: false,
    en: {
      message: 'The file {path} of the model {model} is damaged.',
      mend: 'Delete that file and run npm start: it is installed again.',
    },
    ru: {
      message: 'Файл {path} модели {model} повреждён.',
      mend: 'Удалите этот файл и запустите npm start: он установится заново.',
    },
  },
  'model-unreadable': {
    status: 503,
    retryable: false,
    en: {
      message: 'The file {path} of the model {model} may not be read by this user.',
      mend: 'Give read permission to it and its folders, or set SPEECH_COACH_HOME to a folder of your own and run npm start.',
    },
    ru: {
      message: 'Нет прав на чтение файла {path} модели {model}.',
      mend: 'Откройте доступ к нему и его папкам или укажите в SPEECH_COACH_HOME свою папку и запустите npm start.',
    },
  },
  'disk-full': {
    status: 507,
    retryable: true,
    en: {
      message: 'There is no space left in {folder}.',
      mend: 'Free some space, or choose a folder on another disk (for temporary files: SPEECH_COACH_TMP).',
    },
    ru: {
      message: 'В {folder} не осталось места.',
      mend: 'Освободите место или выберите папку на другом диске (для временных файлов: SPEECH_COACH_TMP).',
    },
  },
  'cannot-write': {
    status: 500,
    retryable: false,
    en: { message: 'Cannot write to {path}.', mend: 'Check that the folder exists and may be written to.' },
    ru: {
      message: 'Не удаётся записать в {path}.',
      mend: 'Проверьте, что папка существует и открыта для записи.',
    },
  },
  // The work itself.
  'worker-crashed': {
    status: 500,
    retryable: true,
    en: {
      message: 'The recogniser process stopped twice at the same work ({how}).',
      mend: 'Try again; if it happens again, run speech-coach doctor: memory may be short.',
    },
    ru: {
      message: 'Процесс распознавания дважды аварийно завершился на одном и том же месте ({how}).',
      mend: 'Повторите; если не поможет, запустите speech-coach doctor: возможно, не хватает памяти.',
    },
  },
  'task-timeout': {
    status: 504,
    retryable: true,
    en: {
      message: 'A step took longer than {seconds} s and was stopped.',
      mend: 'Try again when the machine is less busy.',
    },
    ru: {
      message: 'Этап занял больше {seconds} с и остановлен.',
      mend: 'Повторите, когда машина будет свободнее.',
    },
  },
  cancelled: {
    status: 499,
    retryable: true,
    en: { message: 'Cancelled.', mend: 'Start it again when you wish.' },
    ru: { message: 'Отменено.', mend: 'Можно запустить снова.' },
  },
  // Waiting, limits, and the services that are called.
  'deadline-exceeded': {
    status: 504,
    retryable: true,
    en: {
      message: '{name} took longer than {seconds} s in all and was stopped.',
      mend: 'Try again later, or allow more time.',
    },
    ru: {
      message: '{name}: время вышло ({seconds} с на всё), работа остановлена.',
      mend: 'Повторите позже или отведите больше времени.',
    },
  },
  'attempt-timeout': {
    status: 504,
    retryable: true,
    en: {
      message: '{name} did not answer within {seconds} s.',
      mend: 'Check that the service can be reached, then try again.',
    },
    ru: {
      message: '{name}: нет ответа за {seconds} с.',
      mend: 'Проверьте, доступен ли сервис, и повторите.',
    },
  },
  'retry-too-late': {
    status: 503,
    retryable: true,
    en: {
      message: '{name} asks to be left alone for {seconds} s; only {leftSeconds} s were left.',
      mend: 'Try again after that time.',
    },
    ru: {
      message: '{name}: сервис просит подождать {seconds} с, а оставалось только {leftSeconds} с.',
      mend: 'Повторите, когда это время пройдёт.',
    },
  },
  'too-busy': {
    status: 503,
    retryable: true,
    en: {
      message: '{name}: {waiting} are waiting already, no more are taken.',
      mend: 'Try again in a little while.',
    },
    ru: {
      message: '{name}: очередь заполнена (в ней {waiting}), новые обращения пока не принимаются.',
      mend: 'Повторите чуть позже.',
    },
  },
  'circuit-open': {
    status: 503,
    retryable: true,
    en: {
      message: '{name} keeps failing and is left alone for another {seconds} s.',
      mend: 'Try again after that time; if it goes on, check that the service is up.',
    },
    ru: {
      message: '{name}: сервис сбоит, следующее обращение к нему — через {seconds} с.',
      mend: 'Повторите, когда это время пройдёт; если не поможет, проверьте, работает ли сервис.',
    },
  },
  'quota-exceeded': {
    status: 503,
    retryable: true,
    en: {
      message: '{name} has no quota left and is not asked for another {seconds} s.',
      mend: 'Raise or top up the quota, or go on without the service.',
    },
    ru: {
      message: '{name}: квота исчерпана, следующее обращение — через {seconds} с.',
      mend: 'Увеличьте или пополните квоту либо обойдитесь без этого сервиса.',
    },
  },
  // The owner's and the caller's settings.
  'config-invalid': {
    status: 500,
    retryable: false,
    en: { message: 'Wrong settings:\n{problems}', mend: 'Correct them in the environment or in .env.' },
    ru: { message: 'Неверные настройки:\n{problems}', mend: 'Исправьте их в окружении или в .env.' },
  },
  'usage-invalid': {
    status: 400,
    retryable: false,
    en: { message: '{problem}', mend: 'See speech-coach --help.' },
    ru: { message: '{problem}', mend: 'Справка: speech-coach --help.' },
  },
  internal: {
    status: 500,
    retryable: false,
    en: {
      message: 'Something went wrong inside.',
      mend: 'Set LOG_LEVEL=debug, repeat, and report what the log says.',
    },
    ru: {
      message: 'Внутренняя ошибка.',
      mend: 'Повторите с LOG_LEVEL=debug и сообщите, что написано в журнале.',
    },
  },
} as const satisfies Record<string, ErrorRow>;

/** The name of a row of {@link ERROR_TABLE}. */
export type ErrorCode = keyof typeof ERROR_TABLE;

/** The languages that messages exist in. */
export type Locale = 'en' | 'ru';
