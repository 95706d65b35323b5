import { expect, it } from 'vitest';
import { languageCode } from './language-names.ts';

it.each([
  ['english', 'en'],
  ['Russian', 'ru'],
  ['ru', 'ru'],
  ['EN', 'en'],
  ['en-US', 'en'],
  ['pt_br', 'pt'],
  ['hebrew', 'he'],
  ['ukrainian', 'uk'],
  ['klingon', undefined],
  ['', undefined],
])('%s is %s', (name, code) => {
  expect(languageCode(name)).toBe(code);
});
