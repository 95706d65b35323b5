/**
 * A word graph as the `dawgdic` library writes it: a trie whose equal ends are shared, in one array of units. Keys are
 * bytes of Windows-1251; what a key stands for follows it, or is a number at its end.
 */

/** Nothing goes on with this letter. */
const MISSING = -1;

const HAS_VALUE = 0x1_00;
const WIDE_OFFSET = 0x2_00;
/** Marks a unit that holds a number. */
const IS_VALUE = 0x80_00_00_00;

/** The place before the first letter. */
export const ROOT = 0;

/** A graph in memory. */
export interface Dawg {
  /** From a place with one byte further; undefined when no key goes on so. */
  follow(place: number, byte: number): number | undefined;
  /** From a place through all bytes. */
  followAll(place: number, bytes: Iterable<number>): number | undefined;
  /** The number at a place; undefined when no key ends there. */
  valueAt(place: number): number | undefined;
  /** All ends of keys from a place on, `length` bytes each. */
  endings(place: number, length: number): readonly (readonly number[])[];
}

/** Reads a file of a graph: a count and so many units of 32 bits, then the children of each unit, which are not copied. */
export function readDawg(file: Uint8Array): Dawg {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const unitCount = view.getUint32(0, true);
  // Copied, as the file may lie in memory where no number of 32 bits may begin.
  const units = new Uint32Array(new Uint8Array(file.subarray(4, 4 + unitCount * 4)).buffer);
  // Two bytes a unit: its first child, and its next sibling.
  const guide = file.subarray(8 + unitCount * 4);

  function follow(place: number, byte: number): number | undefined {
    const next = step(place, byte);
    return next === MISSING ? undefined : next;
  }

  function step(place: number, byte: number): number {
    const next = child(place, byte);
    // The label is compared with its top bit, so that a number is no letter.
    return ((units[next] ?? IS_VALUE) & (IS_VALUE | 0xff)) === byte ? next : MISSING;
  }

  function child(place: number, byte: number): number {
    const unit = units[place] ?? 0;
    const offset = (unit >>> 10) << ((unit & WIDE_OFFSET) >>> 6);
    return (place ^ offset ^ byte) >>> 0;
  }

  function hasValue(place: number): boolean {
    return ((units[place] ?? 0) & HAS_VALUE) !== 0;
  }

  function collect(place: number, length: number, key: readonly number[], into: (readonly number[])[]): void {
    if (key.length === length) {
      into.push(key);
      return;
    }
    let byte = guide[place * 2] ?? 0;
    while (byte !== 0) {
      const next = step(place, byte);
      if (next === MISSING) {
        return;
      }
      collect(next, length, [...key, byte], into);
      byte = guide[next * 2 + 1] ?? 0;
    }
  }

  return Object.freeze({
    follow,
    followAll(place: number, bytes: Iterable<number>) {
      let here: number | undefined = place;
      for (const byte of bytes) {
        here = here === undefined ? undefined : follow(here, byte);
      }
      return here;
    },
    valueAt: (place: number) => (hasValue(place) ? (units[child(place, 0)] ?? 0) & ~IS_VALUE : undefined),
    endings(place: number, length: number) {
      const found: (readonly number[])[] = [];
      collect(place, length, [], found);
      return found;
    },
  });
}
