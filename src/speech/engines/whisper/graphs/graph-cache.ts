/**
 * Built graphs on disk: a folder for each variant, version of the builder and model, that appears whole or not at all.
 * What is found there is held against its hashes, as a damaged graph can end the process inside the runtime.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemCode } from '../../../../errors/index.ts';
import { sha256OfFile } from '../../../models/store.ts';
import type { Graph } from '../../../onnx/graph.ts';
import { writeModel } from '../../../onnx/write-model.ts';

const RECORD = 'graphs.json';
const GRAPHS = ['mel', 'encoder', 'decoder'] as const;
/** Folders of finished graphs, by variant, version and the first 16 digits of the tensors' hash. */
const FINISHED = /^[\w-]+-v\d+-[0-9a-f]{16}$/;
const UNFINISHED = '.building-';
/** No build takes this long: what is older was left by a process that was killed. */
const MAX_BUILD_MS = 60 * 60 * 1_000;

const count = z.int().positive();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const whisperShape = z.object({
  /** Of the decoder. */
  layers: count,
  heads: count,
  headSize: count,
  melBands: count,
  vocabularySize: count,
  /** Positions of 20 ms, two mel frames each. */
  audioPositions: count,
  textPositions: count,
  /** The rows of `attn`, in order. */
  alignmentHeads: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()]).readonly()).readonly(),
});

const graphSource = z.object({
  configSha256: sha256,
  /** Absent when `model.bin` is gone. */
  model: z.object({ bytes: count, modifiedMs: z.number() }).optional(),
});

const graphRecord = z.object({
  tensorsSha256: sha256,
  source: graphSource,
  shape: whisperShape,
  files: z.array(z.object({ name: z.string().regex(/^\w+\.\w+$/), bytes: z.int(), sha256 })),
});
type GraphRecord = z.infer<typeof graphRecord>;

/** The sizes of a model that its user needs. */
export type WhisperShape = Readonly<z.infer<typeof whisperShape>>;

/** What tells whether graphs still belong to the files of their model. */
export type GraphSource = Readonly<z.infer<typeof graphSource>>;

/** Graphs that are there and whole. */
export interface KeptGraphs {
  readonly mel: string;
  readonly encoder: string;
  readonly decoder: string;
  readonly shape: WhisperShape;
  readonly tensorsSha256: string;
}

/** The graphs of one model folder in one variant. */
export interface GraphCache {
  /**
   * Graphs whose model has the same size and time as when they were built, or is gone; `model.bin` is not read.
   *
   * @throws the signal's reason
   */
  findUnchanged(source: GraphSource, signal?: AbortSignal): Promise<KeptGraphs | undefined>;
  /** Graphs of these tensors. The times of the source are noted, so that they are found at once from then on. */
  find(tensorsSha256: string, source: GraphSource, signal?: AbortSignal): Promise<KeptGraphs | undefined>;
  /**
   * Writes graphs, and removes those that nobody will ask for any more. When another process was faster, its are taken.
   *
   * @throws what the file system throws; the signal's reason
   */
  add(
    graphs: readonly Graph[],
    facts: Pick<GraphRecord, 'tensorsSha256' | 'source' | 'shape'>,
    signal?: AbortSignal,
  ): Promise<KeptGraphs>;
}

/**
 * @param folder need not exist
 * @param key the variant and the builder's version
 */
export function createGraphCache(folder: string, key: string): GraphCache {
  const pathOf = (tensorsSha256: string): string => join(folder, `${key}-${tensorsSha256.slice(0, 16)}`);

  const add: GraphCache['add'] = async (graphs, facts, signal) => {
    const temporary = join(folder, `${UNFINISHED}${randomBytes(8).toString('hex')}`);
    await mkdir(temporary, { recursive: true });
    try {
      const files: GraphRecord['files'] = [];
      for (const graph of graphs) {
        files.push(...(await writeModel(graph, temporary, signal)));
      }
      await writeRecord(temporary, { ...facts, files });
      const path = pathOf(facts.tensorsSha256);
      await putInPlace(temporary, path, async () => (await readWhole(path, signal)) !== undefined);
      await removeStale(folder, path);
      return toKept(path, { ...facts, files });
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  };

  return {
    async findUnchanged(source, signal) {
      const names = await readdir(folder).catch(() => []);
      for (const name of names.filter((candidate) => candidate.startsWith(`${key}-`))) {
        const record = await readRecord(join(folder, name));
        if (record !== undefined && isUnchanged(record.source, source)) {
          const found = await readWhole(join(folder, name), signal);
          if (found !== undefined) {
            return toKept(join(folder, name), found);
          }
        }
      }
      return undefined;
    },
    async find(tensorsSha256, source, signal) {
      const path = pathOf(tensorsSha256);
      const record = await readWhole(path, signal);
      if (record?.tensorsSha256 !== tensorsSha256 || record.source.configSha256 !== source.configSha256) {
        return undefined;
      }
      // Only a short cut: without it the tensors are hashed again the next time.
      await writeRecord(path, { ...record, source }).catch(() => {});
      return toKept(path, record);
    },
    add,
  };
}

function isUnchanged(built: GraphSource, now: GraphSource): boolean {
  return (
    built.configSha256 === now.configSha256 &&
    (now.model === undefined ||
      (built.model?.bytes === now.model.bytes && built.model.modifiedMs === now.model.modifiedMs))
  );
}

function toKept(path: string, { shape, tensorsSha256 }: GraphRecord): KeptGraphs {
  const [mel, encoder, decoder] = GRAPHS.map((name) => join(path, `${name}.onnx`));
  return Object.freeze({
    mel: mel ?? '',
    encoder: encoder ?? '',
    decoder: decoder ?? '',
    shape,
    tensorsSha256,
  });
}

/** The record of a folder; undefined when there is none that can be read. */
async function readRecord(path: string): Promise<GraphRecord | undefined> {
  try {
    return graphRecord.parse(JSON.parse(await readFile(join(path, RECORD), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The record of a folder whose files are all as they were written. */
async function readWhole(path: string, signal?: AbortSignal): Promise<GraphRecord | undefined> {
  const record = await readRecord(path);
  for (const file of record?.files ?? []) {
    const found = await sha256OfFile(join(path, file.name), signal).catch(() => '');
    signal?.throwIfAborted();
    if (found !== file.sha256) {
      return undefined;
    }
  }
  return record;
}

async function writeRecord(path: string, record: GraphRecord): Promise<void> {
  const temporary = join(path, `${RECORD}.${randomBytes(8).toString('hex')}`);
  try {
    await writeFile(temporary, `${JSON.stringify(record, null, 2)}\n`, { flag: 'wx' });
    await rename(temporary, join(path, RECORD));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

/** Renames a folder to its place, unless a whole one is there by now; a damaged one is moved out of the way. */
async function putInPlace(from: string, to: string, isWhole: () => Promise<boolean>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!/^E(?:EXIST|NOTEMPTY|PERM)$/.test(systemCode(error)) || attempt === 3) {
        throw error;
      }
    }
    if (await isWhole()) {
      return;
    }
    const removed = `${from}-replaced`;
    await rename(to, removed).catch(() => {});
    await rm(removed, { recursive: true, force: true });
  }
}

/** Graphs of other weights, variants' older versions, and what killed builds left. */
async function removeStale(folder: string, kept: string): Promise<void> {
  const version = /-v\d+-/.exec(kept.slice(folder.length))?.[0] ?? '';
  const hash = kept.slice(-16);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const isStale = FINISHED.test(name)
      ? !name.endsWith(`${version}${hash}`)
      : name.startsWith(UNFINISHED) && (await ageMs(path)) > MAX_BUILD_MS;
    if (isStale) {
      await rm(path, { recursive: true, force: true }).catch(() => {});
    }
  }
}

async function ageMs(path: string): Promise<number> {
  const facts = await stat(path).catch(() => undefined);
  return facts === undefined ? 0 : Date.now() - facts.mtimeMs;
}
