/** WAV files of 16 kHz mono 16-bit sound, as the benches hand them to everything that they measure. */
import { readFileSync, writeFileSync } from 'node:fs';
import { SAMPLE_RATE_HZ } from '../../src/speech/index.ts';

const HEADER_BYTES = 44;
const SAMPLE_BYTES = 2;

/** The samples of a file, -1 to 1. */
export function readWav(file: string): Float32Array {
  const bytes = readFileSync(file);
  // ffmpeg puts a note of its own between the two.
  const start = bytes.indexOf('data', 0, 'latin1') + 8;
  const samples = new Float32Array(Math.floor((bytes.length - start) / SAMPLE_BYTES));
  for (let index = 0; index < samples.length; index += 1) {
    samples[index] = bytes.readInt16LE(start + index * SAMPLE_BYTES) / 32_768;
  }
  return samples;
}

/** Writes samples of -1 to 1; louder ones are clipped. */
export function writeWav(file: string, samples: Float32Array): void {
  const bytes = Buffer.alloc(HEADER_BYTES + samples.length * SAMPLE_BYTES);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  // PCM, one channel.
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(SAMPLE_RATE_HZ, 24);
  bytes.writeUInt32LE(SAMPLE_RATE_HZ * SAMPLE_BYTES, 28);
  bytes.writeUInt16LE(SAMPLE_BYTES, 32);
  bytes.writeUInt16LE(8 * SAMPLE_BYTES, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * SAMPLE_BYTES, 40);
  for (const [index, sample] of samples.entries()) {
    const level = Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768)));
    bytes.writeInt16LE(level, HEADER_BYTES + index * SAMPLE_BYTES);
  }
  writeFileSync(file, bytes);
}
