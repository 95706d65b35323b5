/** From what was heard to what the speech part says of a recording: the transcript, or why there is none. */
import { languageOf } from '../language/index.ts';
import type { Absent, ModelChoice, Notice, TimeRange, Transcript } from '../report/index.ts';
import { rangeSec } from '../report/index.ts';
import { assembleWords } from './assemble-words.ts';
import type { Candidate, ChoiceRequest, ChosenHearing } from './choose-hearing.ts';
import type { HeardRecording } from './hear.ts';
import { judgeLanguage } from './language-check.ts';
import { languageShares, probabilityOf } from './language-evidence.ts';
import type { HeardChunk } from './listener.ts';

/** What the speech part knows about a recording. */
export interface SpeechResult {
  readonly speech: readonly TimeRange[];
  readonly transcript: Transcript | Absent;
  readonly notices: readonly Notice[];
  readonly durationSec: number;
  /** True when there would be a transcript with another model: the speech is in a language that none here knows. */
  readonly needsAnotherModel: boolean;
}

/** The owner's language is doubtful when it is less likely than this by what the model tells. */
const DOUBTFUL_PROBABILITY = 0.3;

/** A smaller share of another language is a word here and there. */
const MIN_OTHER_SHARE = 0.05;

/** See {@link SpeechResult}. */
export function toResult(heard: HeardRecording, hearing: ChosenHearing, asked: ChoiceRequest): SpeechResult {
  const { speech, durationSec, chunks } = heard;
  const isForeign = isInForeignLanguage(chunks, speech, hearing);
  // A hum or a note may pass for speech for a moment. When no word is heard in any of it, nobody speaks.
  if (!isForeign && chunks.every(({ words }) => words.length === 0)) {
    return {
      speech: [],
      durationSec,
      transcript: { absent: 'no-speech' },
      notices: [{ code: 'no-speech', params: {} }],
      needsAnotherModel: false,
    };
  }
  const listened = mainListener(chunks, hearing);
  if (listened === undefined || (isForeign && asked.language === 'auto')) {
    const known = [...hearing.candidates.values()].flatMap(({ languages }) => languages);
    return {
      speech,
      durationSec,
      transcript: { absent: 'language-not-supported' },
      notices: [{ code: 'language-not-supported', params: { known: [...new Set(known)].join(', ') } }],
      needsAnotherModel: true,
    };
  }
  const { transcript, notices } = toTranscript(heard, listened, asked);
  const doubtful = isForeign || isDoubtful(chunks, asked.language);
  return {
    speech,
    durationSec,
    transcript,
    notices: doubtful
      ? [...notices, { code: 'language-doubtful', params: { language: asked.language } }]
      : notices,
    needsAnotherModel: false,
  };
}

function toTranscript(
  { chunks, speech, durationSec }: HeardRecording,
  { identity, languages, abilities }: Candidate,
  asked: ChoiceRequest,
): { readonly transcript: Transcript; readonly notices: readonly Notice[] } {
  const shares = languageShares(chunks).filter(({ share }) => share >= MIN_OTHER_SHARE);
  const language = asked.language === 'auto' ? (shares[0]?.language ?? languages[0] ?? '') : asked.language;
  const other = shares.find((share) => share.language !== language);
  const transcript: Transcript = {
    language,
    ...(other === undefined
      ? {}
      : { languages: shares.map((share) => ({ ...share, share: Math.round(share.share * 100) / 100 })) }),
    words: assembleWords(
      chunks.flatMap(({ words }) => words),
      speech,
      durationSec,
    ),
    model: identity,
    choice: toChoice(chunks, languages, language, asked),
    abilities,
  };
  const notices: Notice[] = [];
  if (languageOf(language) === undefined) {
    notices.push({ code: 'language-not-counted', params: { language } });
  }
  if (other !== undefined) {
    const percent = Math.round(other.share * 100);
    notices.push({ code: 'language-mixed', params: { language, other: other.language, percent } });
  }
  return { transcript, notices };
}

function toChoice(
  chunks: readonly HeardChunk[],
  known: readonly string[],
  language: string,
  asked: ChoiceRequest,
): ModelChoice {
  const probability = probabilityOf(language, chunks);
  return {
    language: asked.language !== 'auto' ? 'asked' : known.length === 1 ? 'only' : 'heard',
    ...(probability === undefined ? {} : { languageProbability: Math.round(probability * 1000) / 1000 }),
    model: asked.model === undefined ? 'best-installed' : 'asked',
  };
}

/** The candidate that heard most of the speech. */
function mainListener(chunks: readonly HeardChunk[], { candidates }: ChosenHearing): Candidate | undefined {
  const secOf = new Map<string, number>();
  for (const { heardBy, speechSec } of chunks) {
    if (heardBy !== undefined) {
      secOf.set(heardBy, (secOf.get(heardBy) ?? 0) + speechSec);
    }
  }
  const [most] = [...secOf].toSorted(([, one], [, other]) => other - one);
  return most === undefined ? undefined : candidates.get(most[0]);
}

/**
 * Whether the speech is in a language that nobody here knows: nobody listened to the most of it, or one who knows one
 * language was too unsure. Of a foreign language little may be heard in much speech.
 */
function isInForeignLanguage(
  chunks: readonly HeardChunk[],
  speech: readonly TimeRange[],
  hearing: ChosenHearing,
): boolean {
  if (chunks.some(({ heardBy }) => heardBy === undefined)) {
    return true;
  }
  const listened = mainListener(chunks, hearing);
  return (
    listened !== undefined &&
    listened.languages.length === 1 &&
    chunks.every(({ languages }) => languages === undefined) &&
    judgeLanguage(
      chunks,
      speech.reduce((sum, range) => sum + rangeSec(range), 0),
    ) === 'foreign'
  );
}

function isDoubtful(chunks: readonly HeardChunk[], language: string): boolean {
  return language !== 'auto' && (probabilityOf(language, chunks) ?? 1) < DOUBTFUL_PROBABILITY;
}
