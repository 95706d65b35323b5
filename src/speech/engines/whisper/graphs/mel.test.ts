import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { modelBytes } from '../../../onnx/write-model.ts';
import { melGraph } from './mel.ts';

const SAMPLE_RATE_HZ = 16_000;
const WINDOW = 400;
const HOP = 160;
const BINS = 201;

async function filtersOf(bands: number): Promise<Float32Array> {
  const weights = melGraph(bands).weights.find(({ tensors }) => tensors[0]?.name === 'filters');
  const [bytes = new Uint8Array()] = (await weights?.load()) ?? [];
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

/** The graph's answer for sounds of one length, as [sound][band][frame]. */
async function melOf(sounds: readonly Float32Array[], bands: number, frames: number): Promise<number[][][]> {
  const session = await InferenceSession.create((await modelBytes(melGraph(bands))) ?? new Uint8Array());
  const length = frames * HOP + WINDOW - HOP;
  const pcm = new Float32Array(sounds.length * length);
  for (const [index, sound] of sounds.entries()) {
    for (let at = 0; at < length; at += 1) {
      pcm[index * length + at] = sound[Math.abs(at - WINDOW / 2)] ?? 0;
    }
  }
  const { mel } = await session.run({ pcm: new Tensor('float32', pcm, [sounds.length, length]) });
  await session.release();
  expect(mel?.dims).toEqual([sounds.length, bands, frames]);
  const values = Array.from(mel?.data ?? [], Number);
  return sounds.map((_, sound) =>
    Array.from({ length: bands }, (_band, band) => {
      const from = (sound * bands + band) * frames;
      return values.slice(from, from + frames);
    }),
  );
}

/** Log-mel by definition: each frame's Fourier sums, under a Hann window, through the filters. */
function byDefinition(sound: Float32Array, filters: Float32Array, bands: number, frames: number): number[][] {
  const decades = Array.from({ length: bands }, () => Array.from({ length: frames }, () => 0));
  const cosines = Array.from({ length: WINDOW }, (_, n) => Math.cos((2 * Math.PI * n) / WINDOW));
  for (let frame = 0; frame < frames; frame += 1) {
    const power = Array.from({ length: BINS }, (_, bin) => {
      let real = 0;
      let imaginary = 0;
      for (let n = 0; n < WINDOW; n += 1) {
        const sample = sound[Math.abs(frame * HOP + n - WINDOW / 2)] ?? 0;
        const windowed = sample * Math.sin((Math.PI * n) / WINDOW) ** 2;
        real += windowed * (cosines[(bin * n) % WINDOW] ?? 0);
        // A sine is a cosine a quarter of a turn later.
        imaginary += windowed * (cosines[(bin * n + WINDOW / 4) % WINDOW] ?? 0);
      }
      return real ** 2 + imaginary ** 2;
    });
    for (const [band, row] of decades.entries()) {
      const energy = power.reduce((sum, value, bin) => sum + value * (filters[band * BINS + bin] ?? 0), 0);
      row[frame] = Math.log10(Math.max(1e-10, energy));
    }
  }
  const floor = Math.max(...decades.flat()) - 8;
  return decades.map((row) => row.map((value) => (Math.max(value, floor) + 4) / 4));
}

/** Two tones, one of them rising, and a click. */
function tones(seconds: number, loudness: number): Float32Array {
  return Float32Array.from({ length: seconds * SAMPLE_RATE_HZ }, (_, n) => {
    const sec = n / SAMPLE_RATE_HZ;
    const click = n === 3_000 ? 0.5 : 0;
    return (
      loudness * (Math.sin(2 * Math.PI * 440 * sec) + Math.sin(2 * Math.PI * 2_000 * sec * (1 + sec)) + click)
    );
  });
}

describe('mel filters', () => {
  /** Rows of `mel_filters.npz` in OpenAI's release, as [bin, height]; all other bins of a row are zero. */
  it.each([
    [80, 0, [[1, 0.024_862_594_902_515_41]]],
    [
      80,
      1,
      [
        [1, 0.001_990_821_911_022_067],
        [2, 0.022_871_771_827_340_126],
      ],
    ],
    [
      80,
      20,
      [
        [19, 0.010_972_199_961_543_083],
        [20, 0.013_890_394_009_649_754],
      ],
    ],
    [
      80,
      40,
      [
        [42, 0.005_411_104_764_789_343],
        [43, 0.014_735_566_452_145_576],
        [44, 0.006_518_189_795_315_266],
      ],
    ],
    [128, 0, [[1, 0.012_373_986_653_983_593]]],
    [128, 1, [[1, 0.030_392_564_833_164_215]]],
    [
      128,
      64,
      [
        [42, 0.006_749_682_594_090_7],
        [43, 0.018_091_518_431_901_932],
      ],
    ],
    [
      128,
      127,
      [
        [191, 0.000_475_695_094_792_172_3],
        [192, 0.001_617_171_685_211_360_5],
        [193, 0.002_758_648_479_357_362],
        [194, 0.003_900_125_157_088_041_3],
        [195, 0.005_041_601_601_988_077],
        [196, 0.004_457_120_783_627_033],
        [197, 0.003_342_840_587_720_275],
        [198, 0.002_228_560_391_813_516_6],
        [199, 0.001_114_280_195_906_758_3],
      ],
    ],
  ])('of %d bands are those that the models were trained with: row %d', async (bands, row, heights) => {
    const filters = (await filtersOf(bands)).slice(row * BINS, (row + 1) * BINS);
    const published = new Map(heights.map(([bin = 0, height = 0]) => [bin, height]));
    for (const [bin, height] of filters.entries()) {
      expect(Math.abs(height - (published.get(bin) ?? 0))).toBeLessThan(1e-8);
    }
  });
});

describe('the mel graph', () => {
  it.each([80, 128])(
    'computes %d log-mel bands as they are defined, each sound for itself',
    async (bands) => {
      const frames = 40;
      const sounds = [tones(0.4, 0.5), tones(0.3, 0.000_5)];
      const filters = await filtersOf(bands);
      const found = await melOf(sounds, bands, frames);
      for (const [index, one] of sounds.entries()) {
        const expected = byDefinition(one, filters, bands, frames).flat();
        const differences = (found[index] ?? [])
          .flat()
          .map((value, at) => Math.abs(value - (expected[at] ?? 0)));
        // Single precision; where the range of 80 dB ends it has few digits left.
        expect(Math.max(...differences)).toBeLessThan(5e-3);
        expect(differences.reduce((sum, value) => sum + value, 0) / differences.length).toBeLessThan(5e-5);
      }
    },
  );

  it('gives the lowest value for silence', async () => {
    const [[first] = []] = await melOf([new Float32Array(1_600)], 80, 10);
    expect(first?.length).toBe(10);
    for (const value of first ?? []) {
      expect(value).toBeCloseTo(-1.5, 6);
    }
  });
});
