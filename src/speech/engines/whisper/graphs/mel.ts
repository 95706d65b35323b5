/**
 * The graph from sound to Whisper's log-mel spectrogram: a windowed Fourier transform as one convolution, then the mel
 * filters. As in OpenAI's release: windows of 25 ms every 10 ms, Slaney's filters, a range of 80 dB.
 */
import type { Graph } from '../../../onnx/graph.ts';
import { bytesOf, createGraphBuilder } from '../../../onnx/graph.ts';

const SAMPLE_RATE_HZ = 16_000;
const WINDOW_SAMPLES = 400;
const HOP_SAMPLES = 160;
const BINS = WINDOW_SAMPLES / 2 + 1;
/** Slaney's scale: 3 mel for each 200 Hz up to 1 kHz, then 27 mel for each factor of 6.4. */
const HZ_PER_MEL = 200 / 3;
const BREAK_HZ = 1_000;
const BREAK_MEL = BREAK_HZ / HZ_PER_MEL;
const MEL_STEP = Math.log(6.4) / 27;

/**
 * `pcm` [B, T × 160 + 240], which is the sound with its first 200 samples mirrored in front, to `mel` [B, bands, T]. The
 * range of 80 dB goes down from the loudest place of each sound.
 */
export function melGraph(bands: number): Graph {
  const graph = createGraphBuilder('mel');
  const floats = (name: string, dims: readonly number[], values: Float32Array): string => {
    graph.weights({ tensors: [{ name, type: 'float32', dims }], load: () => [bytesOf(values)] });
    return name;
  };
  const sound = graph.node('Unsqueeze', [graph.input('pcm', 'float32', ['B', 'L']), graph.integers(1)]);
  const waves = floats('waves', [2 * BINS, 1, WINDOW_SAMPLES], fourierWaves());
  const spectrum = graph.node('Conv', [sound, waves], {
    kernel_shape: [WINDOW_SAMPLES],
    strides: [HOP_SAMPLES],
  });
  const squares = graph.node('Mul', [spectrum, spectrum]);
  const parts = graph.split('Split', [squares, graph.integers(BINS, BINS)], ['cosine', 'sine'], { axis: 1 });
  const power = graph.node('Add', parts);
  const filters = floats('filters', [bands, BINS], melFilters(bands));
  const energy = graph.node('MatMul', [filters, power]);
  const audible = graph.node('Max', [energy, graph.scalar(1e-10)]);
  const decades = graph.node('Mul', [graph.node('Log', [audible]), graph.scalar(Math.LOG10E)]);
  const loudest = graph.node('ReduceMax', [decades], { axes: [1, 2], keepdims: 1 });
  const cut = graph.node('Max', [decades, graph.node('Sub', [loudest, graph.scalar(8)])]);
  const raised = graph.node('Add', [cut, graph.scalar(4)]);
  graph.node('Mul', [raised, graph.scalar(0.25)], {}, 'mel');
  graph.output('mel', 'float32', ['B', bands, 'T']);
  return graph.build();
}

/** [2 × bins, window]: a cosine for each frequency, then a sine, under a periodic Hann window. */
function fourierWaves(): Float32Array {
  const waves = new Float32Array(2 * BINS * WINDOW_SAMPLES);
  for (let bin = 0; bin < BINS; bin += 1) {
    for (let n = 0; n < WINDOW_SAMPLES; n += 1) {
      const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / WINDOW_SAMPLES);
      // Whole turns are taken off first: the sine of a large angle is less exact.
      const angle = (2 * Math.PI * ((bin * n) % WINDOW_SAMPLES)) / WINDOW_SAMPLES;
      waves[bin * WINDOW_SAMPLES + n] = window * Math.cos(angle);
      waves[(BINS + bin) * WINDOW_SAMPLES + n] = window * Math.sin(angle);
    }
  }
  return waves;
}

/** [bands, bins]: triangles that rise to the middle of a band and fall to the middle of the next, each of area 1. */
function melFilters(bands: number): Float32Array {
  const highestMel = toMel(SAMPLE_RATE_HZ / 2);
  const edgesHz = Array.from({ length: bands + 2 }, (_, edge) => toHz((highestMel * edge) / (bands + 1)));
  const filters = new Float32Array(bands * BINS);
  for (let band = 0; band < bands; band += 1) {
    const [lowHz = 0, middleHz = 0, highHz = 0] = edgesHz.slice(band, band + 3);
    for (let bin = 0; bin < BINS; bin += 1) {
      const binHz = (bin * SAMPLE_RATE_HZ) / WINDOW_SAMPLES;
      const rising = (binHz - lowHz) / (middleHz - lowHz);
      const falling = (highHz - binHz) / (highHz - middleHz);
      const height = Math.max(0, Math.min(rising, falling));
      filters[band * BINS + bin] = (height * 2) / (highHz - lowHz);
    }
  }
  return filters;
}

function toMel(hz: number): number {
  return hz < BREAK_HZ ? hz / HZ_PER_MEL : BREAK_MEL + Math.log(hz / BREAK_HZ) / MEL_STEP;
}

function toHz(mel: number): number {
  return mel < BREAK_MEL ? mel * HZ_PER_MEL : BREAK_HZ * Math.exp((mel - BREAK_MEL) * MEL_STEP);
}
