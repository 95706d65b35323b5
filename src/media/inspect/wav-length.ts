/** The length that a WAV header states, which ffmpeg forgets when the file is shorter than that. */

/** Sizes from here on are what programs write that cannot go back to fill the field in: no size at all. */
const PLACEHOLDER_SIZE = 0x7fff_0000;

/**
 * Seconds of sound by the header, when the file ends before that.
 *
 * @param head the first bytes of the file
 * @param fileBytes the size of the whole file
 * @returns `null` when the header states no length, or one that the file holds, or this is no WAV
 */
export function missingWavLength(head: Uint8Array, fileBytes: number): number | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE') {
    return null;
  }
  let bytesPerSec = 0;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const name = tag(view, at);
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (name === 'fmt ' && body + 12 <= view.byteLength) {
      bytesPerSec = view.getUint32(body + 8, true);
    }
    if (name === 'data') {
      const isCut = size < PLACEHOLDER_SIZE && body + size > fileBytes;
      return isCut && bytesPerSec > 0 ? size / bytesPerSec : null;
    }
    // Chunks start at even offsets.
    at = body + size + (size % 2);
  }
  return null;
}

function tag(view: DataView, at: number): string {
  if (at + 4 > view.byteLength) {
    return '';
  }
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}
