/** Draws a passage: its waveform above its spectrogram (0 to 8 kHz), the cited part framed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SAMPLE_RATE_HZ } from '../../src/speech/index.ts';
import type { TimeRange } from '../../src/report/index.ts';

const WIDTH = 900;
const WAVE_HEIGHT = 160;
const SPECTRUM_HEIGHT = 256;

/**
 * Writes a PNG.
 *
 * @param frame the cited part, in seconds from the first sample
 */
export async function draw(
  samples: Float32Array,
  frame: TimeRange,
  file: string,
  options: { readonly ffmpegPath: string },
): Promise<void> {
  const pixels = (sec: number): number => Math.round((sec * SAMPLE_RATE_HZ * WIDTH) / samples.length);
  const left = pixels(frame.startSec);
  const width = Math.max(2, pixels(frame.endSec) - left);
  const graph = [
    '[0:a]asplit[one][two]',
    `[one]showwavespic=s=${WIDTH}x${WAVE_HEIGHT}:colors=0x2b6cb0[wave]`,
    `[two]showspectrumpic=s=${WIDTH}x${SPECTRUM_HEIGHT}:legend=0:scale=log[spectrum]`,
    `[wave][spectrum]vstack,drawbox=x=${left}:y=0:w=${width}:h=ih:color=orange:t=2`,
  ].join(';');
  const sound = ['-f', 'f32le', '-ar', String(SAMPLE_RATE_HZ), '-ac', '1', '-i', 'pipe:0'];
  const ffmpeg = spawn(
    options.ffmpegPath,
    ['-v', 'error', '-y', ...sound, '-filter_complex', graph, '-frames:v', '1', '-update', '1', file],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  );
  ffmpeg.stdin.on('error', () => undefined);
  ffmpeg.stdin.end(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
  const [code] = await once(ffmpeg, 'exit');
  if (code !== 0) {
    throw new Error(`ffmpeg could not draw ${file}`);
  }
}
