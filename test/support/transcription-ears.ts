/** What a transcription server hears: finds a sound in a talk of known words, and says them as real servers do. */
import type { Answering, TranscriptionRequest } from './transcription-server.ts';
import { answer, fieldOf, fieldsOf } from './transcription-server.ts';
import type { TruthTalk } from './truth-talk.ts';

/** Servers of different makes. */
export type Make = 'openai' | 'speaches' | 'whisper.cpp' | 'vllm';

const SAMPLE_RATE_HZ = 16_000;
/** Shorter than this nothing is heard. */
const MIN_SEC = 0.3;
/** Probability of a token, and its logarithm. */
const SURE = 0.9;
const LOG_SURE = Math.log(SURE);

interface SpokenWord {
  /** With the punctuation that follows. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A server that hears parts of a talk.
 *
 * @param sound the whole talk
 * @param talk what is said in it
 */
export function hearTalk(make: Make, sound: Float32Array, talk: TruthTalk): Answering {
  const shown = talk.text.split(/\s+/);
  const signs = signsOf(sound);
  return (request) => {
    const startSec = findIn(signs, request.samples);
    const endSec = startSec + request.samples.length / SAMPLE_RATE_HZ;
    const words = talk.words.flatMap((word, index) =>
      word.startSec >= startSec && word.endSec <= endSec
        ? [
            {
              text: shown[index] ?? '',
              start: toHundredths(word.startSec - startSec),
              end: toHundredths(word.endSec - startSec),
            },
          ]
        : [],
    );
    return replyAs(make, request, words);
  };
}

function replyAs(
  make: Make,
  request: TranscriptionRequest,
  words: readonly SpokenWord[],
): ReturnType<Answering> {
  const text = words.map((word) => word.text).join(' ');
  const format = fieldOf(request, 'response_format') ?? 'json';
  const granularities = fieldsOf(request, 'timestamp_granularities[]');
  const verbose = { task: 'transcribe', duration: request.samples.length / SAMPLE_RATE_HZ, text };
  switch (make) {
    case 'openai': {
      // Words without their punctuation; each part only when it is asked for.
      const withWords = granularities.includes('word') ? { words: words.map(bare) } : {};
      const withSegments = granularities.includes('segment') ? { segments: segmentsOf(words) } : {};
      return answer(
        format === 'verbose_json'
          ? { ...verbose, language: 'english', ...withSegments, ...withWords }
          : { text },
      );
    }
    case 'speaches': {
      const timed = words.map((word) => ({
        word: ` ${word.text}`,
        start: word.start,
        end: word.end,
        probability: SURE,
      }));
      return answer({
        ...verbose,
        language: 'en',
        words: granularities.includes('word') ? timed : null,
        segments: segmentsOf(words).map((segment) => ({ ...segment, words: null })),
      });
    }
    case 'whisper.cpp': {
      // Tokens in place of words, inside their segment; the model's own field is ignored.
      const tokens = tokensOf(words).map((token) => ({
        word: token.text,
        start: token.start,
        end: token.end,
        t_dtw: -1,
        probability: SURE,
      }));
      return answer({
        ...verbose,
        language: 'english',
        text: ` ${text}\n`,
        segments: words.length === 0 ? [] : [{ ...segmentOf(0, words), words: tokens }],
        detected_language: 'english',
        detected_language_probability: 0.98,
        language_probabilities: { en: 0.98, cy: 0.01 },
      });
    }
    case 'vllm':
      // The duration is a text, and words are never timed.
      return answer({
        ...verbose,
        duration: String(verbose.duration),
        language: 'en',
        segments: segmentsOf(words).map((segment) => ({ ...segment, no_speech_prob: null })),
        words: null,
      });
    default:
      return make satisfies never;
  }
}

function bare({ text, start, end }: SpokenWord): object {
  return { word: text.replaceAll(/[^\p{L}\p{N}'-]/gu, ''), start, end };
}

/** A segment a sentence. */
function segmentsOf(words: readonly SpokenWord[]): readonly object[] {
  const sentences: SpokenWord[][] = [[]];
  for (const word of words) {
    sentences.at(-1)?.push(word);
    if (/[.?!]$/.test(word.text)) {
      sentences.push([]);
    }
  }
  return sentences.filter((sentence) => sentence.length > 0).map((sentence, id) => segmentOf(id, sentence));
}

function segmentOf(id: number, words: readonly SpokenWord[]): object {
  return {
    id,
    seek: 0,
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
    text: ` ${words.map((word) => word.text).join(' ')}`,
    tokens: tokensOf(words).map((_, index) => index),
    temperature: 0,
    avg_logprob: LOG_SURE,
    compression_ratio: 1.2,
    no_speech_prob: 0.01,
  };
}

/** Words in halves, and their punctuation apart; a blank opens a word. */
function tokensOf(words: readonly SpokenWord[]): readonly SpokenWord[] {
  return words.flatMap(({ text, start, end }) => {
    const [, said = '', marks = ''] = /^(.*?)([.,!?;:]*)$/.exec(text) ?? [];
    const half = Math.ceil(said.length / 2);
    const middle = start + (end - start) / 2;
    return [
      { text: ` ${said.slice(0, half)}`, start, end: middle },
      { text: said.slice(half), start: middle, end },
      { text: marks, start: end, end },
    ].filter((token) => token.text !== '');
  });
}

/** How many samples are compared; and how many of them, in a hurry, of which so many may differ. */
const PATTERN = 800;
const QUICK = 64;
const QUICK_WRONG = 4;

/** Where a sound begins in a talk, in seconds, by the signs of its loudest part: the same however loud it is. */
function findIn(signs: Int8Array, samples: Float32Array): number {
  const last = samples.length - PATTERN;
  const loudest = samples.reduce(
    (best, sample, index) =>
      index <= last && Math.abs(sample) > Math.abs(samples[best] ?? 0) ? index : best,
    0,
  );
  if (Math.abs(samples[loudest] ?? 0) < 0.001 || samples.length < MIN_SEC * SAMPLE_RATE_HZ) {
    return Infinity;
  }
  const pattern = signsOf(samples.subarray(loudest, loudest + PATTERN));
  let best = Infinity;
  let least = PATTERN / 4;
  for (let at = 0; at + PATTERN <= signs.length; at += 1) {
    if (differences(signs, at, pattern, QUICK, QUICK_WRONG) <= QUICK_WRONG) {
      const wrong = differences(signs, at, pattern, PATTERN, least);
      if (wrong < least) {
        least = wrong;
        best = at - loudest;
      }
    }
  }
  return best / SAMPLE_RATE_HZ;
}

/** How many of the first signs differ; stops counting past a limit. */
function differences(
  signs: Int8Array,
  at: number,
  pattern: Int8Array,
  length: number,
  limit: number,
): number {
  let wrong = 0;
  for (let index = 0; index < length && wrong <= limit; index += 1) {
    wrong += signs[at + index] === pattern[index] ? 0 : 1;
  }
  return wrong;
}

function signsOf(samples: Float32Array): Int8Array {
  return Int8Array.from(samples, (sample) => (sample > 0 ? 1 : 0));
}

function toHundredths(sec: number): number {
  return Math.round(sec * 100) / 100;
}
