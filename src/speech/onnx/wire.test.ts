import { describe, expect, it } from 'vitest';
import { bytesField, floatField, integerField, join, lengthOf, readFields, textField } from './wire.ts';

const hex = (pieces: readonly Uint8Array[]): string => Buffer.from(join(pieces)).toString('hex');
const damaged = (): Error => new RangeError('damaged');

describe('the fields of a message', () => {
  // Encodings as the documentation of protobuf spells them out.
  it.each([
    ['a small number', integerField(1, 150), '089601'],
    ['the largest exact number', integerField(1, 2 ** 53 - 1), '08ffffffffffffff0f'],
    ['a negative number', integerField(1, -2), '08feffffffffffffffff01'],
    ['a field whose number takes two bytes', integerField(16, 1), '800101'],
    ['a float', floatField(2, 0.25), '150000803e'],
    ['text', textField(2, 'testing'), '120774657374696e67'],
    ['letters of two bytes', textField(2, 'ё'), '1202d191'],
    ['a message in a message', bytesField(3, integerField(1, 150)), '1a03089601'],
    ['nothing', bytesField(3, []), '1a00'],
  ])('write %s', (_, pieces, bytes) => {
    expect(hex(pieces)).toBe(bytes);
    expect(lengthOf(pieces)).toBe(bytes.length / 2);
  });

  it('refer to large bytes without copying them', () => {
    const large = new Uint8Array(1_000);
    expect(bytesField(9, [large])).toContain(large);
  });

  it('are read back in order, each with its body and as it stood', () => {
    const written = [integerField(1, 7), textField(2, 'seven'), floatField(3, 7)];
    const fields = [...readFields(join(written.flat()), damaged)];
    expect(fields.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(fields.map(({ raw }) => hex([raw]))).toEqual(written.map(hex));
    expect(fields.map(({ body }) => body && Buffer.from(body).toString())).toEqual([
      undefined,
      'seven',
      undefined,
    ]);
  });

  it('are damaged when they end early', () => {
    const whole = join([...integerField(1, 150), ...textField(2, 'seven'), ...floatField(3, 7)]);
    const ends = [1, 2, 4, 9, 11, 14];
    for (const end of ends) {
      expect(() => [...readFields(whole.subarray(0, end), damaged)]).toThrow('damaged');
    }
  });
});
