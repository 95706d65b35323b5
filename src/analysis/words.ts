/** The words of a transcript as they are said: spoken words and syllables of each, running totals, times. */
import type { Language } from '../language/index.ts';
import { languageOf } from '../language/index.ts';
import type { Absent, Transcript } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { Span } from './span.ts';
import { lengthMs, toSpan } from './span.ts';

/** What is known of the words without their times. */
export interface WordLayer {
  readonly language: Language;
  readonly transcript: Transcript;
  /** Spoken words before each shown word; one item more than there are words, the last one is the total. */
  readonly spokenBefore: readonly number[];
  /** Syllables before each shown word, likewise. */
  readonly syllablesBefore: readonly number[];
  readonly spokenTotal: number;
  readonly syllableTotal: number;
  /** Mean of the recogniser's confidence in its words, 0 to 1; null when it gives none. */
  readonly meanConfidence: number | null;
}

/** Words with times; there is at least one spoken word. */
export interface TimedWordLayer extends WordLayer {
  /** One for each shown word. */
  readonly spans: readonly Span[];
  /** From the start of the first spoken word to the end of the last. */
  readonly talk: Span;
}

/** Counts what is said; absent when there is no transcript, or its language cannot be counted here. */
export function deriveWords(transcript: Transcript | Absent): WordLayer | Absent {
  if (!isPresent(transcript)) {
    return transcript;
  }
  const language = languageOf(transcript.language);
  if (language === undefined) {
    return { absent: 'language-not-supported' };
  }
  // Talks repeat their words: each form is taken apart once.
  const known = new Map<string, { readonly spoken: number; readonly syllables: number }>();
  const spokenBefore = [0];
  const syllablesBefore = [0];
  let spoken = 0;
  let syllables = 0;
  const confidences: number[] = [];
  for (const word of transcript.words) {
    let counts = known.get(word.text);
    if (counts === undefined) {
      const said = language.spokenWords(word.text);
      counts = {
        spoken: said.length,
        syllables: said.reduce((sum, part) => sum + language.syllables(part), 0),
      };
      known.set(word.text, counts);
    }
    spoken += counts.spoken;
    syllables += counts.syllables;
    if (word.confidence !== undefined) {
      confidences.push(word.confidence);
    }
    spokenBefore.push(spoken);
    syllablesBefore.push(syllables);
  }
  return {
    language,
    transcript,
    spokenBefore,
    syllablesBefore,
    spokenTotal: spoken,
    syllableTotal: syllables,
    meanConfidence:
      confidences.length === 0 ? null : confidences.reduce((sum, one) => sum + one, 0) / confidences.length,
  };
}

/** Adds the times; absent when the recogniser gives none, or nothing was said. */
export function deriveTimedWords(words: WordLayer | Absent): TimedWordLayer | Absent {
  if (!isPresent(words)) {
    return words;
  }
  if (words.transcript.abilities.wordTimes === 'none') {
    return { absent: 'no-word-times' };
  }
  const spans = words.transcript.words.map(toSpan);
  const talk = talkSpan(words, spans);
  return talk === undefined ? { absent: 'too-little-speech' } : { ...words, spans, talk };
}

/** How many spoken words the shown words `first` to `last` hold. */
export function spokenBetween(words: WordLayer, first: number, last: number): number {
  return (words.spokenBefore[last + 1] ?? 0) - (words.spokenBefore[first] ?? 0);
}

/** How many syllables the shown words `first` to `last` hold. */
export function syllablesBetween(words: WordLayer, first: number, last: number): number {
  return (words.syllablesBefore[last + 1] ?? 0) - (words.syllablesBefore[first] ?? 0);
}

/** Whether the shown word is said as a word: not a hesitation sound, not punctuation alone. */
export function isSpoken(words: WordLayer, index: number): boolean {
  return spokenBetween(words, index, index) > 0;
}

function talkSpan(words: WordLayer, spans: readonly Span[]): Span | undefined {
  const first = spans.find((_, index) => isSpoken(words, index));
  const last = spans.findLast((_, index) => isSpoken(words, index));
  return first === undefined || last === undefined
    ? undefined
    : { startMs: first.startMs, endMs: Math.max(first.startMs + lengthMs(first), last.endMs) };
}
