/** Text that a model says over and over, known by how well it can be compressed. */
import { deflateSync } from 'node:zlib';

/**
 * Text that is compressed to less than this part of itself repeats itself (Radford et al., "Robust Speech Recognition
 * via Large-Scale Weak Supervision", 2022, 4.5).
 */
const MAX_COMPRESSION = 2.4;

/** Whether a text is the same over and over, in whatever way. */
export function isOverCompressed(text: string): boolean {
  // One byte a character: letters of two bytes would compress by that alone.
  const bytes = Buffer.from(text, 'latin1');
  return bytes.length > MAX_COMPRESSION * deflateSync(bytes).length;
}
