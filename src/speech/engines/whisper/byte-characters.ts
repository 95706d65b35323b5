/**
 * The bytes of byte-level vocabularies: each is written as one printable character, as GPT-2 chose them. Bytes that
 * are printable in Latin-1 stand for themselves, the others for the characters from U+0100 on, in their order.
 */

/** The character of each byte, by byte. */
export const CHARACTER_OF_BYTE: readonly string[] = Object.freeze(characters());

/** The byte of each character. */
export const BYTE_OF_CHARACTER: ReadonlyMap<string, number> = new Map(
  CHARACTER_OF_BYTE.map((character, byte) => [character, byte]),
);

function characters(): readonly string[] {
  let hidden = 0x100;
  return Array.from({ length: 0x100 }, (_, byte) => {
    const isPrintable = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
    return String.fromCodePoint(isPrintable ? byte : hidden++);
  });
}
