/** The names of written results: from the recording's own name, never two alike, never the recording itself. */
import { basename, extname, join } from 'node:path';
import type { ReportFormat } from '../exports/index.ts';
import type { Product } from './recording-options.ts';

/** What the names are made from. */
export interface OutputNamesOptions {
  /** The recordings' names in the order given; those of one folder or of several. */
  readonly names: readonly string[];
  readonly formats: readonly ReportFormat[];
  readonly product: Product;
  /** Where the results go, absolute. */
  readonly folder: string;
  /** Absolute paths that must not be written to: the recordings. */
  readonly taken: ReadonlySet<string>;
}

/** One file that will be written. */
export interface OutputFile {
  readonly format: ReportFormat;
  /** Absolute. */
  readonly path: string;
}

/** The longest name of a file on the common file systems. */
const MAX_NAME_BYTES = 255;

/**
 * For each recording the files that it gives: `talk.mp4` gives `talk.report.md`, a transcript `talk.md`. The same
 * recordings in the same order always give the same names, so that a later run writes over its own earlier results.
 * Of two recordings with the same name but for the ending the later one keeps its ending (`talk.wav.report.md`), and
 * is numbered when that is taken too.
 */
export function nameOutputs(options: OutputNamesOptions): readonly (readonly OutputFile[])[] {
  const used = new Set([...options.taken].map(caseless));
  return options.names.map((name) => {
    for (const { stem, mark } of candidatesOf(basename(name))) {
      const files = filesOf(stem, mark, options);
      const keys = files.map(({ path }) => caseless(path));
      if (keys.every((key) => !used.has(key))) {
        keys.forEach((key) => used.add(key));
        return files;
      }
    }
    return [];
  });
}

/** Without the ending, with it, then numbered without end. */
function* candidatesOf(name: string): Generator<{ readonly stem: string; readonly mark: string }> {
  const stem = name.slice(0, name.length - extname(name).length);
  yield { stem, mark: '' };
  yield { stem: name, mark: '' };
  for (let number = 2; ; number += 1) {
    yield { stem, mark: `-${number}` };
  }
}

function filesOf(
  stem: string,
  mark: string,
  { formats, product, folder }: OutputNamesOptions,
): readonly OutputFile[] {
  const infix = product === 'report' ? '.report' : '';
  return formats.map((format) => {
    const ending = `${mark}${infix}.${format}`;
    return { format, path: join(folder, shortened(stem, MAX_NAME_BYTES - ending.length) + ending) };
  });
}

/** `stem` cut between letters so that it has at most `maxBytes` bytes. */
function shortened(stem: string, maxBytes: number): string {
  let kept = '';
  let bytes = 0;
  for (const letter of stem) {
    bytes += Buffer.byteLength(letter);
    if (bytes > maxBytes) {
      break;
    }
    kept += letter;
  }
  return kept;
}

/** Some file systems take `Talk` and `talk`, and one letter in two Unicode forms, for the same name. */
function caseless(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
