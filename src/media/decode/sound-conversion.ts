/** Turns the bytes that ffmpeg writes into mono blocks, and measures the sound on the way. */
import type { Notice } from '../../report/index.ts';
import type { Probe } from '../inspect/probe.ts';
import { createBlockAssembler } from './block-assembler.ts';
import { createDownmix } from './downmix.ts';
import { outputChannels } from './ffmpeg-arguments.ts';
import { SAMPLE_RATE_HZ } from './sound-format.ts';
import { createSoundMeter } from './sound-meter.ts';
import { soundNotices } from './sound-notices.ts';

/** The way of the sound of one recording. */
export interface SoundConversion {
  /** The mono blocks that are full with these bytes. */
  push(bytes: Uint8Array): readonly Float32Array[];
  /** The last block, shorter than the others; `null` when there is none. */
  end(): Float32Array | null;
  /** Seconds of sound handed out so far. */
  decodedSec(): number;
  /** What the owner should know about the sound. */
  notices(): readonly Notice[];
}

/** See {@link SoundConversion}. */
export function createSoundConversion(probe: Pick<Probe, 'sampleRateHz' | 'channels'>): SoundConversion {
  const channels = outputChannels(probe);
  const assembler = createBlockAssembler(channels);
  const downmix = createDownmix(channels);
  const meter = createSoundMeter(channels);
  let samples = 0;

  function toMono(interleaved: Float32Array): Float32Array {
    const mono = downmix.mix(interleaved);
    meter.add(interleaved, mono);
    samples += mono.length;
    return mono;
  }

  return {
    push: (bytes) => assembler.push(bytes).map(toMono),
    end() {
      const rest = assembler.rest();
      return rest === null ? null : toMono(rest);
    },
    decodedSec: () => samples / SAMPLE_RATE_HZ,
    notices: () => soundNotices({ ...probe, deadChannel: downmix.deadChannel(), facts: meter.facts() }),
  };
}
