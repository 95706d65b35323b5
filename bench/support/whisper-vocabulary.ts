/** The vocabulary of a Whisper model for the prototype: ids of its marks, and text from ids. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** See {@link readVocabulary}. */
export interface Vocabulary {
  readonly size: number;
  /** The id of a mark that is no text, such as `endoftext`; -1 when the model has no such mark. */
  idOf(mark: string): number;
  toText(ids: readonly number[]): string;
}

/** Reads it from a CTranslate2 folder: one token a line, or a list; it depends on the converter. */
export function readVocabulary(folder: string): Vocabulary {
  const list = join(folder, 'vocabulary.json');
  const tokens = existsSync(list)
    ? z.array(z.string()).parse(JSON.parse(readFileSync(list, 'utf8')))
    : readFileSync(join(folder, 'vocabulary.txt'), 'utf8').trimEnd().split('\n');
  const byteOfCharacter = toByteTable();
  return {
    size: tokens.length,
    idOf: (mark) => tokens.indexOf(`<|${mark}|>`),
    toText: (ids) => {
      const bytes = ids.flatMap((id) =>
        Array.from(tokens[id] ?? '', (character) => byteOfCharacter.get(character) ?? 0x20),
      );
      return Buffer.from(bytes).toString('utf8').trim();
    },
  };
}

/** The byte that each character of the vocabulary stands for: printable ones for themselves, others from U+0100 on. */
function toByteTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (let byte = 0, moved = 0x1_00; byte < 0x1_00; byte += 1) {
    const isPrintable = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
    table.set(String.fromCodePoint(isPrintable ? byte : moved), byte);
    moved += isPrintable ? 0 : 1;
  }
  return table;
}
