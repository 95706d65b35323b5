/** Every format that is promised, made from a real voice and compared with it after decoding. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compareSound, rms } from './support/compare-sound.ts';
import { EXAMPLE_TALK, ffmpeg, listEncoders, PICTURE, useWorkbench } from './support/workbench.ts';

const bench = useWorkbench();
const encoders = await listEncoders();

/** The first seconds of the talk, as they are. */
const VOICE_SEC = 3;
const VOICE = ['-t', String(VOICE_SEC), '-i', EXAMPLE_TALK] as const;
let voice: Float32Array;

beforeAll(async () => {
  ({ samples: voice } = await bench.hear(
    await bench.make('voice.wav', [...VOICE, '-ac', '1', '-ar', '16000']),
  ));
});

interface Format {
  readonly name: string;
  readonly container: string;
  readonly codec: string;
  /** The encoder of the picture, if there is one. */
  readonly video?: string;
  /** The encoder of the sound. */
  readonly audio: string;
  readonly args?: readonly string[];
  readonly isLive?: boolean;
}

const H264 = 'libx264';
const FORMATS: readonly Format[] = [
  { name: 'talk.mp4', container: 'mp4', codec: 'aac', video: H264, audio: 'aac' },
  { name: 'talk.m4v', container: 'mp4', codec: 'aac', video: H264, audio: 'aac' },
  { name: 'talk.mov', container: 'mp4', codec: 'pcm_s16le', video: H264, audio: 'pcm_s16le' },
  {
    name: 'fragmented.mp4',
    container: 'mp4',
    codec: 'aac',
    video: H264,
    audio: 'aac',
    args: ['-g', '5', '-movflags', 'frag_keyframe+empty_moov'],
  },
  { name: 'alac.m4a', container: 'mp4', codec: 'alac', audio: 'alac' },
  { name: 'talk.m4a', container: 'mp4', codec: 'aac', audio: 'aac' },
  { name: 'talk.3gp', container: 'mp4', codec: 'aac', video: H264, audio: 'aac' },
  {
    name: 'talk.mkv',
    container: 'matroska',
    codec: 'ac3',
    video: H264,
    audio: 'ac3',
    args: ['-ar', '48000'],
  },
  { name: 'talk.webm', container: 'matroska', codec: 'opus', video: 'libvpx', audio: 'libopus' },
  {
    name: 'live.webm',
    container: 'matroska',
    codec: 'opus',
    audio: 'libopus',
    args: ['-live', '1', '-f', 'webm'],
    isLive: true,
  },
  { name: 'talk.avi', container: 'avi', codec: 'mp3', video: 'mpeg4', audio: 'libmp3lame' },
  { name: 'talk.flv', container: 'flv', codec: 'aac', video: H264, audio: 'aac' },
  { name: 'talk.wmv', container: 'asf', codec: 'wmav2', video: 'wmv2', audio: 'wmav2' },
  {
    name: 'talk.mpg',
    container: 'mpeg-ps',
    codec: 'mp2',
    video: 'mpeg2video',
    audio: 'mp2',
    args: ['-r', '25', '-ar', '44100'],
  },
  { name: 'talk.ts', container: 'mpeg-ts', codec: 'aac', video: H264, audio: 'aac' },
  { name: 'talk.mp3', container: 'mp3', codec: 'mp3', audio: 'libmp3lame' },
  { name: 'talk.aac', container: 'aac', codec: 'aac', audio: 'aac' },
  { name: 'talk.ogg', container: 'ogg', codec: 'vorbis', audio: 'libvorbis' },
  { name: 'talk.opus', container: 'ogg', codec: 'opus', audio: 'libopus' },
  { name: 'talk.flac', container: 'flac', codec: 'flac', audio: 'flac' },
  { name: 'talk.wma', container: 'asf', codec: 'wmav2', audio: 'wmav2' },
  { name: 'talk.aiff', container: 'aiff', codec: 'pcm_s16be', audio: 'pcm_s16be' },
  { name: '16.wav', container: 'wav', codec: 'pcm_s16le', audio: 'pcm_s16le' },
  { name: '24.wav', container: 'wav', codec: 'pcm_s24le', audio: 'pcm_s24le' },
  { name: '32f.wav', container: 'wav', codec: 'pcm_f32le', audio: 'pcm_f32le' },
];

/** The encoders that this ffmpeg lacks for a format. */
function lacking({ audio, video }: Format): readonly string[] {
  return [audio, ...(video === undefined ? [] : [video])].filter((encoder) => !encoders.has(encoder));
}

/** ffmpeg's arguments for one of many outputs: input 0 is the voice, 1 the picture. */
function outputArguments({ name, audio, video, args = [] }: Format): readonly string[] {
  // Pictures in the order in which they are shown: otherwise some containers start late.
  const picture = video === undefined ? [] : ['-map', '1:v', '-c:v', video, '-bf', '0'];
  const sound = ['-map', '0:a', '-c:a', audio, '-af', 'pan=stereo|c0=c0|c1=c0'];
  return [...picture, ...sound, '-t', String(VOICE_SEC), ...args, bench.path(name)];
}

describe('formats', () => {
  beforeAll(async () => {
    const outputs = FORMATS.filter((format) => lacking(format).length === 0).flatMap(outputArguments);
    await ffmpeg([...VOICE, ...PICTURE, ...outputs]);
  });

  for (const format of FORMATS) {
    const { name, container, codec, isLive = false } = format;
    const missing = lacking(format);
    const note = missing.length === 0 ? '' : ` (this ffmpeg cannot make it: no ${missing.join(', ')})`;

    it.skipIf(missing.length > 0)(`${name}: ${codec} in ${container}${note}`, async () => {
      const { probe, samples, summary } = await bench.hear(bench.path(name));
      const { durationSec, ...facts } = probe;
      expect(facts).toMatchObject({ container, codec, channels: 2 });
      // What the container does not state is taken as right here.
      expect(durationSec === null).toBe(isLive);
      expect(Math.abs((durationSec ?? VOICE_SEC) - VOICE_SEC)).toBeLessThan(0.2);
      expect(Math.abs(summary.durationSec - VOICE_SEC)).toBeLessThan(0.2);
      expect(summary.notices).toEqual([]);
      expect(samples).toHaveLength(Math.round(summary.durationSec * 16_000));
      const { correlation, lagSec } = compareSound(voice, samples, 1);
      expect(correlation).toBeGreaterThan(0.85);
      expect(Math.abs(lagSec)).toBeLessThan(0.1);
      expect(Math.abs(rms(samples) / rms(voice) - 1)).toBeLessThan(0.15);
    });
  }

  it('talk.amr and 3gp with it: speech of a telephone', async () => {
    const amr = await bench.write('talk.amr', makeAmr(VOICE_SEC));
    const gpp = await bench.make('amr.3gp', ['-i', amr, '-c', 'copy']);
    for (const [path, container] of [
      [amr, 'amr'],
      [gpp, 'mp4'],
    ] as const) {
      const { probe, samples, summary } = await bench.hear(path);
      expect(probe).toMatchObject({ container, codec: 'amr_nb', sampleRateHz: 8000, channels: 1 });
      expect(summary.durationSec).toBeCloseTo(VOICE_SEC, 1);
      expect(summary.notices).toContainEqual({ code: 'narrow-band', params: { sampleRateHz: 8000 } });
      expect(rms(samples)).toBeGreaterThan(0.001);
    }
  });
});

/** AMR of 12.2 kbit/s: frames of 20 ms whose bits, being arbitrary, decode to noise. No encoder is needed. */
function makeAmr(sec: number): Uint8Array {
  const frames = Array.from({ length: sec * 50 }, (_, frame) => {
    return [0x3c, ...Array.from({ length: 31 }, (__, at) => (frame * 151 + at * at * 89 + at * 31) % 256)];
  });
  return Buffer.concat([Buffer.from('#!AMR\n'), Uint8Array.from(frames.flat())]);
}

describe('tracks', () => {
  it('content decides, never the extension', async () => {
    const path = await bench.make('music.mp4', [...VOICE, '-vn', '-f', 'mp3']);
    expect(await bench.media().probe(path, { signal: AbortSignal.timeout(10_000) })).toMatchObject({
      container: 'mp3',
      codec: 'mp3',
    });
  });

  it('takes the default track of sound', async () => {
    const maps = ['-map', '0:a', '-map', '1:a', '-disposition:a:0', '0', '-disposition:a:1', 'default'];
    const silence = ['-f', 'lavfi', '-t', '1', '-i', 'anullsrc=r=16000'];
    const path = await bench.make('two.mkv', [...silence, ...VOICE, ...maps, '-c:a', 'pcm_s16le']);
    const { probe, samples } = await bench.hear(path);
    expect(probe.streamIndex).toBe(1);
    expect(rms(samples)).toBeCloseTo(rms(voice), 3);
  });

  it('keeps the times of a player when the sound starts after the picture', async () => {
    const late = [
      '-itsoffset',
      '0.7',
      ...VOICE,
      '-map',
      '0:v',
      '-map',
      '1:a',
      '-c:v',
      H264,
      '-bf',
      '0',
      '-t',
      '4',
    ];
    const path = await bench.make('late.mp4', [...PICTURE, ...late]);
    const { samples } = await bench.hear(path);
    const shifted = new Float32Array(voice.length + 11_200);
    shifted.set(voice, 11_200);
    expect(compareSound(shifted, samples, 2)).toMatchObject({
      correlation: expect.toSatisfy((value: number) => value > 0.9),
      lagSec: expect.toSatisfy((value: number) => Math.abs(value) < 0.05),
    });
  });

  it.each([3, 8])('decodes %i channels', async (channels) => {
    const path = await bench.make(`${channels}.wav`, [...VOICE, '-ac', String(channels)]);
    const { probe, samples, summary } = await bench.hear(path);
    expect(probe.channels).toBe(channels);
    expect(summary.notices).toEqual([]);
    expect(compareSound(voice, samples, 1).correlation).toBeGreaterThan(0.9);
  });

  it('decodes 0.3 s', async () => {
    const path = await bench.make('short.mp3', ['-ss', '1', '-t', '0.3', '-i', EXAMPLE_TALK, '-vn']);
    const { summary } = await bench.hear(path);
    expect(summary).toMatchObject({ durationSec: expect.closeTo(0.3, 1), notices: [] });
  });
});

describe('sound', () => {
  it('uses the live channel alone when the other is dead, at its full level', async () => {
    const path = await bench.make('dead.flac', [...VOICE, '-af', 'pan=stereo|c0=0*c0|c1=c0']);
    const { samples, summary } = await bench.hear(path);
    expect(summary.notices).toEqual([{ code: 'dead-channel', params: { channel: 1 } }]);
    expect(rms(samples)).toBeCloseTo(rms(voice), 3);
  });

  it('hears a voice whose channels are opposed', async () => {
    const path = await bench.make('opposed.flac', [...VOICE, '-af', 'pan=stereo|c0=c0|c1=-1*c0']);
    expect(rms((await bench.hear(path)).samples)).toBeCloseTo(rms(voice), 3);
  });

  it('knows telephone sound', async () => {
    const path = await bench.make('telephone.wav', [...VOICE, '-ar', '8000', '-c:a', 'pcm_mulaw']);
    const { summary } = await bench.hear(path);
    expect(summary.notices).toEqual([{ code: 'narrow-band', params: { sampleRateHz: 8000 } }]);
  });

  it('says how much is clipped', async () => {
    const path = await bench.make('clipped.wav', [...VOICE, '-af', 'volume=24dB']);
    const { summary } = await bench.hear(path);
    expect(summary.notices).toEqual([{ code: 'clipped', params: { percent: expect.any(Number) } }]);
    expect(summary.notices[0]?.params['percent']).toBeGreaterThan(1);
  });

  it('says how quiet it is', async () => {
    const path = await bench.make('quiet.wav', [...VOICE, '-af', 'volume=-40dB']);
    const { summary } = await bench.hear(path);
    expect(summary.notices).toEqual([{ code: 'very-quiet', params: { levelDbfs: expect.any(Number) } }]);
  });

  it('finds nothing wrong with silence: whether somebody speaks is not its question', async () => {
    const path = await bench.make('silence.wav', ['-f', 'lavfi', '-t', '2', '-i', 'anullsrc=r=16000']);
    const { samples, summary } = await bench.hear(path);
    expect(summary).toEqual({ durationSec: 2, notices: [] });
    expect(rms(samples)).toBe(0);
  });
});
