import { describe, expect, it } from 'vitest';
import { missingWavLength } from './wav-length.ts';

interface Header {
  readonly dataBytes: number;
  readonly extraChunk?: string;
}

/** The head of a 16 kHz mono 16-bit WAV: 32,000 bytes a second. */
function wavHead({ dataBytes, extraChunk = '' }: Header): Buffer {
  const format = Buffer.alloc(24);
  format.write('fmt ', 0, 'latin1');
  format.writeUInt32LE(16, 4);
  format.writeUInt32LE(16_000, 12);
  format.writeUInt32LE(32_000, 16);
  const extra = Buffer.alloc(extraChunk === '' ? 0 : 8 + extraChunk.length + (extraChunk.length % 2));
  if (extra.length > 0) {
    extra.write('LIST', 0, 'latin1');
    extra.writeUInt32LE(extraChunk.length, 4);
    extra.write(extraChunk, 8, 'latin1');
  }
  const data = Buffer.alloc(8);
  data.write('data', 0, 'latin1');
  data.writeUInt32LE(dataBytes, 4);
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), format, extra, data]);
}

describe('missingWavLength', () => {
  it('gives the stated length of a file that ends before', () => {
    expect(missingWavLength(wavHead({ dataBytes: 320_000 }), 160_044)).toBe(10);
    expect(missingWavLength(wavHead({ dataBytes: 320_000, extraChunk: 'odd' }), 160_056)).toBe(10);
  });

  it('has nothing to say about a whole file', () => {
    expect(missingWavLength(wavHead({ dataBytes: 320_000 }), 320_044)).toBeNull();
  });

  it.each([0xffff_ffff, 0x7fff_ffff, 0x7fff_f000, 0])('takes the size %i for none', (dataBytes) => {
    expect(missingWavLength(wavHead({ dataBytes }), 160_044)).toBeNull();
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a header cut in the middle', wavHead({ dataBytes: 320_000 }).subarray(0, 30)],
    ['another container', Buffer.from('RIFF\0\0\0\0AVI LIST', 'latin1')],
    ['no format before the data', Buffer.from('RIFF\0\0\0\0WAVEdata\0\0\xFF\0', 'latin1')],
  ])('survives %s', (_, head) => {
    expect(missingWavLength(head, 100)).toBeNull();
  });
});
