/** Sounds made from others by a change that is exactly known: loudness, noise, clipping, tempo, telephone band. */
import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import type { Random } from '../filled-pauses/random.ts';
import { createRandom } from '../filled-pauses/random.ts';

const SAMPLE_RATE_HZ = 16_000;

/** Numbers with a mean of 0 and a deviation of 1: the sum of four even ones is close to a normal distribution. */
export function normalNumbers(random: Random): () => number {
  const even = (): number => random.between(-Math.sqrt(0.75), Math.sqrt(0.75));
  return () => even() + even() + even() + even();
}

/** Every sample made louder or softer by what a function of the time says, in dB. */
export function withGain(sound: Float32Array, gainDb: (sec: number) => number): Float32Array {
  return sound.map((sample, index) => sample * 10 ** (gainDb(index / SAMPLE_RATE_HZ) / 20));
}

/** White noise under the voice, so much softer than its mean level in speech. The same noise each time. */
export function withNoise(sound: Float32Array, voiceDb: number, snrDb: number): Float32Array {
  const deviation = 10 ** ((voiceDb - snrDb) / 20);
  const normal = normalNumbers(createRandom(1));
  return sound.map((sample) => sample + deviation * normal());
}

/** Cut off at a share of its loudest sample. */
export function clipped(sound: Float32Array, share: number): Float32Array {
  const ceiling = share * sound.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
  return sound.map((sample) => Math.min(ceiling, Math.max(-ceiling, sample)));
}

/** Faster or slower with the same pitch. */
export function withTempo(sound: Float32Array, times: number): Promise<Float32Array> {
  return filtered(sound, `rubberband=tempo=${times}`);
}

/** As a telephone hands it over: 300 to 3400 Hz, sampled at 8 kHz. */
export function telephoned(sound: Float32Array): Promise<Float32Array> {
  return filtered(sound, `highpass=f=300,lowpass=f=3400,aresample=8000,aresample=${SAMPLE_RATE_HZ}`);
}

async function filtered(sound: Float32Array, filter: string): Promise<Float32Array> {
  const raw = ['-f', 'f32le', '-ar', String(SAMPLE_RATE_HZ), '-ac', '1'];
  const args = ['-v', 'error', ...raw, '-i', 'pipe:0', '-af', filter, ...raw, 'pipe:1'];
  const ffmpeg = spawn('ffmpeg', args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((done, failed) => {
    ffmpeg.once('error', failed);
    ffmpeg.once('close', done);
  });
  ffmpeg.stdin.end(new Uint8Array(sound.buffer, sound.byteOffset, sound.byteLength));
  const [bytes, exitCode] = await Promise.all([buffer(ffmpeg.stdout), ended]);
  if (exitCode !== 0) {
    throw new Error(`ffmpeg could not apply ${filter}: exit code ${exitCode}`);
  }
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
