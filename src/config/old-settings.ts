/** Settings of the earlier product that nothing reads: known, so that nobody calls them misspelt. */
import type { Locale } from '../errors/index.ts';

/** A setting that will not come, and what its owner is told. */
export interface AnsweredSetting {
  readonly name: string;
  /** Values, in lower case, that ask for what is done anyway: nothing is told then. */
  readonly fulfilled: ReadonlySet<string>;
  /** What to do instead: sentences. */
  readonly answer: Readonly<Record<Locale, string>>;
}

const VOICE_DETECTOR = {
  en: 'Speech is told from silence by one detector, which needs no tuning; MIN_PAUSE_SEC says what counts as a pause.',
  ru: 'Речь от тишины отличает один детектор, настраивать его не нужно; что считать паузой, задаёт MIN_PAUSE_SEC.',
} as const;

const EMPHASIS = {
  en: 'Emphasis is measured from pitch, loudness and length against the words around it; there is nothing to tune.',
  ru: 'Выделение слов измеряется по высоте, громкости и длительности на фоне соседних слов; настраивать нечего.',
} as const;

const OFF: ReadonlySet<string> = new Set(['false', '0', 'no', 'off']);
const NEVER: ReadonlySet<string> = new Set();

/** Settings that are answered rather than read. */
export const ANSWERED_SETTINGS: readonly AnsweredSetting[] = [
  { name: 'SILENCE_FACTOR', fulfilled: NEVER, answer: VOICE_DETECTOR },
  { name: 'PAUSE_SEGMENT_TIME_TOLERANCE', fulfilled: NEVER, answer: VOICE_DETECTOR },
  { name: 'USE_WEBRTC_VAD', fulfilled: OFF, answer: VOICE_DETECTOR },
  { name: 'WEBRTC_VAD_MODE', fulfilled: NEVER, answer: VOICE_DETECTOR },
  { name: 'USE_PYANNOTE_VAD', fulfilled: OFF, answer: VOICE_DETECTOR },
  { name: 'PYANNOTE_MODEL', fulfilled: NEVER, answer: VOICE_DETECTOR },
  { name: 'EMPHASIS_WINDOW_SIZE', fulfilled: NEVER, answer: EMPHASIS },
  { name: 'EMPHASIS_MAD_MULTIPLIER', fulfilled: NEVER, answer: EMPHASIS },
  { name: 'EMPHASIS_MIN_DURATION', fulfilled: NEVER, answer: EMPHASIS },
  { name: 'EMPHASIS_PAUSE_THRESHOLD', fulfilled: NEVER, answer: EMPHASIS },
  { name: 'EMPHASIS_CONTENT_BOOST', fulfilled: NEVER, answer: EMPHASIS },
  {
    name: 'WHISPER_DEVICE',
    fulfilled: new Set(['cpu', 'auto']),
    answer: {
      en: 'Recognition runs on the processor; RECOGNIZER_SLOTS says how many cores it takes.',
      ru: 'Распознавание идёт на процессоре; сколько ядер занять, задаёт RECOGNIZER_SLOTS.',
    },
  },
];

/** Names that are recognised and not used yet. */
export const SETTINGS_TO_COME: ReadonlySet<string> = new Set([
  'GIGACHAT_ENABLED',
  'GIGACHAT_API_KEY',
  'GIGACHAT_AUTH_URL',
  'GIGACHAT_API_URL',
  'GIGACHAT_MODEL',
  'GIGACHAT_TIMEOUT',
  'GIGACHAT_MAX_TOKENS',
  'GIGACHAT_SCOPE',
  'GIGACHAT_VERIFY_SSL',
  'ALLOWED_VIDEO_EXTENSIONS',
  'CACHE_ENABLED',
  'CACHE_TTL',
  'CACHE_DIR',
  'LOG_FILE',
  'LOG_MAX_SIZE_MB',
  'LOG_BACKUP_COUNT',
  'METRICS_ENABLED',
  'MAX_CONCURRENT_ANALYSES',
  'FILLER_CLUSTER_GAP_SEC',
  'LLM_FILLERS_ENABLED',
  'LLM_FILLERS_MAX_TOKENS',
  'LLM_FILLERS_MODEL',
]);
