import { describe, expect, it } from 'vitest';
import { BootstrapError, TEXTS, languageOf, textOf } from '../../scripts/bootstrap/voice.mjs';

function holesOf(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();
}

describe('the texts', () => {
  it.each(Object.entries(TEXTS))('%s says the same in both languages', (_, { en, ru }) => {
    expect(holesOf(ru)).toEqual(holesOf(en));
    expect(ru.split('\n')).toHaveLength(en.split('\n').length);
  });

  it('are filled with details', () => {
    const details = { what: 'a-package', reason: 'no answer' };
    expect(textOf('fetch-failed', details, 'ru')).toContain('загрузить a-package из реестра npm: no answer');
    expect(textOf('fetch-failed', { ...details, what: TEXTS.packages }, 'ru')).toContain(
      'загрузить пакеты из',
    );
    expect(new BootstrapError('fetch-failed', details).message).toContain('fetch a-package from');
  });

  it.each([
    [{}, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'ru_RU.UTF-8' }, 'ru'],
    [{ LANG: 'ru_RU.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'ru_RU.UTF-8' }, 'ru'],
    [{ LANG: 'ru_RU.UTF-8', LC_ALL: '' }, 'ru'],
  ])('are in the language of %j: %s', (env, language) => {
    expect(languageOf(env)).toBe(language);
  });
});
