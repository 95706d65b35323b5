import { describe, expect, it } from 'vitest';
import { inputFromScript } from '../../../test/support/spoken-input.ts';
import type { Lexicon } from '../../language/index.ts';
import { isPresent } from '../../report/index.ts';
import { deriveWords } from '../words.ts';
import { meaningWords } from './meaning-words.ts';

function found(script: string, language = 'en', lexicon?: Lexicon): readonly string[] {
  const { transcript } = inputFromScript(script);
  const words = deriveWords(isPresent(transcript) ? { ...transcript, language } : transcript);
  if (!isPresent(words)) {
    throw new Error('no words');
  }
  const shown = words.transcript.words.map(({ text }) => text);
  return meaningWords(words, lexicon).map(
    ({ kind, first, last }) => `${kind}: ${shown.slice(first, last + 1).join(' ')}`,
  );
}

describe('words that carry the meaning', () => {
  it('are numbers together, and names inside a sentence', () => {
    expect(found("We have eighty four thousand visits. My name is Alice Moreno and it's I who ask.")).toEqual(
      ['number: eighty four thousand', 'name: Alice Moreno'],
    );
  });

  it('are what a talk comes back to, in any of its forms', () => {
    const script = `The library is open. Many children read there. A library opens minds. Some people read at home.
      The libraries of this city stay. The budget is small. Our roof leaks. The stairs creak. The windows shine.
      The garden blooms. The street is loud. The bus stops here. The school lies near. The shop sells bread.`;
    expect(found(script)).toEqual(
      expect.arrayContaining(['key-word: library', 'key-word: library', 'key-word: libraries']),
    );
    expect(found(script)).not.toContain('key-word: roof');
  });

  it('are told by their dictionary forms where a lexicon gives them', () => {
    const script =
      'Люди шли домой. Он идёт один. Дорога пуста. Вечер тих. Ветер стих. Дождь прошёл. Свет погас. Дом спит.';
    const lexicon: Lexicon = {
      lemmas: (word) => {
        const lemma = word === 'шли' || word === 'идет' ? 'идти' : word;
        return [{ lemma, partOfSpeech: 'verb', probability: 1 }];
      },
    };
    expect(found(script, 'ru')).not.toContain('key-word: шли');
    expect(found(script, 'ru', lexicon)).toEqual(['key-word: шли', 'key-word: идёт']);
  });
});
