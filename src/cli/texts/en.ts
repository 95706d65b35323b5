/** Every text of the command line, in English; its shape is the shape of the other languages. */

export const en = {
  about: 'Measures how a talk was spoken, from its recording, on this machine.',
  usageOf: { program: '[options] <command>', recordings: '[options] <file...>', plain: '[options]' },
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
  speech-coach analyze -- -odd-name.mp4`,
  },
  commands: {
    analyze: 'analyse recordings: rate, pauses, phrases, filler words, and what to change',
    transcribe: 'write down what is said in recordings, with times',
    doctor: 'check what is there, what is missing, and how to mend it',
    config: 'show the settings in force and where each was set',
  },
  arguments: {
    files: { name: 'file', about: 'video or audio files; - is standard input' },
  },
  options: {
    language: { value: 'language', about: 'language of the speech: en or auto (default: auto)' },
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
  },
  usage: {
    unknownOption: (option: string) => `There is no option ${option}.`,
    unknownCommand: (command: string) => `There is no command ${command}.`,
    suggestion: (names: string) => ` Is ${names} meant?`,
    missingArgument: 'No file was named.',
    emptyName: 'The name of a file is empty.',
    optionMissingArgument: (option: string) => `The option ${option} needs a value.`,
    excessArguments: (given: string) => `This command takes no arguments, but was given: ${given}.`,
    wrongValue: (option: string, value: string, allowed: string) =>
      `${option} cannot be ${value}; allowed: ${allowed}.`,
    wholeNumber: (min: number, max: number) => `a whole number from ${min} to ${max}`,
    formatsNeedOut: 'Several formats do not fit into one output; name a folder with --out.',
    subtitlesNeedOut: 'Subtitles of several files do not fit into one output; name a folder with --out.',
    jsonIsJson: '--json prints JSON; another --format needs a folder: --out.',
    stdinTwice: 'Standard input (-) can be read only once.',
    stdinIsTerminal: 'Standard input is a terminal; pipe a recording into it.',
  },
  stages: {
    receive: 'receiving',
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
      dataFolder: 'data folder',
      tmpFolder: 'temporary folder',
      memory: 'memory',
      cores: 'cores',
    },
    nodeOld: (minimum: string) =>
      `Node.js ${minimum} or newer is needed. Run it with npm start, which brings its own.`,
    missing: 'missing',
    damaged: 'damaged',
    unreadable: 'not readable',
    installed: 'installed',
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
