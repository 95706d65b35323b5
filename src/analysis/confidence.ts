/** How sure a number is: rules over the sound, the amount of speech and the recogniser, each with its reason. */
import type { Confidence, Notice, NoticeCode, Phrase, ReasonCode } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { AnalysisContext, Need } from './context.ts';
import { lengthMs } from './span.ts';
import type { TimedWordLayer, WordLayer } from './words.ts';

/** One rule's answer. */
export interface Doubt {
  readonly confidence: Exclude<Confidence, 'high'>;
  readonly reason: ReasonCode;
}

/** Below these an average is absent: a single pause or word would decide it. */
const MIN_SPEECH_MS = 5000;
const MIN_WORDS = 10;

/** Below these an average is doubtful: low, then medium. Half a minute is about 75 words at a middling rate. */
const LOW_SPEECH_MS = 10_000;
const MEDIUM_SPEECH_MS = 30_000;
const LOW_WORDS = 30;
const MEDIUM_WORDS = 75;

/**
 * Mean word confidence below these is doubtful. On recordings of known text clear speech lies at 0.87 to 0.98, a hoarse
 * voice and a meeting at 0.79 to 0.82, words heard wrong at 0.48 to 0.70.
 */
const LOW_WORD_CONFIDENCE = 0.7;
const MEDIUM_WORD_CONFIDENCE = 0.85;

/** Fewer phrases make a doubtful average. */
const SURE_PHRASES = 5;

/** Notices about the sound under which words are heard less well. */
const POOR_FOR_WORDS: ReadonlySet<NoticeCode> = new Set([
  'clipped',
  'narrow-band',
  'very-quiet',
  'recording-damaged',
]);
/** Notices under which speech and silence are told apart less well. */
const POOR_FOR_SPEECH: ReadonlySet<NoticeCode> = new Set(['very-quiet', 'recording-damaged']);

/**
 * The doubts that follow from what a metric needs.
 *
 * @param kind an average is doubtful over little speech, a total is not
 */
export function doubtsOf(
  context: AnalysisContext,
  needs: readonly Need[],
  kind: 'total' | 'average',
): readonly Doubt[] {
  const { speech, words, timedWords } = context;
  const usesWords = countsWords(needs);
  const usesTimes = needs.some((need) => need !== 'speech' && need !== 'words');
  return [
    ...(kind === 'average' && isPresent(speech)
      ? amountDoubts(speech.soundMs, usesWords && isPresent(words) ? words.spokenTotal : undefined)
      : []),
    ...(needs.includes('speech') ? speechDoubts(context.notices) : []),
    ...(usesWords && isPresent(words) ? wordDoubts(words, context.notices) : []),
    ...(usesTimes && isPresent(timedWords) ? timeDoubts(timedWords) : []),
  ];
}

/** The gravest doubt, and of equal ones the first; none is high confidence. */
export function gravest(doubts: readonly Doubt[]): Doubt | undefined {
  return doubts.find(({ confidence }) => confidence === 'low') ?? doubts[0];
}

/** Whether there is enough speech, and enough words where words are counted, for an average. */
export function isEnough({ speech, words, timedWords }: AnalysisContext, needs: readonly Need[]): boolean {
  const usesWords = countsWords(needs);
  return (
    isPresent(speech) &&
    speech.soundMs >= MIN_SPEECH_MS &&
    (!usesWords || (isPresent(words) && words.spokenTotal >= MIN_WORDS)) &&
    (!isPresent(timedWords) || !usesWords || lengthMs(timedWords.talk) >= MIN_SPEECH_MS)
  );
}

/** Doubts about whether all fillers were heard and told from ordinary words: the rules look at punctuation. */
export function fillerDoubts({ transcript: { abilities } }: TimedWordLayer): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (!abilities.punctuation) {
    doubts.push({ confidence: 'low', reason: 'no-punctuation' });
  }
  if (abilities.style !== 'verbatim') {
    doubts.push({ confidence: 'medium', reason: 'tidy-transcript' });
  }
  return doubts;
}

/**
 * Doubts about averages over phrases. A recogniser that prints punctuation may still print none for half a minute: a
 * long phrase without a single mark says more about it than about the speaker.
 */
export function phraseDoubts(words: TimedWordLayer, phrases: readonly Phrase[]): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (phrases.length < SURE_PHRASES) {
    doubts.push({ confidence: 'low', reason: 'too-little-speech' });
  }
  if (phrases.some((phrase) => phrase.length === 'long' && !isPunctuated(words, phrase))) {
    doubts.push({ confidence: 'low', reason: 'no-punctuation' });
  }
  if (!words.transcript.abilities.punctuation) {
    doubts.push({ confidence: 'medium', reason: 'no-punctuation' });
  }
  return doubts;
}

/** Whether any clause ends inside the phrase, before its last word. */
function isPunctuated({ transcript, language }: TimedWordLayer, phrase: Phrase): boolean {
  return transcript.words
    .slice(phrase.firstWord, phrase.lastWord)
    .some(({ text }) => language.endsClause(text));
}

function countsWords(needs: readonly Need[]): boolean {
  return needs.some((need) => need !== 'speech');
}

function speechDoubts(notices: readonly Notice[]): readonly Doubt[] {
  return notices.some(({ code }) => POOR_FOR_SPEECH.has(code))
    ? [{ confidence: 'medium', reason: 'poor-sound' }]
    : [];
}

function wordDoubts(words: WordLayer, notices: readonly Notice[]): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (notices.some(({ code }) => code === 'language-doubtful')) {
    doubts.push({ confidence: 'low', reason: 'language-doubtful' });
  }
  if (words.meanConfidence !== null && words.meanConfidence < MEDIUM_WORD_CONFIDENCE) {
    doubts.push({
      confidence: words.meanConfidence < LOW_WORD_CONFIDENCE ? 'low' : 'medium',
      reason: 'recogniser-unsure',
    });
  }
  if (notices.some(({ code }) => POOR_FOR_WORDS.has(code))) {
    doubts.push({ confidence: 'medium', reason: 'poor-sound' });
  }
  return doubts;
}

function timeDoubts(words: TimedWordLayer): readonly Doubt[] {
  return words.transcript.abilities.wordTimes === 'span'
    ? []
    : [{ confidence: 'medium', reason: 'word-times-estimated' }];
}

function amountDoubts(speechMs: number, spokenWords: number | undefined): readonly Doubt[] {
  const has = (leastMs: number, leastWords: number): boolean =>
    speechMs >= leastMs && (spokenWords === undefined || spokenWords >= leastWords);
  if (has(MEDIUM_SPEECH_MS, MEDIUM_WORDS)) {
    return [];
  }
  return [{ confidence: has(LOW_SPEECH_MS, LOW_WORDS) ? 'medium' : 'low', reason: 'too-little-speech' }];
}
