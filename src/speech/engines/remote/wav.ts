/** Sound as a WAV file in memory: 16 bits, mono, the form that every transcription server reads. */
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';

const HEADER_BYTES = 44;
const BYTES_PER_SAMPLE = 2;
const PCM = 1;
const FULL_SCALE = 32_767;

/**
 * Writes samples as a WAV file. Samples past full scale are clipped.
 *
 * @param minSamples a shorter sound is followed by silence up to this length
 */
export function toWav(samples: Float32Array, minSamples: number): Uint8Array<ArrayBuffer> {
  const dataBytes = Math.max(samples.length, minSamples) * BYTES_PER_SAMPLE;
  const bytes = new Uint8Array(HEADER_BYTES + dataBytes);
  const view = new DataView(bytes.buffer);
  writeText(bytes, 0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  writeText(bytes, 8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, SAMPLE_RATE_HZ, true);
  view.setUint32(28, SAMPLE_RATE_HZ * BYTES_PER_SAMPLE, true);
  view.setUint16(32, BYTES_PER_SAMPLE, true);
  view.setUint16(34, 8 * BYTES_PER_SAMPLE, true);
  writeText(bytes, 36, 'data');
  view.setUint32(40, dataBytes, true);
  for (let index = 0; index < samples.length; index += 1) {
    const clipped = Math.min(1, Math.max(-1, samples[index] ?? 0));
    view.setInt16(HEADER_BYTES + index * BYTES_PER_SAMPLE, Math.round(clipped * FULL_SCALE), true);
  }
  return bytes;
}

function writeText(bytes: Uint8Array, at: number, text: string): void {
  bytes.set(new TextEncoder().encode(text), at);
}
