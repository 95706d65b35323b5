import { describe, expect, it } from 'vitest';
import { parseFfprobeOutput } from './ffprobe-output.ts';
import type { SoundTrack } from './sound-track.ts';
import { chooseSoundTrack } from './sound-track.ts';

const VIDEO = { index: 0, codec_type: 'video', codec_name: 'h264', disposition: { default: 1 } };
const SOUND = {
  index: 1,
  codec_type: 'audio',
  codec_name: 'aac',
  sample_rate: '48000',
  channels: 2,
  duration: '12.5',
  disposition: { default: 0 },
};

function choose(streams: readonly object[], format: object = {}): SoundTrack {
  const json = JSON.stringify({ streams, format: { format_name: 'mov,mp4', duration: '13.0', ...format } });
  const output = parseFfprobeOutput(json);
  if (output === null) {
    throw new Error(`not understood: ${json}`);
  }
  return chooseSoundTrack(output, 'talk.mp4');
}

describe('chooseSoundTrack', () => {
  it('takes the first track of sound', () => {
    expect(choose([VIDEO, SOUND, { ...SOUND, index: 2 }])).toEqual({
      streamIndex: 1,
      codec: 'aac',
      sampleRateHz: 48_000,
      channels: 2,
      durationSec: 12.5,
    });
  });

  it('prefers the default track', () => {
    const commentary = { ...SOUND, index: 2, disposition: { default: 1 } };
    expect(choose([VIDEO, SOUND, commentary]).streamIndex).toBe(2);
  });

  it('passes over a default track that cannot be read', () => {
    const broken = { index: 2, codec_type: 'audio', disposition: { default: 1 }, channels: 0 };
    expect(choose([broken, SOUND]).streamIndex).toBe(1);
  });

  it('takes the length of the sound before that of the container', () => {
    const { duration: _, ...silentOnLength } = SOUND;
    expect(choose([{ ...silentOnLength, tags: { DURATION: '01:00:07.500000000' } }]).durationSec).toBe(
      3607.5,
    );
    expect(choose([silentOnLength]).durationSec).toBe(13);
    expect(choose([silentOnLength], { duration: 'N/A' }).durationSec).toBeNull();
  });

  it('knows which containers state the end and not the length', () => {
    const { duration: _, ...silentOnLength } = SOUND;
    const late = { start_time: '100.0', duration: '130.0' };
    expect(choose([silentOnLength], { ...late, format_name: 'matroska,webm' }).durationSec).toBe(30);
    expect(choose([silentOnLength], { ...late, format_name: 'mpegts' }).durationSec).toBe(130);
    const short = { start_time: '100.0', duration: '30.0' };
    expect(choose([silentOnLength], { ...short, format_name: 'flv' }).durationSec).toBe(30);
  });

  it.each([
    ['no-audio', [VIDEO]],
    ['no-audio', [{ index: 0, codec_type: 'subtitle', codec_name: 'srt' }]],
    ['not-media', [{ index: 0, codec_type: 'audio', sample_rate: '8000', channels: 1 }]],
    ['media-damaged', [{ ...SOUND, sample_rate: '0' }]],
    ['media-damaged', [{ ...SOUND, channels: 0 }]],
  ] as const)('refuses as %s what has no usable sound', (code, streams) => {
    expect(() => choose(streams)).toThrow(expect.objectContaining({ code, details: { file: 'talk.mp4' } }));
  });
});

describe('parseFfprobeOutput', () => {
  it.each(['', '{', '[]', '{"streams":[]}', '{"format":{"format_name":3}}'])(
    'understands nothing of %j',
    (json) => {
      expect(parseFfprobeOutput(json)).toBeNull();
    },
  );
});
