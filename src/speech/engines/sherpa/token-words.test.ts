import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';
import type { HeardToken } from './result.ts';
import { toWords } from './token-words.ts';

/** Tokens as `text@start`, or `text@start+duration`, in seconds. */
function heard(...tokens: readonly string[]): readonly HeardToken[] {
  return tokens.map((token) => {
    const [, text = '', start, duration] = /^(.*)@([\d.]+)(?:\+([\d.]+))?$/su.exec(token) ?? [];
    return {
      text,
      startSec: Number(start),
      durationSec: duration === undefined ? undefined : Number(duration),
      logProbability: undefined,
    };
  });
}

/** Sound with a voice from second to second. */
function voice(
  durationSec: number,
  ...voiced: readonly (readonly [fromSec: number, toSec: number])[]
): Float32Array {
  return Float32Array.from({ length: Math.round(durationSec * SAMPLE_RATE_HZ) }, (_, index) => {
    const sec = index / SAMPLE_RATE_HZ;
    return voiced.some(([from, to]) => sec >= from && sec < to) ? 0.3 * Math.sin(index * 0.3) : 0;
  });
}

function shown(tokens: readonly string[], sound = voice(4, [0, 4])): readonly string[] {
  return toWords(heard(...tokens), sound).map(
    ({ text, startSec, endSec }) => `${text} ${startSec.toFixed(2)}-${endSec.toFixed(2)}`,
  );
}

const texts = (...tokens: readonly string[]): readonly string[] =>
  toWords(heard(...tokens.map((token, index) => `${token}@${index / 10}`)), voice(4, [0, 4])).map(
    ({ text }) => text,
  );

describe('words of tokens', () => {
  it.each([
    ['pieces of words', [' при', 'вет', ' мир'], ['привет', 'мир']],
    ['a vocabulary with its own mark of a beginning', ['▁при', 'вет', '▁мир'], ['привет', 'мир']],
    ['letters, and a blank of its own', ['д', 'а', ' ', 'н', 'е', 'т'], ['да', 'нет']],
    ['punctuation', [' Да', ',', ' нет', '.'], ['Да,', 'нет.']],
    ['a dash that stands alone', [' Москва', ' —', ' столица'], ['Москва —', 'столица']],
    ['a quotation mark before the word', [' «', 'Тихий', ' двор', '»', '.'], ['«Тихий', 'двор».']],
    ['bytes of one character', [' caf', '<0xC3>', '<0xA9>', ' ok'], ['café', 'ok']],
    ['marks that are no text', ['<unk>', ' да', '<unk>', ' нет'], ['да', 'нет']],
    ['a sign that is said', [' 50', '%', ' из'], ['50%', 'из']],
    ['nothing but punctuation', [' —', '.'], []],
  ])('are put together from %s', (_, tokens, words) => {
    expect(texts(...tokens)).toEqual(words);
  });

  it('begin at the first token that is said, not at the blank or the quotation mark before it', () => {
    expect(shown([' да@1', ' @1.5', 'н@2', 'е@2.1', 'т@2.2'])).toEqual(['да 1.00-2.00', 'нет 2.00-4.00']);
    expect(shown([' «@1', 'да@1.4', '»@2'])).toEqual(['«да» 1.40-4.00']);
  });

  it('end where the next one begins, when the voice goes on', () => {
    expect(shown([' раз@1', ' два@1.6', ' три@2'], voice(3, [1, 2.5]))).toEqual([
      'раз 1.00-1.60',
      'два 1.60-2.00',
      'три 2.00-2.50',
    ]);
  });

  it('end where the sound does, when silence follows', () => {
    expect(shown([' раз@1', ' два@3'], voice(4, [1, 1.5], [3, 3.4]))).toEqual([
      'раз 1.00-1.50',
      'два 3.00-3.40',
    ]);
  });

  it('do not reach over a silence, even to something louder and longer', () => {
    // A breath of 0.8 s after a word of 0.3 s.
    expect(shown([' да@1', ' нет@3'], voice(4, [1, 1.3], [1.8, 2.6], [3, 3.5]))).toEqual([
      'да 1.00-1.30',
      'нет 3.00-3.50',
    ]);
  });

  it('keep what is said after a short silence inside them', () => {
    // The closure of a plosive.
    expect(shown([' от@1', 'вет@1.4'], voice(3, [1, 1.3], [1.4, 1.8]))).toEqual(['ответ 1.00-1.80']);
  });

  it('begin with their sound, when the model places them in the silence before it', () => {
    expect(shown([' да@0.85'], voice(3, [1, 1.5]))).toEqual(['да 1.00-1.50']);
  });

  it('last as long as the model says, if it does, but not into the next word', () => {
    expect(shown([' раз@1+0.2', ' два@1.6+0.8', ' три@2+0.1'])).toEqual([
      'раз 1.00-1.20',
      'два 1.60-2.00',
      'три 2.00-2.10',
    ]);
  });

  it('end by the sound where the model gives a token no time of its own', () => {
    expect(shown([' да@1+0', ' нет@2+0.3'], voice(3, [1, 1.5], [2, 2.5]))).toEqual([
      'да 1.00-1.50',
      'нет 2.00-2.30',
    ]);
  });

  it('are as sure as what is said of them', () => {
    const tokens = [
      { text: ' при', startSec: 0, durationSec: undefined, logProbability: Math.log(0.9) },
      { text: 'вет', startSec: 0.2, durationSec: undefined, logProbability: Math.log(0.4) },
      { text: ',', startSec: 0.4, durationSec: undefined, logProbability: Math.log(0.01) },
    ];
    expect(toWords(tokens, voice(1, [0, 1]))[0]?.confidence).toBeCloseTo(0.6);
  });

  it('have no sureness where the decoder tells none', () => {
    expect(toWords(heard(' да@0'), voice(1, [0, 1]))[0]).not.toHaveProperty('confidence');
  });

  it('are ordered, do not overlap, and lie in the sound, whatever the model says', () => {
    const token = fc.record({
      text: fc.constantFrom(' а', 'б', ' ', ',', ' —', '<unk>', '<0xD0>'),
      startSec: fc.double({ min: 0, max: 3, noNaN: true }),
      durationSec: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      logProbability: fc.constant(undefined),
    });
    const sound = voice(2, [0.2, 0.9], [1.3, 1.9]);
    fc.assert(
      fc.property(fc.array(token, { maxLength: 20 }), (tokens) => {
        let last = 0;
        const inOrder = tokens.toSorted((one, other) => one.startSec - other.startSec);
        for (const { startSec, endSec } of toWords(inOrder, sound)) {
          expect(startSec).toBeGreaterThanOrEqual(last);
          expect(endSec).toBeGreaterThanOrEqual(startSec);
          expect(endSec).toBeLessThanOrEqual(2);
          last = endSec;
        }
      }),
    );
  });

  it('are none of nothing', () => {
    expect(toWords([], new Float32Array(0))).toEqual([]);
  });
});
