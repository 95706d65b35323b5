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
      mend: 'Install it: speech-coach models pull {model} (one of your own: speech-coach models add)',
    },
    ru: {
      message: 'Модель {model} не установлена: нет {path}.',
      mend: 'Установите её: speech-coach models pull {model} (свою модель: speech-coach models add)',
    },
  },
  'language-model-missing': {
    status: 503,
    retryable: false,
    en: {
      message: 'No installed model knows the language {language}.',
      mend: 'Install one: speech-coach models pull {model}',
    },
    ru: {
      message: 'Ни одна из установленных моделей не знает языка {language}.',
      mend: 'Установите модель: speech-coach models pull {model}',
    },
  },
  'recognizer-missing': {
    status: 503,
    retryable: false,
    en: {
      message: 'No model that recognises words is installed.',
      mend: 'Install one: speech-coach models pull {model}',
    },
    ru: {
      message: 'Ни одной модели распознавания речи не установлено.',
      mend: 'Установите модель: speech-coach models pull {model}',
    },
  },
  'model-not-recognizer': {
    status: 400,
    retryable: false,
    en: {
      message: 'The model {model} finds where somebody speaks, not what is said.',
      mend: 'Choose a model that recognises words (speech-coach models), or leave out --model.',
    },
    ru: {
      message: 'Модель {model} находит, где звучит речь, но слов не распознаёт.',
      mend: 'Выберите модель, которая распознаёт слова (speech-coach models), или не указывайте --model.',
    },
  },
  'remote-missing': {
    status: 400,
    retryable: false,
    en: {
      message: 'No transcription server is named in the settings.',
      mend: 'Set TRANSCRIPTION_URL to its address, or choose a model of this machine.',
    },
    ru: {
      message: 'Сервер распознавания в настройках не указан.',
      mend: 'Укажите его адрес в TRANSCRIPTION_URL или выберите модель на этой машине.',
    },
  },
  'model-language': {
    status: 400,
    retryable: false,
    en: {
      message: 'The model {model} cannot hear a recording in {language}; it knows: {known}.',
      mend: 'Choose another model (speech-coach models), or leave out --model.',
    },
    ru: {
      message: 'Модель {model} не распознаёт язык {language}; она знает: {known}.',
      mend: 'Выберите другую модель (speech-coach models) или не указывайте --model.',
    },
  },
  'model-damaged': {
    status: 503,
    retryable: false,
    en: {
      message: 'The file {path} of the model {model} is damaged.',
      mend: 'Install it again: speech-coach models pull {model} (one of your own: speech-coach models remove, then add)',
    },
    ru: {
      message: 'Файл {path} модели {model} повреждён.',
      mend: 'Установите её заново: speech-coach models pull {model} (свою модель: speech-coach models remove, затем add)',
    },
  },
  'model-unreadable': {
    status: 503,
    retryable: false,
    en: {
      message: 'The file {path} of the model {model} may not be read by this user.',
      mend: 'Give read permission to it and its folders, or set SPEECH_COACH_HOME to a folder of your own and install the model there: speech-coach models pull {model}',
    },
    ru: {
      message: 'Нет прав на чтение файла {path} модели {model}.',
      mend: 'Откройте доступ к нему и его папкам или укажите в SPEECH_COACH_HOME свою папку и установите модель туда: speech-coach models pull {model}',
    },
  },
  'model-unfit': {
    status: 503,
    retryable: false,
    en: {
      message: 'The file {path} of the model {model} is not what this kind of model consists of ({problem}).',
      mend: 'Add the model again with all its files as its makers released them: speech-coach models add.',
    },
    ru: {
      message: 'Файл {path} модели {model} не подходит к моделям этого вида ({problem}).',
      mend: 'Добавьте модель заново, со всеми файлами в том виде, в каком их выпустили авторы: speech-coach models add.',
    },
  },
  'model-kind-unknown': {
    status: 422,
    retryable: false,
    en: {
      message: 'What is in {path} is no speech model of a kind that is known here ({problem}).',
      mend: 'Name the folder with all files of the model: GigaAM, Parakeet, Zipformer, Whisper or Omnilingual as released for sherpa-onnx. Models for live captions cannot be used.',
    },
    ru: {
      message: 'В {path} нет модели распознавания известного вида ({problem}).',
      mend: 'Укажите папку со всеми файлами модели: GigaAM, Parakeet, Zipformer, Whisper или Omnilingual в том виде, в каком они выпущены для sherpa-onnx. Потоковые модели не подходят.',
    },
  },
  'model-language-unknown': {
    status: 422,
    retryable: false,
    en: {
      message: 'The model in {path} does not say which languages it knows.',
      mend: 'Name them, for example: --language ru.',
    },
    ru: {
      message: 'В файлах модели {path} не указано, какие языки она знает.',
      mend: 'Назовите язык, например: --language ru.',
    },
  },
  'model-unknown': {
    status: 404,
    retryable: false,
    en: {
      message: 'There is no model {model}.',
      mend: 'Choose one of: {known}. To use a model of your own: speech-coach models add FOLDER',
    },
    ru: {
      message: 'Модели {model} нет.',
      mend: 'Выберите из списка: {known}. Свою модель добавляет команда speech-coach models add ПАПКА',
    },
  },
  'model-pull-failed': {
    status: 502,
    retryable: true,
    en: {
      message: 'The model {model} could not be fetched:\n{reasons}',
      mend: 'Check the connection (proxy: HTTPS_PROXY) and repeat. Or fetch these files elsewhere, put them into one folder and name it: speech-coach models pull {model} --from FOLDER\n{files}',
    },
    ru: {
      message: 'Не удалось скачать модель {model}:\n{reasons}',
      mend: 'Проверьте подключение (прокси задаёт HTTPS_PROXY) и повторите. Или скачайте эти файлы на другом компьютере, сложите в одну папку и укажите её: speech-coach models pull {model} --from ПАПКА\n{files}',
    },
  },
  'model-name-taken': {
    status: 409,
    retryable: false,
    en: {
      message: 'The name {model} is taken.',
      mend: 'Choose another name: --name NAME. A model that you added can also be removed first: speech-coach models remove {model}',
    },
    ru: {
      message: 'Имя {model} занято.',
      mend: 'Выберите другое имя: --name ИМЯ. Добавленную вами модель можно сначала удалить: speech-coach models remove {model}',
    },
  },
  'model-name-invalid': {
    status: 400,
    retryable: false,
    en: {
      message: '“{name}” cannot be the name of a model.',
      mend: 'Choose one with --name: small Latin letters, digits, dots, hyphens and underscores, up to 64.',
    },
    ru: {
      message: '«{name}» не годится как имя модели.',
      mend: 'Задайте имя ключом --name: строчные латинские буквы, цифры, точки, дефисы и подчёркивания, не больше 64.',
    },
  },
  'engine-missing': {
    status: 503,
    retryable: false,
    en: {
      message: 'The engine {engine}, which the model {model} runs on, is not installed.',
      mend: 'Install the optional packages (npm install --include=optional), or choose a model of another engine: speech-coach models.',
    },
    ru: {
      message: 'Движок {engine}, на котором работает модель {model}, не установлен.',
      mend: 'Установите необязательные пакеты (npm install --include=optional) или выберите модель на другом движке: speech-coach models.',
    },
  },
  'disk-too-small': {
    status: 507,
    retryable: true,
    en: {
      message: 'In {folder} {freeMegabytes} MB are free; {neededMegabytes} MB are needed.',
      mend: 'Free some space, or choose a data folder on another disk: SPEECH_COACH_HOME.',
    },
    ru: {
      message: 'В {folder} свободно {freeMegabytes} МБ, а нужно {neededMegabytes} МБ.',
      mend: 'Освободите место или укажите в SPEECH_COACH_HOME папку данных на другом диске.',
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
  'consent-missing': {
    status: 403,
    retryable: false,
    en: {
      message: '{name} may not get this recording: sending it was not allowed.',
      mend: 'Allow it for this run with --allow-upload, or choose a local model.',
    },
    ru: {
      message: 'Запись не отправлена на {name}: на это нет разрешения.',
      mend: 'Разрешите отправку для этого запуска ключом --allow-upload или выберите локальную модель.',
    },
  },
  'service-key-refused': {
    status: 503,
    retryable: false,
    en: {
      message: '{name} does not accept the key (status {status}).',
      mend: 'Check {setting}: is it complete, still valid, and good for this model?',
    },
    ru: {
      message: '{name}: ключ не принят (код {status}).',
      mend: 'Проверьте {setting}: цел ли ключ, не истёк ли его срок, открыта ли для него эта модель.',
    },
  },
  'service-model-unknown': {
    status: 503,
    retryable: false,
    en: {
      message: '{name} has no model {model}, or nothing at this address (status 404).',
      mend: 'Check {modelSetting}, and that {setting} ends as that server wants it: usually in /v1.',
    },
    ru: {
      message: '{name}: нет модели {model} или по этому адресу ничего нет (код 404).',
      mend: 'Проверьте {modelSetting} и окончание адреса в {setting}: обычно это /v1.',
    },
  },
  'service-too-large': {
    status: 503,
    retryable: false,
    en: {
      message: '{name} does not take {kilobytes} KB in one request.',
      mend: 'Raise the limit of that server, or of the web server in front of it (nginx: client_max_body_size).',
    },
    ru: {
      message: '{name}: сервер не принимает {kilobytes} КБ в одном запросе.',
      mend: 'Увеличьте предел на этом сервере или на веб-сервере перед ним (nginx: client_max_body_size).',
    },
  },
  'service-refused': {
    status: 502,
    retryable: false,
    en: {
      message: '{name} refused the request (status {status}).',
      mend: 'Check {setting}, and what that server supports: its log says more.',
    },
    ru: {
      message: '{name}: запрос отклонён (код {status}).',
      mend: 'Проверьте {setting} и возможности этого сервера: подробности в его журнале.',
    },
  },
  'service-busy': {
    status: 503,
    retryable: true,
    en: {
      message: '{name} is overloaded, or was asked too often.',
      mend: 'Try again later, or raise the limits of the account.',
    },
    ru: {
      message: '{name}: сервис перегружен или запросов было слишком много.',
      mend: 'Повторите позже или увеличьте лимиты учётной записи.',
    },
  },
  'service-quota-used-up': {
    status: 503,
    retryable: false,
    en: {
      message: '{name} has no quota left for this key.',
      mend: 'Raise or top up the quota, or go on without the service.',
    },
    ru: {
      message: '{name}: квота для этого ключа исчерпана.',
      mend: 'Увеличьте или пополните квоту либо обойдитесь без этого сервиса.',
    },
  },
  'service-failed': {
    status: 502,
    retryable: true,
    en: {
      message: '{name} failed (status {status}).',
      mend: 'Try again; if it goes on, look at the log of that server.',
    },
    ru: {
      message: '{name}: ошибка на стороне сервиса (код {status}).',
      mend: 'Повторите; если не поможет, загляните в журнал этого сервера.',
    },
  },
  'service-unreachable': {
    status: 502,
    retryable: true,
    en: {
      message: '{name} cannot be reached, or broke the connection off ({reason}).',
      mend: 'Check {setting}, the network and HTTPS_PROXY, and that the server is up.',
    },
    ru: {
      message: '{name}: нет связи или соединение оборвалось ({reason}).',
      mend: 'Проверьте {setting}, сеть, HTTPS_PROXY и работает ли сервер.',
    },
  },
  'service-untrusted': {
    status: 502,
    retryable: false,
    en: {
      message: '{name} cannot be trusted: its certificate or its encryption is not in order ({reason}).',
      mend: 'Set NODE_EXTRA_CA_CERTS to the certificate of an authority of your own; otherwise check {setting}: http or https, and the host.',
    },
    ru: {
      message:
        '{name}: защищённое соединение не установлено, сертификат или шифрование не в порядке ({reason}).',
      mend: 'Сертификат собственного центра укажите в NODE_EXTRA_CA_CERTS; иначе проверьте {setting}: http или https и имя сервера.',
    },
  },
  'service-answer-unreadable': {
    status: 502,
    retryable: false,
    en: {
      message: '{name} answered with something else than was asked for ({what}).',
      mend: 'Check that {setting} is the address of the API, not of a page.',
    },
    ru: {
      message: '{name}: в ответе не то, что запрашивалось ({what}).',
      mend: 'Проверьте, что в {setting} указан адрес API, а не страницы.',
    },
  },
  // The plan of a talk.
  'plan-line-untimed': {
    status: 400,
    retryable: false,
    en: {
      message: 'Line {line} of the plan has no time: {text}.',
      mend: 'Write the time beside the title, for example: Introduction 1m, or The problem 2m..3m.',
    },
    ru: {
      message: 'В строке {line} плана нет времени: {text}.',
      mend: 'Укажите время рядом с названием, например: Введение 1м или Проблема 2м..3м.',
    },
  },
  'plan-time-unreadable': {
    status: 400,
    retryable: false,
    en: {
      message: 'The time in line {line} of the plan cannot be read: {text}.',
      mend: 'Write times as 90s, 5m, 1h or 5:30, and from one to another as 5m..7m.',
    },
    ru: {
      message: 'Непонятно время в строке {line} плана: {text}.',
      mend: 'Пишите время так: 90с, 5м, 1ч или 5:30, а промежуток — так: 5м..7м.',
    },
  },
  'plan-time-reversed': {
    status: 400,
    retryable: false,
    en: {
      message: 'The time in line {line} of the plan ends before it begins: {text}.',
      mend: 'Write the shorter time first: 5m..7m.',
    },
    ru: {
      message: 'В строке {line} плана время идёт от большего к меньшему: {text}.',
      mend: 'Сначала пишите меньшее время: 5м..7м.',
    },
  },
  'plan-time-twice': {
    status: 400,
    retryable: false,
    en: {
      message: 'Line {line} of the plan gives the time of the whole talk a second time: {text}.',
      mend: 'Keep one of the two, or write a title beside this one.',
    },
    ru: {
      message: 'В строке {line} плана время всего выступления указано второй раз: {text}.',
      mend: 'Оставьте одно из двух или добавьте к этому времени название.',
    },
  },
  'plan-too-long': {
    status: 400,
    retryable: false,
    en: {
      message: 'The plan has more than {max} points; line {line} is one too many.',
      mend: 'Join points until there are at most {max}.',
    },
    ru: {
      message: 'В плане больше {max} пунктов; лишний — в строке {line}.',
      mend: 'Объедините пункты: их может быть не больше {max}.',
    },
  },
  'plan-empty': {
    status: 400,
    retryable: false,
    en: {
      message: 'There is no time in the plan.',
      mend: 'Write the time of the talk, for example 5m..7m, or a line with a time for each point.',
    },
    ru: {
      message: 'В плане нет времени.',
      mend: 'Укажите время выступления, например 5м..7м, или строку со временем для каждого пункта.',
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
