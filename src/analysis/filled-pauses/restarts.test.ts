import { describe, expect, it } from 'vitest';
import { inputFromScript } from '../../../test/support/spoken-input.ts';
import { isPresent } from '../../report/index.ts';
import { deriveTimedWords, deriveWords } from '../words.ts';
import { findRestarts } from './restarts.ts';

/** The restarts of a script, as the words that each is made of. */
function restartsIn(script: string, language = 'en'): readonly string[] {
  const { transcript } = inputFromScript(script);
  if (!isPresent(transcript)) {
    throw new Error(transcript.absent);
  }
  const words = deriveTimedWords(deriveWords({ ...transcript, language }));
  if (!isPresent(words)) {
    throw new Error(words.absent);
  }
  return findRestarts(words).map(({ kind, firstWord, lastWord }) => {
    const said = transcript.words.slice(firstWord, lastWord + 1).map(({ text }) => text);
    return `${kind}: ${said.join(' ')}`;
  });
}

describe('findRestarts', () => {
  it('finds words and short phrases that are said again at once', () => {
    expect(restartsIn('and we we went to the to the station')).toEqual([
      'repeat: we we',
      'repeat: to the to the',
    ]);
    expect(restartsIn('if, if we define it', 'en')).toEqual(['repeat: if, if']);
    expect(restartsIn('и мы мы пошли на на вокзал', 'ru')).toEqual(['repeat: мы мы', 'repeat: на на']);
  });

  it('takes three times as one restart', () => {
    expect(restartsIn('so I I I think so')).toEqual(['repeat: I I I']);
  });

  it('looks past hesitation sounds and short silences', () => {
    expect(restartsIn('we, um, [0.5] we went')).toEqual(['repeat: we, um, we']);
  });

  it('finds words that are broken off', () => {
    expect(restartsIn('the inter- international one')).toEqual(['cut: inter-']);
    expect(restartsIn('наша библи- библиотека', 'ru')).toEqual(['cut: библи-']);
  });

  it('leaves alone what is said twice on purpose', () => {
    expect(restartsIn('It was very, very good. No, no. And that that is why')).toEqual([]);
    expect(restartsIn('Это очень очень важно. Да, да.', 'ru')).toEqual([]);
  });

  it('leaves alone numbers, and what a sentence or a long silence parts', () => {
    expect(restartsIn('call 5 5 7')).toEqual([]);
    expect(restartsIn('We lost it. It was late.')).toEqual([]);
    expect(restartsIn('and then [2.5] then it came')).toEqual([]);
  });

  it('takes a dash between words for what it is', () => {
    expect(restartsIn('the river — wide and slow — is here')).toEqual([]);
    expect(restartsIn('a well-known bridge')).toEqual([]);
    expect(restartsIn('программа IP- телефонии', 'ru')).toEqual([]);
  });
});
