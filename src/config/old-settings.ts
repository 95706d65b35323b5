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

/** Settings that are answered rather than read. */
export const ANSWERED_SETTINGS: readonly AnsweredSetting[] = [
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
  'MIN_PAUSE_GAP_SEC',
  'LONG_PAUSE_SEC',
  'SILENCE_FACTOR',
  'PAUSE_SEGMENT_TIME_TOLERANCE',
  'USE_WEBRTC_VAD',
  'WEBRTC_VAD_MODE',
  'USE_PYANNOTE_VAD',
  'PYANNOTE_MODEL',
  'FILLER_CLUSTER_GAP_SEC',
  'EMPHASIS_WINDOW_SIZE',
  'EMPHASIS_MAD_MULTIPLIER',
  'EMPHASIS_MIN_DURATION',
  'EMPHASIS_PAUSE_THRESHOLD',
  'EMPHASIS_CONTENT_BOOST',
  'LLM_FILLERS_ENABLED',
  'LLM_FILLERS_MAX_TOKENS',
  'LLM_FILLERS_MODEL',
]);
