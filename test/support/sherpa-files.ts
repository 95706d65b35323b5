/** Writes the files of a model as sherpa-onnx wants them: graphs with metadata, and a vocabulary. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GraphBuilder } from '../../src/speech/onnx/graph.ts';
import { bytesField, join as joinPieces, textField } from '../../src/speech/onnx/wire.ts';
import { modelBytes } from '../../src/speech/onnx/write-model.ts';

/** What a graph says about itself; undefined leaves a key out. */
export type Metadata = Readonly<Record<string, string | number | undefined>>;

/** The bytes of a graph with its metadata, which protobuf allows to follow behind. */
export async function graphBytes(graph: GraphBuilder, metadata: Metadata = {}): Promise<Uint8Array> {
  return joinPieces([(await modelBytes(graph.build())) ?? new Uint8Array(), metadataBytes(metadata)]);
}

/** What follows behind a graph. */
export function metadataBytes(metadata: Metadata): Uint8Array {
  const entries = Object.entries(metadata).filter(([, value]) => value !== undefined);
  const fields = entries.flatMap(([key, value]) =>
    bytesField(14, [...textField(1, key), ...textField(2, String(value))]),
  );
  return joinPieces(fields);
}

/** Writes files into a folder, which is made. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content);
  }
}

/** A vocabulary file of these tokens. */
export function tokensText(tokens: readonly string[]): string {
  return tokens.map((token, number) => `${token} ${number}\n`).join('');
}
