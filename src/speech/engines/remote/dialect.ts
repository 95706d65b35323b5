/**
 * What is asked of a server. Servers with the API of OpenAI differ in what they can say of the words, so that there is
 * a ladder from the most to the least; what a server refuses is asked for once.
 */

/** From the top. */
const DIALECTS = ['words', 'segments', 'log-probabilities', 'text'] as const;

/**
 * A rung of the ladder:
 * - `words`: the time of each word and the facts of each segment: OpenAI's whisper-1, Speaches, whisper.cpp;
 * - `segments`: the facts of each segment: vLLM, LocalAI;
 * - `log-probabilities`: the text and how likely each of its tokens is: OpenAI's gpt-4o models;
 * - `text`: the text alone: everyone.
 */
export type Dialect = (typeof DIALECTS)[number];

/** A field of a form. */
export type Field = readonly [name: string, value: string | File];

const FIELDS: Readonly<Record<Dialect, readonly Field[]>> = {
  words: [
    ['response_format', 'verbose_json'],
    // Both: with the words alone OpenAI leaves the segments out, and with them how sure it is.
    ['timestamp_granularities[]', 'word'],
    ['timestamp_granularities[]', 'segment'],
  ],
  segments: [
    ['response_format', 'verbose_json'],
    ['timestamp_granularities[]', 'segment'],
  ],
  'log-probabilities': [
    ['response_format', 'json'],
    ['include[]', 'logprobs'],
  ],
  text: [['response_format', 'json']],
};

/** The rung below; undefined below the last. */
export function nextDialect(dialect: Dialect): Dialect | undefined {
  return DIALECTS[DIALECTS.indexOf(dialect) + 1];
}

/** One request for a chunk. */
export interface Question {
  readonly wav: Uint8Array<ArrayBuffer>;
  readonly model: string;
  /** A two-letter code; undefined leaves it to the server to find out. */
  readonly language: string | undefined;
}

/** The fields of a request. */
export function toFields(dialect: Dialect, { wav, model, language }: Question): readonly Field[] {
  return [
    // Some servers know a format by the name's ending alone.
    ['file', new File([wav], 'speech.wav', { type: 'audio/wav' })],
    ['model', model],
    ...(language === undefined ? [] : [['language', language] as const]),
    ...FIELDS[dialect],
  ];
}
