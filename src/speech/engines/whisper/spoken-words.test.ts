import { describe, expect, it } from 'vitest';
import type { HeardText } from './hear-chunk.ts';
import { spokenWords } from './spoken-words.ts';

/** What is heard of a text: clearly, unless said otherwise. */
function heard(text: string, { noSpeech = 0.05, meanLogProbability = -0.2, focus = 0.4 } = {}): HeardText {
  const attention = new Float32Array(500).fill((1 - focus) / 500);
  attention[250] = focus;
  return {
    words: text
      .split(' ')
      .map((word, index) => ({ text: word, startSec: index, endSec: index + 1, confidence: 0.9 })),
    tokens: [{ token: 1, logProbability: meanLogProbability, attention }],
    endMark: undefined,
    hasLooped: false,
    isRepetitive: false,
    meanLogProbability,
    noSpeech,
    language: 'ru',
    languages: undefined,
  };
}

const left = (text: string, facts?: Parameters<typeof heard>[1]): string =>
  spokenWords(heard(text, facts))
    .map((word) => word.text)
    .join(' ');

describe('spokenWords', () => {
  // As measured on silence, hiss, wind, a hum, and five pieces of music.
  it.each([
    ['Редактор субтитров А.Синецкая Корректор А.Егорова', { noSpeech: 0.92, meanLogProbability: -0.5 }],
    ['Редактор субтитров А. Синецкая Корректор А. Кулакова', { noSpeech: 0.5, meanLogProbability: -0.5 }],
    ['Субтитры Редактор субтитров А.Семкин Корректор А.Егорова', { noSpeech: 0.58 }],
    ['Субтитры создавал DimaTorzok', { noSpeech: 0.1 }],
    ['ДИНАМИЧНАЯ МУЗЫКА', { noSpeech: 0.34, meanLogProbability: -0.54 }],
    ['МУЗЫКАЛЬНАЯ ЗАСТАВКА', { noSpeech: 0.06, meanLogProbability: -0.22 }],
    ['ПОЛИЦЕЙСЯ', { noSpeech: 0.3, meanLogProbability: -1.37 }],
    ['Thank you.', { noSpeech: 0.52, meanLogProbability: -0.45 }],
    ['you', { noSpeech: 0.92, meanLogProbability: -0.6 }],
    ['Bye bye.', { noSpeech: 0.5, meanLogProbability: -1.28 }],
    ['Слышь, я не могу.', { noSpeech: 0.87, meanLogProbability: -1.95 }],
    ["I'm not a fan of the game.", { noSpeech: 0.34, meanLogProbability: -2.02 }],
    ["I'm going to go to the bathroom.", { noSpeech: 0.7, meanLogProbability: -1.3 }],
    ['Взбрак', { noSpeech: 0.06, meanLogProbability: -2.61, focus: 0.13 }],
    ["I'm not sure if I can do it.", { noSpeech: 0.06, meanLogProbability: -1.8, focus: 0.11 }],
  ])('leaves nothing of what nobody said: %s', (text, facts) => {
    expect(left(text, facts)).toBe('');
  });

  // As measured on speech.
  it.each([
    ['Thank you.', { noSpeech: 0.01, meanLogProbability: -0.31 }],
    ['До свидания.', { noSpeech: 0.12, meanLogProbability: -0.4 }],
    ['Вечерня отошла давно', { noSpeech: 0.56, meanLogProbability: -0.28, focus: 0.35 }],
    ['чарли', { noSpeech: 0.83, meanLogProbability: -0.72, focus: 0.68 }],
    ['Аж 323.', { noSpeech: 0.97, meanLogProbability: -0.57, focus: 0.35 }],
    ['ASK NOT!', { noSpeech: 0.05, meanLogProbability: -0.4 }],
    ['MISDN', { noSpeech: 0.45, meanLogProbability: -0.54, focus: 0.44 }],
    ['ВНИМАНИЕ!', { noSpeech: 0.1 }],
    ['редактор субтитров работает медленно', { noSpeech: 0.1 }],
    ['мы сделали субтитры за день', { noSpeech: 0.1 }],
    ['мутная и невнятная речь', { noSpeech: 0.2, meanLogProbability: -2, focus: 0.24 }],
    ['музыка', { noSpeech: 0.2 }],
  ])('keeps what somebody said: %s', (text, facts) => {
    expect(left(text, facts)).toBe(text);
  });

  it('takes credits off the end of speech', () => {
    expect(left('Спасибо за внимание! Редактор субтитров А.Семкин Корректор А.Егорова')).toBe(
      'Спасибо за внимание!',
    );
    expect(left('And that was it. Subtitles by the Amara.org community')).toBe('And that was it.');
  });

  it('has nothing to say about nothing', () => {
    const nothing: HeardText = { ...heard(''), words: [], tokens: [] };
    expect(spokenWords(nothing)).toEqual([]);
  });
});
