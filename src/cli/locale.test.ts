import { describe, expect, it } from 'vitest';
import { chooseLocale } from './locale.ts';

describe('chooseLocale', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'ru_RU.UTF-8' }, 'ru'],
    [{ LANG: 'ru' }, 'ru'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'run_BI.UTF-8' }, 'en'],
    [{ LANG: 'de_DE', LC_MESSAGES: 'ru_RU' }, 'ru'],
    [{ LANG: 'ru_RU', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'ru_RU', LC_ALL: '' }, 'ru'],
  ])('by the environment %o is %s', (env, expected) => {
    expect(chooseLocale({ argv: [], env })).toEqual({ locale: expected });
  });

  it('puts --lang over the environment, wherever it stands, the last one last', () => {
    const env = { LANG: 'ru_RU.UTF-8' };
    expect(chooseLocale({ argv: ['--lang', 'en', 'doctor'], env })).toEqual({ locale: 'en' });
    expect(chooseLocale({ argv: ['doctor', '--lang=en'], env })).toEqual({ locale: 'en' });
    expect(chooseLocale({ argv: ['--lang=en', '--lang', 'ru'], env: {} })).toEqual({ locale: 'ru' });
  });

  it('takes no file name for the option, and leaves an option without a value to the parser', () => {
    expect(chooseLocale({ argv: ['analyze', '--', '--lang', 'ru'], env: {} })).toEqual({ locale: 'en' });
    expect(chooseLocale({ argv: ['doctor', '--lang'], env: {} })).toEqual({ locale: 'en' });
  });

  it('tells a language that does not exist, in the language of the environment', () => {
    expect(chooseLocale({ argv: ['--lang', 'fr'], env: { LANG: 'ru_RU' } })).toEqual({
      locale: 'ru',
      wrongOption: 'fr',
    });
  });
});
