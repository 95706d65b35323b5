/**
 * The body of a server's answer, as data that anybody may have made: the shapes that servers with this API give, read
 * leniently, within limits. What is not plausible is left out as if it had not been said.
 *
 * Their differences: OpenAI gives `words` without punctuation; Speaches gives them with it, and how likely each is;
 * whisper.cpp gives tokens, inside each segment; the gpt-4o models give log probabilities and no times; some give times
 * in a unit of their own, or zeros where they know nothing.
 */
import { z } from 'zod';
import type { TimeRange } from '../../../report/index.ts';
import { languageCode } from './language-names.ts';

/** A piece of text that the server knows more about: a word, or a token. */
export interface Piece {
  readonly text: string;
  /** When it is said, inside the chunk; undefined when the server does not tell, or not plausibly. */
  readonly time: TimeRange | undefined;
  /** How likely it is, above 0 and up to 1. */
  readonly probability: number | undefined;
}

/** A stretch of text with its time. */
export interface Segment extends Piece {
  /** How many tokens it has. */
  readonly tokens: number | undefined;
  /** How likely it is that nobody speaks in it, 0 to 1. */
  readonly noSpeechProbability: number | undefined;
}

/** What a server answered. */
export interface Answer {
  readonly text: string;
  /** In the order of the text. */
  readonly segments: readonly Segment[];
  /** In the order of the text. */
  readonly pieces: readonly Piece[];
  /** How likely each language is, by two-letter code, together 1; undefined when the server does not tell. */
  readonly languages: Readonly<Record<string, number>> | undefined;
  /** The two-letter code of the language that the server wrote, its own choice when it was not asked for one. */
  readonly language: string | undefined;
  /** The model that the server says it used. */
  readonly model: string | undefined;
}

/** More pieces than this are no answer about half a minute of speech. */
const MAX_PARTS = 2_000;
/** Nobody says so many characters in a second; a model that repeats itself may write half as many. */
const MAX_CHARACTERS_PER_SEC = 100;
const MIN_MAX_CHARACTERS = 1_000;
/** Times may end this much after the chunk: servers pad it. */
const PADDING_SEC = 2;
/** Less likely than this makes no difference, and 0 has no logarithm. */
const MIN_PROBABILITY = 1e-6;
const LANGUAGE_CODE = /^[a-z]{2}$/;

/** The items that fit; the others are left out. */
function fitting<Item>(item: z.ZodType<Item>): z.ZodType<readonly Item[]> {
  return z
    .array(z.unknown())
    .max(MAX_PARTS)
    .nullish()
    .transform((items) =>
      (items ?? []).flatMap((one) => {
        const parsed = item.safeParse(one);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

/** Undefined instead of a failure: a field that is nonsense is one that is not there. */
function optional<Value>(value: z.ZodType<Value>): z.ZodType<Value | undefined> {
  return value.optional().catch(undefined);
}

const word = z.object({
  word: z.string(),
  start: optional(z.number()),
  end: optional(z.number()),
  probability: optional(z.number().gt(0).max(1)),
});

const segment = z.object({
  text: z.string(),
  start: optional(z.number()),
  end: optional(z.number()),
  // Exactly 0 is no measured mean: it stands for one that is not known.
  avg_logprob: optional(z.number().lt(0)),
  no_speech_prob: optional(z.number().min(0).max(1)),
  tokens: optional(z.array(z.unknown()).max(MAX_PARTS)),
  words: fitting(word),
});

const body = z.object({
  text: z.string(),
  words: fitting(word),
  segments: fitting(segment),
  logprobs: fitting(z.object({ token: z.string(), logprob: z.number().max(0) })),
  language: optional(z.string().max(100)),
  detected_language: optional(z.string().max(100)),
  language_probabilities: optional(z.record(z.string(), z.number().min(0).max(1))),
  model: optional(z.string().regex(/^[\w.:@/ -]{1,200}$/)),
});
type Body = z.infer<typeof body>;

/**
 * Reads an answer.
 *
 * @param json the parsed body
 * @param durationSec the length of the chunk that it is about
 * @returns undefined when it is none
 */
export function readAnswer(json: unknown, durationSec: number): Answer | undefined {
  const parsed = body.safeParse(json);
  const maxCharacters = Math.max(MIN_MAX_CHARACTERS, durationSec * MAX_CHARACTERS_PER_SEC);
  if (!parsed.success || parsed.data.text.length > maxCharacters) {
    return undefined;
  }
  const { data } = parsed;
  const segments = data.segments.map((one) => ({
    text: one.text,
    time: timeIn(durationSec, one.start, one.end),
    probability: one.avg_logprob === undefined ? undefined : toProbability(Math.exp(one.avg_logprob)),
    tokens: one.tokens?.length,
    noSpeechProbability: one.no_speech_prob,
  }));
  return {
    text: data.text,
    segments: ofLength(segments, maxCharacters),
    pieces: ofLength(piecesOf(data, durationSec), maxCharacters),
    languages: toShares(data.language_probabilities),
    language: languageCode(data.language ?? data.detected_language ?? ''),
    model: data.model,
  };
}

/** Words or their tokens, wherever they stand. */
function piecesOf({ words, segments, logprobs }: Body, durationSec: number): readonly Piece[] {
  const spoken = words.length > 0 ? words : segments.flatMap((one) => one.words);
  return spoken.length > 0
    ? spoken.map((one) => ({
        text: one.word,
        time: timeIn(durationSec, one.start, one.end),
        probability: one.probability === undefined ? undefined : toProbability(one.probability),
      }))
    : logprobs.map(({ token, logprob }) => ({
        text: token,
        time: undefined,
        probability: toProbability(Math.exp(logprob)),
      }));
}

/** Items that hold more text than can have been said say nothing. */
function ofLength<Item extends { readonly text: string }>(
  items: readonly Item[],
  maxCharacters: number,
): readonly Item[] {
  return items.reduce((sum, { text }) => sum + text.length, 0) > maxCharacters ? [] : items;
}

function timeIn(
  durationSec: number,
  startSec: number | undefined,
  endSec: number | undefined,
): TimeRange | undefined {
  const isPlausible =
    startSec !== undefined &&
    endSec !== undefined &&
    startSec >= 0 &&
    startSec <= endSec &&
    startSec < durationSec &&
    endSec <= durationSec + PADDING_SEC;
  return isPlausible ? { startSec, endSec: Math.min(endSec, durationSec) } : undefined;
}

function toProbability(value: number): number {
  return Math.max(MIN_PROBABILITY, value);
}

function toShares(
  probabilities: Readonly<Record<string, number>> = {},
): Readonly<Record<string, number>> | undefined {
  const known = Object.entries(probabilities).filter(([code]) => LANGUAGE_CODE.test(code));
  const sum = known.reduce((total, [, probability]) => total + probability, 0);
  return sum > 0
    ? Object.fromEntries(known.map(([code, probability]) => [code, probability / sum]))
    : undefined;
}
