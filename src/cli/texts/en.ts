/** Every text of the command line, in English; its shape is the shape of the other languages. */
import type { Locale } from '../../errors/index.ts';

export const en = {
  about: 'Measures how a talk was spoken, from its recording, on this machine.',
  usageOf: {
    program: '[options] <command>',
    recordings: '[options] <file...>',
    plain: '[options]',
    models: '[command]',
    modelNames: '[options] <model...>',
    modelName: '[options] <model>',
    anyModelName: '[options] [model]',
    modelSource: '[options] <folder or file>',
  },
  help: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    globalOptions: 'Options of every command:',
    commands: 'Commands:',
    helpOption: 'show this help',
    helpCommand: 'help [command]',
    helpCommandAbout: 'show the help of a command',
    version: 'show the version',
    lang: 'language of messages and reports: en or ru (default: by LC_ALL, LC_MESSAGES, LANG)',
    exitCodes: `Exit codes:
  0    all went well
  1    some file failed, or the doctor found something to mend
  2    wrong usage or settings: nothing was started
  130  cancelled`,
    examples: `Examples:
  speech-coach analyze talk.mp4
  speech-coach analyze *.mp4 --format md --format json --out reports
  speech-coach transcribe talk.mp4 --format srt > talk.srt
  cat talk.mp4 | speech-coach analyze -
  speech-coach analyze -- -odd-name.mp4
  speech-coach models pull ru`,
  },
  commands: {
    analyze: 'analyse recordings: rate, pauses, phrases, filler words, and what to change',
    transcribe: 'write down what is said in recordings, with times',
    doctor: 'check what is there, what is missing, and how to mend it',
    config: 'show the settings in force and where each was set',
    models: 'list, fetch, check and remove the models that recognise speech',
  },
  modelCommands: {
    list: 'list every model: languages, size, errors, licence, and whether it is here (default)',
    pull: 'fetch models; a pull that was cut goes on where it ended',
    verify: 'read the files of one model or of all that are here, and compare their hashes',
    remove: 'delete a model with all that was made from it',
    path: 'print the folder of a model and nothing else',
    add: 'copy a model of your own into the models folder',
  },
  modelHelp: {
    pull: `A model is named as in the list, or by what it is for:
  en, ru   what speech in that language needs, voice detector included
  best     the most accurate models for English and Russian, tried by us or not

HTTPS_PROXY is respected. Without a network, --from takes a folder.`,
    add: `A folder of Whisper in the CTranslate2 format (any size, as for faster-whisper)
is recognised by its content, and so are most models for sherpa-onnx.`,
  },
  arguments: {
    files: {
      name: 'file',
      about: 'video or audio files; - is standard input',
      missing: 'No file was named.',
    },
    model: { name: 'model', about: 'the name of a model, as in the list', missing: 'No model was named.' },
    modelOrAlias: {
      name: 'model',
      about: 'the name of a model, or: en, ru, best',
      missing: 'No model was named.',
    },
    modelSource: {
      name: 'path',
      about: 'the folder of the model, or its file',
      missing: 'No folder or file was named.',
    },
  },
  options: {
    language: { value: 'language', about: 'language of the speech: auto, en or ru (default: auto)' },
    model: {
      value: 'name',
      about: 'the model that recognises the speech (default: SPEECH_MODEL, else the best one installed)',
    },
    yes: 'fetch a model that is missing without asking',
    allowUpload: 'send these recordings to the transcription server that TRANSCRIPTION_URL names',
    plan: {
      value: 'plan',
      about:
        'the time the talk may take, such as 5m..7m, or a file with a line for each point: Introduction 1m',
    },
    format: {
      value: 'format',
      about: (defaultFormat: string) =>
        `text, json, md, srt, vtt or txt; may be repeated together with --out (default: ${defaultFormat})`,
    },
    out: {
      value: 'folder',
      about: (pattern: string) => `write ${pattern} into this folder and print the paths`,
    },
    threads: { value: 'n', about: 'how many recognisers work at once (default: RECOGNIZER_SLOTS)' },
    quiet: 'no progress and no warnings',
    json: 'for programs: progress as JSON lines on standard error, results as JSON lines on standard output',
    jsonList: 'print JSON',
    from: { value: 'address or folder', about: 'fetch from this mirror or folder alone' },
    quietPull: 'no progress',
    jsonPull: 'progress as JSON lines on standard error, what was installed as JSON lines on standard output',
    addName: { value: 'name', about: 'what it is called here (default: by the name of the folder)' },
    addLanguages: { value: 'languages', about: 'what it understands, such as ru or en,ru' },
    addKind: { value: 'kind', about: (kinds: string) => `what it is, where its files do not tell: ${kinds}` },
  },
  usage: {
    unknownOption: (option: string) => `There is no option ${option}.`,
    unknownCommand: (command: string) => `There is no command ${command}.`,
    suggestion: (names: string) => ` Is ${names} meant?`,
    emptyName: 'The name of a file is empty.',
    optionMissingArgument: (option: string) => `The option ${option} needs a value.`,
    excessArguments: (given: string) => `This command takes no arguments, but was given: ${given}.`,
    tooManyArguments: (given: string) => `This command takes one argument, but was given: ${given}.`,
    wrongValue: (option: string, value: string, allowed: string) =>
      `${option} cannot be ${value}; allowed: ${allowed}.`,
    wholeNumber: (min: number, max: number) => `a whole number from ${min} to ${max}`,
    addressOrFolder: 'an http or https address, or a folder',
    languageCodes: 'codes of languages, such as ru or en,ru',
    formatsNeedOut: 'Several formats do not fit into one output; name a folder with --out.',
    subtitlesNeedOut: 'Subtitles of several files do not fit into one output; name a folder with --out.',
    jsonIsJson: '--json prints JSON; another --format needs a folder: --out.',
    stdinTwice: 'Standard input (-) can be read only once.',
    stdinIsTerminal: 'Standard input is a terminal; pipe a recording into it.',
  },
  stages: {
    receive: 'receiving',
    fetch: 'fetching the model',
    identify: 'reading',
    probe: 'looking inside',
    transcribe: 'recognising words',
    analyze: 'measuring',
  },
  progress: {
    left: (clock: string) => `${clock} left`,
    done: (clock: string) => `done in ${clock}`,
    failed: 'failed',
  },
  languageNames: { en: 'English', ru: 'Russian' },
  models: {
    installedIn: (folder: string) => `Installed in ${folder}`,
    noneInstalled: 'None.',
    toPull: 'To pull: speech-coach models pull NAME',
    toPullUnverified: 'To pull, but not tried by us yet',
    columns: {
      name: 'Model',
      languages: 'Languages',
      size: 'Size',
      en: 'EN',
      ru: 'RU',
      engine: 'Engine',
      licence: 'Licence',
    },
    anyLanguage: 'any',
    damaged: (name: string) => `damaged: speech-coach models pull ${name} fetches it again`,
    ownDamaged: 'damaged: remove it and add it again',
    unreadable: 'may not be read by this user',
    untried: 'not tried by us yet',
    errorsLegend: 'EN, RU: wrong words in a hundred; only figures with the same mark compare:',
    measuredBy: { us: 'measured by us', authors: 'stated by its authors', others: 'measured by others' },
    choicesLegend: '* taken automatically for speech in:',
    notChosen: (alias: string) => `none is installed; speech-coach models pull ${alias}`,
    noneKnown: 'no model knows it',
    phases: {
      asking: (source: string) => `asking ${source}`,
      waiting: 'waiting for another pull',
      fetching: 'fetching',
      checking: 'checking',
      preparing: 'preparing',
    },
    perSecond: (size: string) => `${size}/s`,
    doneOf: (done: string, total: string) => `${done} of ${total}`,
    fetchingFrom: (source: string, size: string) =>
      `fetching from ${source}${size === '' ? '' : ` (${size})`}`,
    isInstalled: (name: string, folder: string) => `${name} is installed in ${folder}`,
    kept: 'What was fetched is kept: the next pull goes on from there.',
    removed: (name: string, size: string) => `${name} is removed; that freed ${size}.`,
    nothingToVerify: 'No model is installed.',
    verified: { installed: 'ok', missing: 'missing', damaged: 'damaged', unreadable: 'unreadable' },
    added: (name: string, engine: string, languages: string, size: string) =>
      `${name}: recognised as ${engine}, languages ${languages}, ${size}`,
    offer: (name: string, size: string) =>
      `This recording needs the model ${name} (${size} to download). Fetch it now?`,
  },
  ask: { usuallyYes: '[Y/n]', usuallyNo: '[y/N]' },
  stdinName: 'stdin',
  errorLabel: 'Error',
  warningLabel: 'Warning',
  config: {
    secretSet: '(set, not shown)',
    notSet: '(not set)',
  },
  doctor: {
    states: { ok: 'ok', warn: 'warn', fail: 'fail' },
    allFine: 'Everything that is needed is there.',
    notFine: 'Something must be mended first: see above.',
    titles: {
      node: 'Node.js',
      ffmpeg: 'ffmpeg',
      ffprobe: 'ffprobe',
      model: (name: string) => `model ${name}`,
      speech: (language: Locale): string => (language === 'en' ? 'English speech' : 'Russian speech'),
      recognizer: 'recogniser',
      sherpa: 'sherpa-onnx',
      remote: 'transcription server',
      dataFolder: 'data folder',
      tmpFolder: 'temporary folder',
      memory: 'memory',
      cores: 'cores',
    },
    nodeOld: (minimum: string) =>
      `Node.js ${minimum} or newer is needed. Run it with npm start, which brings its own.`,
    missing: 'missing',
    installed: 'installed',
    noRecognizer: 'no model is installed',
    noModelFor: 'no model; only pauses are measured',
    sherpaMissing: 'the package sherpa-onnx-node is not installed',
    chosenBySetting: (model: string) => `${model}, by SPEECH_MODEL`,
    noSuchModel: 'SPEECH_MODEL names it, but there is no such model',
    mendUnknown: 'speech-coach models lists them all; SPEECH_MODEL=auto takes the best one installed.',
    mendPull: (alias: string) => `speech-coach models pull ${alias}`,
    mendSetting: (model: string) =>
      `SPEECH_MODEL=${model} is for other languages; auto takes the best model for each.`,
    mendSherpa: (models: string) =>
      `npm install --include=optional installs it; without it these models do not run: ${models}.`,
    gigabytesFree: (gigabytes: number, folder: string) => `${gigabytes.toFixed(1)} GB free in ${folder}`,
    megabytesAvailable: (available: number) => `${available} MB available`,
    coresAndSlots: (cores: number, slots: number) => `${cores}, recognisers at once: ${slots}`,
    folderReadOnly: (folder: string) => `${folder} may not be written to.`,
    mendFolder: (variable: string) => `Open it for writing, or set ${variable} to another folder.`,
    mendDisk: (variable: string) => `Free some space, or set ${variable} to a folder on another disk.`,
    mendMemory: (neededMb: number, slots: number) =>
      `${slots} recognisers need about ${neededMb} MB. Close other programs or set RECOGNIZER_SLOTS lower.`,
  },
};

/** The texts of one language. */
export type CliTexts = typeof en;
