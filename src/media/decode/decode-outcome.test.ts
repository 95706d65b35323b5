import { describe, expect, it } from 'vitest';
import type { LineKind } from '../child/stderr-lines.ts';
import type { EndedDecode } from './decode-outcome.ts';
import { judgeDecode } from './decode-outcome.ts';

interface Case extends Partial<Omit<EndedDecode, 'stderr' | 'name'>> {
  readonly counts?: Partial<Record<LineKind, number>>;
  readonly kept?: readonly string[];
}

function judge({ counts = {}, kept = [], ...rest }: Case): ReturnType<typeof judgeDecode> {
  return judgeDecode({
    name: 'talk.mp4',
    container: 'mp4',
    exit: { code: 0, signal: null },
    decodedSec: 60,
    expectedSec: 60,
    ...rest,
    stderr: { kept, count: (kind) => counts[kind] ?? 0 },
  });
}

describe('judgeDecode', () => {
  it.each([
    { decodedSec: 60 },
    { decodedSec: 58.9 },
    { decodedSec: 2.6, expectedSec: 3 },
    { decodedSec: 75 },
    { decodedSec: 10, expectedSec: null },
  ])('is content with $decodedSec s of $expectedSec', (ended) => {
    expect(judge(ended)).toEqual([]);
  });

  it('says by how much a recording is cut, the half packet at the cut included', () => {
    const counts = { any: 3, decodeError: 1 };
    expect(judge({ decodedSec: 27.52, counts })).toEqual([
      { code: 'recording-cut', params: { expectedSec: 60, decodedSec: 27.5 } },
    ]);
  });

  it('calls a loss in the middle of an MP3 damage, not a cut', () => {
    const mp3 = { container: 'mp3', decodedSec: 57 };
    expect(judge({ ...mp3, counts: { any: 2, decodeError: 1 } })).toEqual([
      { code: 'recording-damaged', params: {} },
    ]);
    expect(judge(mp3)).toMatchObject([{ code: 'recording-cut' }]);
  });

  it('says both of a damaged recording that is cut as well', () => {
    const counts = { any: 9, decodeError: 8 };
    expect(judge({ decodedSec: 30, counts }).map(({ code }) => code)).toEqual([
      'recording-cut',
      'recording-damaged',
    ]);
  });

  it('calls any complaint of ffmpeg damage when nothing is missing', () => {
    expect(judge({ counts: { any: 1 } })).toEqual([{ code: 'recording-damaged', params: {} }]);
  });

  it.each<[string, Case]>([
    ['ffmpeg was killed', { exit: { code: null, signal: 'SIGKILL' } }],
    ['ffmpeg gave up under way', { exit: { code: 1, signal: null }, kept: ['Invalid data found'] }],
    ['ffmpeg failed without a word', { exit: { code: 1, signal: null }, decodedSec: 0 }],
    ['the disk failed, whatever ffmpeg makes of it', { counts: { any: 1, readError: 1 } }],
  ])('never hands out a part as the whole: %s', (_, ended) => {
    expect(() => judge(ended)).toThrow(expect.objectContaining({ code: 'decode-failed' }));
  });

  it('says what is wrong when there is no sound at all', () => {
    const decodedSec = 0;
    const exit = { code: 1, signal: null };
    const damaged = expect.objectContaining({ code: 'media-damaged', details: { file: 'talk.mp4' } });
    expect(() => judge({ decodedSec })).toThrow(damaged);
    expect(() => judge({ decodedSec, exit, kept: ['x: Invalid data found when processing input'] })).toThrow(
      damaged,
    );
    const lacksDecoder = ['Decoder (codec none) not found for input stream #0:0'];
    expect(() => judge({ decodedSec, exit, kept: lacksDecoder })).toThrow(
      expect.objectContaining({ code: 'not-media' }),
    );
  });
});
