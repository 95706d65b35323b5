import { describe, expect, it } from 'vitest';
import { isOverCompressed } from './over-compressed.ts';

const item = (number: number, what: string): string =>
  `Нажмите ${number}, если вы хотите, чтобы этот звонящий абонент ${what} прямо сейчас и всегда в дальнейшем. `;

describe('isOverCompressed', () => {
  it('notices a text that is the same over and over, however long its rounds are', () => {
    const round = 'and so he went on and on about his journey to the north of the island. ';
    expect(isOverCompressed(round.repeat(4))).toBe(true);
  });

  it('is not misled by letters that take two bytes', () => {
    const text =
      'Поздравляем, вы закончили установку и выполнение программы телефонной станции. ' +
      'Вы также установили набор типовых звуков, которые помогут вам начать работу, и сможете пользоваться ими.';
    expect(isOverCompressed(text)).toBe(false);
  });

  it('is not misled by a list whose items begin alike', () => {
    const text =
      item(1, 'связался с вами') +
      item(2, 'переключился на голосовую почту') +
      'Нажмите 3, чтобы переключить этого звонящего абонента в кольцевое меню прямо сейчас и всегда в дальнейшем.';
    expect(isOverCompressed(text)).toBe(false);
  });

  it('takes a short text for what it is', () => {
    expect(isOverCompressed('да да да да')).toBe(false);
    expect(isOverCompressed('')).toBe(false);
  });
});
