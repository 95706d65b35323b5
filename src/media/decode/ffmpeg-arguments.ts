/** How ffmpeg is told to decode one track of sound. */
import { INPUT_RULES, INPUT_URL } from '../demuxers.ts';
import type { Probe } from '../inspect/probe.ts';
import { SAMPLE_RATE_HZ } from './sound-format.ts';

/** Two channels are mixed by us; ffmpeg mixes what has more down to two. */
export function outputChannels({ channels }: Pick<Probe, 'channels'>): 1 | 2 {
  return channels === 1 ? 1 : 2;
}

/** The arguments that write the track as interleaved little-endian floats, `outputChannels` of them, to stdout. */
export function ffmpegArguments(probe: Pick<Probe, 'channels' | 'streamIndex'>): readonly string[] {
  const general = ['-nostdin', '-hide_banner', '-nostats'];
  // Each message on a line of its own, to be counted.
  const messages = ['-v', 'repeat+error'];
  // However much of a recording is damaged, the rest is used. Files run side by side, not their threads. Before the
  // input, "no video" keeps it from being read at all.
  const input = [
    '-max_error_rate',
    '1',
    '-threads',
    '1',
    ...INPUT_RULES,
    '-vn',
    '-sn',
    '-dn',
    '-i',
    INPUT_URL,
  ];
  // Where times jump, and before a track that starts late, comes silence: our times stay those of a player.
  const sound = ['-af', `aresample=osr=${SAMPLE_RATE_HZ}:async=1:first_pts=0`];
  const output = [
    '-map',
    `0:${probe.streamIndex}`,
    '-ac',
    String(outputChannels(probe)),
    '-f',
    'f32le',
    'pipe:1',
  ];
  return [...general, ...messages, ...input, ...sound, ...output];
}
