import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createSilentLogger } from '../../telemetry/index.ts';
import { createChildren } from '../child/children.ts';
import { createTools } from '../child/tools.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import type { Decoding } from './decode.ts';
import { decode } from './decode.ts';

const PROBE = {
  streamIndex: 0,
  codec: 'aac',
  sampleRateHz: 48_000,
  channels: 2,
  durationSec: 1,
  container: 'mp4',
  isDurationEstimated: false,
  bytes: 1000,
};

function decodeAbsent(signal: AbortSignal): Decoding {
  const children = createChildren({ env: {} });
  const tools = createTools({ children, log: createSilentLogger() }, { paths: {}, searchPath: '' });
  return decode(tools, '/absent/talk.mp4', PROBE, { signal, name: 'talk.mp4', limits: DEFAULT_LIMITS });
}

describe('decode', () => {
  it('that nobody reads is not held by its signal', () => {
    const { signal } = new AbortController();
    decodeAbsent(signal);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('that has failed leaves nothing at its signal, and says why at both ends', async () => {
    const { signal } = new AbortController();
    const { blocks, summary } = decodeAbsent(signal);
    const [reading] = await Promise.allSettled([Array.fromAsync(blocks)]);
    expect(reading).toMatchObject({ status: 'rejected', reason: { code: 'file-not-found' } });
    await expect(summary).rejects.toMatchObject({ code: 'file-not-found' });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
