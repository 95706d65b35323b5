/** Sentences: the words from one printed sentence end to the next. */
import type { Absent } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { Span } from './span.ts';
import type { TimedWordLayer } from './words.ts';
import { spokenBetween } from './words.ts';

/** One sentence; it holds at least one spoken word. */
export interface Sentence {
  /** Index of its first shown word. */
  readonly firstWord: number;
  /** Index of its last shown word, inclusive. */
  readonly lastWord: number;
  readonly span: Span;
  /** Spoken words. */
  readonly words: number;
  /** How it ends; `open` when the talk stops without a mark. */
  readonly ending: 'statement' | 'question' | 'exclamation' | 'open';
}

/**
 * Cuts the talk into sentences, each shown word in at most one of them; marks without a spoken word belong to the sentence
 * before. Absent when the recogniser prints no punctuation.
 */
export function deriveSentences(words: TimedWordLayer | Absent): readonly Sentence[] | Absent {
  if (!isPresent(words)) {
    return words;
  }
  const { transcript, language, spans } = words;
  if (!transcript.abilities.punctuation) {
    return { absent: 'no-punctuation' };
  }
  const sentences: Sentence[] = [];
  let first = 0;
  const close = (last: number, ending: Sentence['ending']): void => {
    const spoken = spokenBetween(words, first, last);
    if (spoken > 0) {
      sentences.push({
        firstWord: first,
        lastWord: last,
        span: {
          startMs: spans[first]?.startMs ?? 0,
          endMs: Math.max(spans[first]?.startMs ?? 0, spans[last]?.endMs ?? 0),
        },
        words: spoken,
        ending,
      });
      first = last + 1;
    }
  };
  transcript.words.forEach(({ text }, index) => {
    if (language.endsSentence(text)) {
      close(index, endingOf(text));
    }
  });
  close(transcript.words.length - 1, 'open');
  return sentences;
}

function endingOf(text: string): Sentence['ending'] {
  if (text.includes('?')) {
    return 'question';
  }
  return text.includes('!') ? 'exclamation' : 'statement';
}
