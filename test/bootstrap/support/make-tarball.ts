/** Makes gzipped tarballs byte by byte, right and wrong ones, for the tests of what reads them. */
import { gzipSync } from 'node:zlib';

/** One entry; by default a regular file with its name in the header's name field. */
export interface TarEntry {
  readonly path: string;
  readonly content?: string | Buffer;
  /** The type flag of the header; '0' is a regular file. */
  readonly type?: string;
  /** Goes to the header's prefix field: the reader puts it before the path. */
  readonly prefix?: string;
  /** What the header says instead of the right checksum. */
  readonly checksum?: number;
}

const BLOCK_BYTES = 512;

/** A whole .tgz of these entries, closed by two empty blocks. */
export function makeTarball(entries: readonly TarEntry[]): Buffer {
  return gzipSync(Buffer.concat([...entries.map(blocksOf), Buffer.alloc(2 * BLOCK_BYTES)]));
}

/** A pax record that gives the next entry its path. */
export function paxPath(path: string): TarEntry {
  const body = ` path=${path}\n`;
  // The length counts its own digits.
  let length = Buffer.byteLength(body);
  while (Buffer.byteLength(`${length}${body}`) !== length) {
    length = Buffer.byteLength(`${length}${body}`);
  }
  return { path: 'PaxHeader', type: 'x', content: `${length}${body}` };
}

/** A GNU entry that gives the next entry its path. */
export function gnuLongPath(path: string): TarEntry {
  return { path: '././@LongLink', type: 'L', content: `${path}\0` };
}

function blocksOf({ path, content = '', type = '0', prefix = '', checksum }: TarEntry): Buffer {
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(BLOCK_BYTES);
  header.write(path, 0, 100);
  header.write('0000644\0', 100);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(' '.repeat(8), 148);
  header.write(type, 156);
  header.write('ustar\0', 257);
  header.write('00', 263);
  header.write(prefix, 345, 155);
  const sum = checksum ?? header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const padding = Buffer.alloc((BLOCK_BYTES - (bytes.length % BLOCK_BYTES)) % BLOCK_BYTES);
  return Buffer.concat([header, bytes, padding]);
}
