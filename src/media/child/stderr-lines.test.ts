import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { StderrLines } from './stderr-lines.ts';
import { collectStderr } from './stderr-lines.ts';

async function collect(pieces: readonly string[]): Promise<StderrLines> {
  const stream = new PassThrough();
  const lines = collectStderr(stream);
  for (const piece of pieces) {
    stream.write(piece);
  }
  stream.end();
  await lines.closed;
  return lines;
}

describe('collectStderr', () => {
  it('counts a line of a kind however it is cut into pieces, the unfinished last one too', async () => {
    const lines = await collect([
      '[aac] Error while dec',
      'oding stream #0:0\n\nfile: Input/output',
      ' error',
    ]);
    expect(lines.kept).toEqual(['[aac] Error while decoding stream #0:0', 'file: Input/output error']);
    expect([lines.count('decodeError'), lines.count('readError'), lines.count('any')]).toEqual([1, 1, 2]);
  });

  it('counts all, but keeps only the first ones', async () => {
    const lines = await collect(Array.from({ length: 5000 }, (_, at) => `Decoding error ${at}\n`));
    expect(lines.count('decodeError')).toBe(5000);
    expect(lines.kept).toHaveLength(40);
    expect(lines.kept[0]).toBe('Decoding error 0');
  });

  it('does not grow with a line that never ends', async () => {
    const lines = await collect(Array.from({ length: 100 }, () => 'x'.repeat(10_000)));
    expect(lines.kept.map((line) => line.length <= 10_400)).toEqual([true]);
  });

  it('closes when the pipe breaks', async () => {
    const stream = new PassThrough();
    const lines = collectStderr(stream);
    stream.destroy(new Error('broken'));
    await expect(lines.closed).resolves.toBeUndefined();
  });
});
