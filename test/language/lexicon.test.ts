/** The Russian lexicon over its real dictionaries. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Lexicon } from '../../src/language/index.ts';
import { loadRussianLexicon } from '../../src/pipeline/load-lexicon.ts';

let lexicon: Lexicon;

beforeAll(async () => {
  lexicon = await loadRussianLexicon();
});

/** The likeliest reading. */
function first(word: string): string {
  const [reading] = lexicon.lemmas(word);
  return reading === undefined ? '' : `${reading.lemma} ${reading.partOfSpeech}`;
}

describe('the Russian lexicon', () => {
  it.each([
    ['шёл', 'идти verb'],
    ['людей', 'человек noun'],
    ['домами', 'дом noun'],
    ['лучшего', 'хороший adjective'],
    ['поновее', 'новый comparative'],
    ['сделанный', 'сделать participle'],
    ['говоря', 'говорить gerund'],
    ['нас', 'мы pronoun'],
    ['двумя', 'два numeral'],
    ['быстро', 'быстро adverb'],
    ['через', 'через preposition'],
    ['чтобы', 'чтобы conjunction'],
    ['кто-то', 'кто-то pronoun'],
    ['Москве', 'москва noun'],
  ])('knows %s as %s', (word, reading) => {
    expect(first(word)).toBe(reading);
  });

  it('takes ё and е for one letter', () => {
    expect(lexicon.lemmas('ёлка')).toEqual(lexicon.lemmas('елка'));
    expect(first('ЗЕЛЕНЫЕ')).toBe('зеленый adjective');
    expect(first('зелёные')).toBe('зеленый adjective');
  });

  it('gives every reading of a word, the likeliest first', () => {
    expect(lexicon.lemmas('стали').map(({ lemma }) => lemma)).toEqual(['стать', 'сталь']);
    expect(lexicon.lemmas('значит').map(({ partOfSpeech }) => partOfSpeech)).toEqual(['conjunction', 'verb']);
    for (const word of ['стали', 'значит', 'все', 'типа', 'вебинаре']) {
      expect(lexicon.lemmas(word).reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
    }
  });

  it.each([
    ['вебинаре', 'вебинар noun'],
    ['нейросетями', 'нейросеть noun'],
    ['гуглить', 'гуглить verb'],
    ['интернет-магазину', 'интернет-магазин noun'],
    ['смотри-ка', 'смотреть verb'],
  ])('guesses %s, which no dictionary has, by its ending', (word, reading) => {
    expect(first(word)).toBe(reading);
  });

  it.each(['', 'iPhone', '2026', 'ъъъ', '-', 'при-', 'слово слово'])('knows nothing of %j', (word) => {
    expect(lexicon.lemmas(word)).toEqual([]);
  });
});
