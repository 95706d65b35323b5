/**
 * The graphs of a Whisper model, ready for ONNX Runtime. They are built from `model.bin` when they are needed for the
 * first time, and kept beside it: from then on `model.bin` itself is not read, and may be gone.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isAppError, systemCode, toWriteError } from '../../../../errors/index.ts';
import type { Graph } from '../../../onnx/graph.ts';
import { modelBytes } from '../../../onnx/write-model.ts';
import type { WhisperFile } from '../ct2/whisper-file.ts';
import { openWhisperFile } from '../ct2/whisper-file.ts';
import { modelDamaged, modelNotRead, modelUnfit } from '../model-errors.ts';
import type { AlignmentHeads } from './alignment-heads.ts';
import { chooseAlignmentHeads, configHeads } from './alignment-heads.ts';
import { decoderGraph } from './decoder.ts';
import { encoderGraph } from './encoder.ts';
import type { GraphSource, WhisperShape } from './graph-cache.ts';
import { createGraphCache } from './graph-cache.ts';
import type { WhisperVariant } from './layers.ts';
import { melGraph } from './mel.ts';

export type { WhisperShape } from './graph-cache.ts';
export type { WhisperVariant } from './layers.ts';

/** Part of every key of the cache: a change to what is built makes it one more. */
const BUILDER_VERSION = 1;

/** The graphs of one model: paths of files, or the models themselves when they could not be written. */
export interface WhisperGraphs {
  /** See {@link melGraph}. */
  readonly mel: string | Uint8Array;
  /** See {@link encoderGraph}. */
  readonly encoder: string | Uint8Array;
  /** See {@link decoderGraph}. */
  readonly decoder: string | Uint8Array;
  readonly shape: WhisperShape;
  /** Names the weights, whichever file they came in: see `ModelFile.tensorsSha256`. */
  readonly tensorsSha256: string;
}

/** How graphs are opened or built. */
export interface GraphOptions {
  readonly variant: WhisperVariant;
  /** Ends the work between two tensors; nothing is left behind. */
  readonly signal?: AbortSignal;
}

/**
 * Opens the graphs of a model, and builds them if need be: 2 s for Whisper base, 20 s for medium. Graphs that cannot be
 * written, because the folder is not ours or the disk is full, are built in memory each time.
 *
 * @param folder the model's: `config.json`, and `model.bin` unless its graphs are there
 * @throws AppError `model-missing`, `model-unreadable`, `model-damaged`, `model-unfit`; `disk-full` or `cannot-write`
 *   when the graphs are too large for memory as well; the signal's reason
 */
export function openWhisperGraphs(folder: string, options: GraphOptions): Promise<WhisperGraphs> {
  return prepare(folder, options, async (graphs, error) => {
    const built: Uint8Array[] = [];
    for (const graph of graphs) {
      const bytes = await modelBytes(graph, options.signal);
      if (bytes === undefined) {
        throw error;
      }
      built.push(bytes);
    }
    const [mel, encoder, decoder] = built;
    return mel && encoder && decoder ? { mel, encoder, decoder } : Promise.reject(error);
  });
}

/**
 * Builds the graphs of a model ahead of their first use; those that are there and whole are left as they are.
 *
 * @param folder the model's: `config.json` and `model.bin`
 * @throws as {@link openWhisperGraphs}, and AppError `disk-full` or `cannot-write`
 */
export function buildWhisperGraphs(folder: string, options: GraphOptions): Promise<WhisperGraphs> {
  return prepare(folder, options, (_, error) => Promise.reject(error));
}

/** @param whenUnwritten gives the graphs when they cannot be kept, or throws */
async function prepare(
  folder: string,
  { variant, signal }: GraphOptions,
  whenUnwritten: (
    graphs: readonly Graph[],
    error: Error,
  ) => Promise<Pick<WhisperGraphs, 'mel' | 'encoder' | 'decoder'>>,
): Promise<WhisperGraphs> {
  const { named, source } = await readSource(folder);
  const cache = createGraphCache(join(folder, 'graphs'), `${variant}-v${BUILDER_VERSION}`);
  const kept = await cache.findUnchanged(source, signal);
  if (kept !== undefined) {
    return kept;
  }
  const model = await openWhisperFile(join(folder, 'model.bin'));
  try {
    const tensorsSha256 = await model.tensorsSha256(signal);
    const keptAnyway = await cache.find(tensorsSha256, source, signal);
    if (keptAnyway !== undefined) {
      return keptAnyway;
    }
    const shape = shapeOf(model, tensorsSha256, named, join(folder, 'config.json'));
    const graphs = [
      melGraph(shape.melBands),
      encoderGraph(model, variant),
      decoderGraph(model, variant, shape.alignmentHeads),
    ];
    try {
      return await cache.add(graphs, { tensorsSha256, source, shape }, signal);
    } catch (error) {
      signal?.throwIfAborted();
      if (systemCode(error) === '' || isAppError(error)) {
        throw error;
      }
      const inMemory = await whenUnwritten(graphs, toWriteError(error, join(folder, 'graphs')));
      return Object.freeze({ ...inMemory, shape, tensorsSha256 });
    }
  } finally {
    await model.close();
  }
}

function shapeOf(
  { sizes }: WhisperFile,
  tensorsSha256: string,
  named: AlignmentHeads | undefined,
  configPath: string,
): WhisperShape {
  const { width, melBands, vocabularySize, audioPositions, textPositions } = sizes;
  const decoder = { layers: sizes.decoderLayers, heads: sizes.decoderHeads };
  const alignmentHeads = chooseAlignmentHeads(tensorsSha256, named, decoder);
  if (alignmentHeads === undefined) {
    throw modelUnfit(configPath, `alignment_heads are not within ${decoder.layers} × ${decoder.heads}`);
  }
  const headSize = width / decoder.heads;
  return { ...decoder, headSize, melBands, vocabularySize, audioPositions, textPositions, alignmentHeads };
}

/** What graphs are built from, by what tells that it has changed; and the heads that the model names. */
async function readSource(
  folder: string,
): Promise<{ readonly named: AlignmentHeads | undefined; readonly source: GraphSource }> {
  const path = join(folder, 'config.json');
  const bytes = await readFile(path).catch((error: unknown) => {
    throw modelNotRead(path, error);
  });
  const parsed = configHeads.safeParse(toJson(bytes, path));
  if (!parsed.success) {
    throw modelUnfit(path, 'alignment_heads are not pairs of numbers', parsed.error);
  }
  const facts = await stat(join(folder, 'model.bin')).catch(() => undefined);
  return {
    named: parsed.data.alignment_heads,
    source: {
      configSha256: createHash('sha256').update(bytes).digest('hex'),
      ...(facts === undefined ? {} : { model: { bytes: facts.size, modifiedMs: facts.mtimeMs } }),
    },
  };
}

function toJson(bytes: Buffer, path: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw modelDamaged(path, 'it is no JSON');
  }
}
