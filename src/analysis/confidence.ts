/** How sure a number is: rules over the sound, the amount of speech and the recogniser, each with its reason. */
import type { Confidence, Notice, NoticeCode, Phrase, ReasonCode } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { AnalysisContext, Need } from './context.ts';
import type { ClassifiedPause } from './places.ts';
import { lengthMs, toMs } from './span.ts';
import { soundDoubts } from './voice/sound-quality.ts';
import type { TimedWordLayer, WordLayer } from './words.ts';

/** One rule's answer. */
export interface Doubt<R extends ReasonCode = ReasonCode> {
  readonly confidence: Exclude<Confidence, 'high'>;
  readonly reason: R;
}

/**
 * How much speech an average needs, and how many words where it follows from words: `some` to be there at all, as a
 * single pause or word would else decide it; `more` to be of medium confidence; `enough` to be of high. Half a minute
 * is about 75 words at a middling rate.
 */
export const SPEECH_NEEDED = {
  some: { sec: 5, words: 10 },
  more: { sec: 10, words: 30 },
  enough: { sec: 30, words: 75 },
} as const;

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
  'muffled',
  'noisy',
  'very-quiet',
  'recording-damaged',
]);
/** Notices under which speech and silence are told apart less well. */
const POOR_FOR_SPEECH: ReadonlySet<NoticeCode> = new Set(['noisy', 'very-quiet', 'recording-damaged']);

/** What is known without a word. */
const WITHOUT_WORDS: ReadonlySet<Need> = new Set(['speech', 'tracks', 'voice', 'plan']);
/** What is measured of the voice, and needs a sound that is good enough for that. */
const OF_VOICE: ReadonlySet<Need> = new Set(['voice', 'spoken', 'hesitations']);

/** An average is doubtful over little speech, a total is not. */
type Kind = 'total' | 'average';

/** Doubts about metrics of some kind. */
interface Rule {
  readonly reasons: readonly ReasonCode[];
  readonly concerns: (needs: readonly Need[], kind: Kind) => boolean;
  readonly doubts: (context: AnalysisContext, needs: readonly Need[]) => readonly Doubt[];
}

const RULES: readonly Rule[] = [
  rule(
    ['too-little-speech'],
    (_, kind) => kind === 'average',
    ({ speech, words }, needs) => {
      const spoken = countsWords(needs) && isPresent(words) ? words.spokenTotal : undefined;
      return isPresent(speech) ? amountDoubts(speech.soundMs, spoken) : [];
    },
  ),
  rule(
    ['poor-sound'],
    (needs) => needs.includes('speech'),
    ({ notices }) => speechDoubts(notices),
  ),
  rule(['language-doubtful', 'recogniser-unsure', 'poor-sound'], countsWords, ({ words, notices }) =>
    isPresent(words) ? wordDoubts(words, notices) : [],
  ),
  rule(['word-times-estimated'], usesTimes, ({ timedWords }) =>
    isPresent(timedWords) ? timeDoubts(timedWords) : [],
  ),
  rule(
    ['poor-sound'],
    (needs) => needs.some((need) => OF_VOICE.has(need)),
    ({ tracks }) => (isPresent(tracks) ? soundDoubts(tracks.sound) : []),
  ),
];

/** A rule that names its reasons; the compiler holds it to them. */
function rule<R extends ReasonCode>(
  reasons: readonly R[],
  concerns: Rule['concerns'],
  doubts: (context: AnalysisContext, needs: readonly Need[]) => readonly Doubt<NoInfer<R>>[],
): Rule {
  return { reasons, concerns, doubts };
}

/** The doubts that follow from what a metric needs, and of which kind it is. */
export function doubtsOf(context: AnalysisContext, needs: readonly Need[], kind: Kind): readonly Doubt[] {
  return RULES.filter(({ concerns }) => concerns(needs, kind)).flatMap(({ doubts }) =>
    doubts(context, needs),
  );
}

/** Every reason that {@link doubtsOf} may give; one may come more than once. */
export function doubtReasonsOf(needs: readonly Need[], kind: Kind): readonly ReasonCode[] {
  return RULES.filter(({ concerns }) => concerns(needs, kind)).flatMap(({ reasons }) => reasons);
}

/** The gravest doubt, and of equal ones the first; none is high confidence. */
export function gravest(doubts: readonly Doubt[]): Doubt | undefined {
  return doubts.find(({ confidence }) => confidence === 'low') ?? doubts[0];
}

/** Whether there is enough speech, and enough words where words are counted, for an average. */
export function isEnough({ speech, words, timedWords }: AnalysisContext, needs: readonly Need[]): boolean {
  const usesWords = countsWords(needs);
  const leastMs = toMs(SPEECH_NEEDED.some.sec);
  return (
    isPresent(speech) &&
    speech.soundMs >= leastMs &&
    (!usesWords || (isPresent(words) && words.spokenTotal >= SPEECH_NEEDED.some.words)) &&
    (!isPresent(timedWords) || !usesWords || lengthMs(timedWords.talk) >= leastMs)
  );
}

/** Doubts about whether all fillers were heard and told from ordinary words: the rules look at punctuation. */
export function fillerDoubts({
  transcript: { abilities },
}: TimedWordLayer): readonly Doubt<'no-punctuation' | 'tidy-transcript'>[] {
  const doubts: Doubt<'no-punctuation' | 'tidy-transcript'>[] = [];
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
export function phraseDoubts(
  words: TimedWordLayer,
  phrases: readonly Phrase[],
): readonly Doubt<'too-little-speech' | 'no-punctuation'>[] {
  const doubts: Doubt<'too-little-speech' | 'no-punctuation'>[] = [];
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

/** Above these shares of pauses without a place, numbers about places are doubtful. */
const MANY_UNPLACED = 0.1;
const TOO_MANY_UNPLACED = 0.3;

/** Doubts about where pauses stand: of many it is not known, as marks of punctuation are missing there. */
export function placeDoubts(pauses: readonly ClassifiedPause[]): readonly Doubt<'no-punctuation'>[] {
  const unplaced = pauses.filter(({ place }) => place === 'unknown').length / Math.max(1, pauses.length);
  return unplaced <= MANY_UNPLACED
    ? []
    : [{ confidence: unplaced > TOO_MANY_UNPLACED ? 'low' : 'medium', reason: 'no-punctuation' }];
}

/** Below these lengths of a talk, its pace over time is doubtful. */
const LOW_PACE_TALK_MS = 120_000;
const MEDIUM_PACE_TALK_MS = 240_000;

/** Doubts about how the pace goes over a talk of this length: a long pause or two may decide it. */
export function paceDoubts(talkMs: number): readonly Doubt<'too-little-speech'>[] {
  return talkMs >= MEDIUM_PACE_TALK_MS
    ? []
    : [{ confidence: talkMs < LOW_PACE_TALK_MS ? 'low' : 'medium', reason: 'too-little-speech' }];
}

/** Whether any clause ends inside the phrase, before its last word. */
function isPunctuated({ transcript, language }: TimedWordLayer, phrase: Phrase): boolean {
  return transcript.words
    .slice(phrase.firstWord, phrase.lastWord)
    .some(({ text }) => language.endsClause(text));
}

function countsWords(needs: readonly Need[]): boolean {
  return needs.some((need) => !WITHOUT_WORDS.has(need));
}

function usesTimes(needs: readonly Need[]): boolean {
  return needs.some((need) => need !== 'words' && !WITHOUT_WORDS.has(need));
}

function speechDoubts(notices: readonly Notice[]): readonly Doubt<'poor-sound'>[] {
  return notices.some(({ code }) => POOR_FOR_SPEECH.has(code))
    ? [{ confidence: 'medium', reason: 'poor-sound' }]
    : [];
}

function wordDoubts(
  words: WordLayer,
  notices: readonly Notice[],
): readonly Doubt<'language-doubtful' | 'recogniser-unsure' | 'poor-sound'>[] {
  const doubts: Doubt<'language-doubtful' | 'recogniser-unsure' | 'poor-sound'>[] = [];
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

function timeDoubts(words: TimedWordLayer): readonly Doubt<'word-times-estimated'>[] {
  return words.transcript.abilities.wordTimes === 'span'
    ? []
    : [{ confidence: 'medium', reason: 'word-times-estimated' }];
}

function amountDoubts(
  speechMs: number,
  spokenWords: number | undefined,
): readonly Doubt<'too-little-speech'>[] {
  const has = ({ sec, words }: { readonly sec: number; readonly words: number }): boolean =>
    speechMs >= toMs(sec) && (spokenWords === undefined || spokenWords >= words);
  if (has(SPEECH_NEEDED.enough)) {
    return [];
  }
  return [{ confidence: has(SPEECH_NEEDED.more) ? 'medium' : 'low', reason: 'too-little-speech' }];
}
