/** Tracks as bytes, to be stored: a fixed header, the sound facts as JSON, then the arrays; all little-endian. */
import { soundFacts } from './sound-facts.ts';
import type { Tracks } from './tracks.ts';
import { FRAME_TRACKS, TRACK_HOP_SEC } from './tracks.ts';

/** Grows with every change of the form or of the list of tracks. Other versions are computed anew, not converted. */
const PACKED_VERSION = 1;
/** "SCTR". */
const MAGIC = 0x5254_4353;
const HEADER_BYTES = 20;
const VALUE_BYTES = 4;

/**
 * Packs tracks: 36 bytes a frame, so 13 MB an hour.
 *
 * The header is five 32-bit words: "SCTR", version, frames, nuclei, bytes of JSON (padded with spaces to whole words).
 */
export function packTracks(tracks: Tracks): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(tracks.sound));
  const factsBytes = Math.ceil(text.length / VALUE_BYTES) * VALUE_BYTES;
  const values = tracks.frames * FRAME_TRACKS.length + tracks.nuclei.length;
  const bytes = new Uint8Array(HEADER_BYTES + factsBytes + values * VALUE_BYTES);
  const view = new DataView(bytes.buffer);
  const header = [MAGIC, PACKED_VERSION, tracks.frames, tracks.nuclei.length, factsBytes];
  for (const [index, word] of header.entries()) {
    view.setUint32(index * VALUE_BYTES, word, true);
  }
  bytes.fill(0x20, HEADER_BYTES, HEADER_BYTES + factsBytes);
  bytes.set(text, HEADER_BYTES);
  let at = HEADER_BYTES + factsBytes;
  for (const name of FRAME_TRACKS) {
    for (const value of tracks[name]) {
      view.setFloat32(at, value, true);
      at += VALUE_BYTES;
    }
  }
  for (const frame of tracks.nuclei) {
    view.setUint32(at, frame, true);
    at += VALUE_BYTES;
  }
  return bytes;
}

/** The tracks again; null when the bytes are no packed tracks of this version, or are cut. Never throws. */
export function unpackTracks(bytes: Uint8Array): Tracks | null {
  if (bytes.length < HEADER_BYTES) {
    return null;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (index: number): number => view.getUint32(index * VALUE_BYTES, true);
  const [frames, nuclei, factsBytes] = [word(2), word(3), word(4)];
  const values = frames * FRAME_TRACKS.length + nuclei;
  if (
    word(0) !== MAGIC ||
    word(1) !== PACKED_VERSION ||
    bytes.length !== HEADER_BYTES + factsBytes + values * VALUE_BYTES
  ) {
    return null;
  }
  const sound = readFacts(bytes.subarray(HEADER_BYTES, HEADER_BYTES + factsBytes));
  if (sound === null) {
    return null;
  }
  let at = HEADER_BYTES + factsBytes;
  const readFrames = (): Float32Array => {
    const track = new Float32Array(frames);
    for (let frame = 0; frame < frames; frame += 1) {
      track[frame] = view.getFloat32(at, true);
      at += VALUE_BYTES;
    }
    return track;
  };
  // In the order of FRAME_TRACKS, which a test holds.
  return {
    hopSec: TRACK_HOP_SEC,
    frames,
    pitchHz: readFrames(),
    voicing: readFrames(),
    levelDb: readFrames(),
    changeDb: readFrames(),
    formant1Hz: readFrames(),
    formant2Hz: readFrames(),
    lowBandDb: readFrames(),
    tiltDb: readFrames(),
    highBandDb: readFrames(),
    nuclei: Uint32Array.from({ length: nuclei }, (_, index) =>
      view.getUint32(at + index * VALUE_BYTES, true),
    ),
    sound,
  };
}

function readFacts(json: Uint8Array): Tracks['sound'] | null {
  try {
    return soundFacts.parse(JSON.parse(new TextDecoder().decode(json)));
  } catch {
    return null;
  }
}
