import { describe, expect, it } from 'vitest';
import { sizeText } from './size-text.ts';

describe('sizeText', () => {
  it.each([
    [0, '0 kB', '0 кБ'],
    [300, '0.3 kB', '0,3 кБ'],
    [6_072_382, '6.1 MB', '6,1 МБ'],
    [145_217_607, '145 MB', '145 МБ'],
    [1_617_824_864, '1.6 GB', '1,6 ГБ'],
  ])('says %i bytes', (bytes, en, ru) => {
    expect(sizeText(bytes, 'en')).toBe(en);
    expect(sizeText(bytes, 'ru')).toBe(ru);
  });
});
