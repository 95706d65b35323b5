/** Which recipe the files of a folder are: by their names, and by what the graphs say about themselves. */
import { readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { AppError, systemCode } from '../../../errors/index.ts';
import { checkModel, readHeader, readTokens, whisperLanguages } from './check-model.ts';
import { GRAPH_RULES, metadataNumber } from './graph-rules.ts';
import type { OnnxHeader } from './onnx-header.ts';
import type { SherpaKind, SherpaRecipe } from './recipe.ts';
import { sherpaRecipe } from './recipe.ts';
import { isPunctuated } from './token-table.ts';

/** What the owner says about the model; it goes before what its files say. */
export interface RecipeHints {
  /** Two-letter codes. Needed where neither the files nor the folder's name tell. */
  readonly languages?: readonly string[];
  readonly kind?: SherpaKind;
}

/** Roles that a file's name shows. A word of its own, so that `decoder_joint` is the graph that nothing here runs. */
const ROLE_NAMES = {
  encoder: /(?:^|[-_.])encoder(?=[-_.])/,
  decoder: /(?:^|[-_.])decoder(?=[-_.](?!joint))/,
  joiner: /(?:^|[-_.])(?:joiner|joint)(?=[-_.])/,
} as const;
/** Past 25 s GigaAM was not trained; the others hear more, at the cost of memory. */
const MAX_CHUNK_SEC = 20;
/** The languages of the product, as folder names and metadata spell them. */
const LANGUAGE_WORDS = { ru: /\b(?:ru|russian)\b/i, en: /\b(?:en|english)\b/i } as const;
/** A model that says only by its address which languages it knows (its model card). */
const PARAKEET_V3 = /parakeet-tdt-0\.6b-v3/;
const PARAKEET_V3_LANGUAGES =
  'bg hr cs da nl en et fi fr de el hu it lv lt mt pl pt ro sk sl es sv ru uk'.split(' ');

/**
 * Finds out how a folder's files are run, and checks them as `createSherpa` does.
 *
 * @throws AppError `model-kind-unknown` when they are no recogniser of a known kind; `model-language-unknown` when
 *   nothing tells its languages; `model-missing`, `model-unreadable`, `model-damaged`, `model-unfit` with the file's path
 */
export async function recognizeRecipe(folder: string, hints: RecipeHints = {}): Promise<SherpaRecipe> {
  const name = basename(resolve(folder));
  const files = await findFiles(folder, name);
  const headers = new Map<string, OnnxHeader>();
  for (const file of Object.values(files.graphs)) {
    headers.set(file, await readHeader(folder, file, name));
  }
  const main = headers.get(files.graphs.encoder ?? files.graphs.model ?? '');
  const kind = hints.kind ?? kindOf(files.graphs, headers);
  if (main === undefined || kind === undefined) {
    throw unknownKind(folder, describe(headers) || files.tokens);
  }
  const tokens = await readTokens(folder, files.tokens, name);
  const { success, data: recipe } = sherpaRecipe.safeParse({
    kind,
    files: { ...files.graphs, tokens: files.tokens },
    languages: hints.languages ?? languagesOf(main, kind, folder, name),
    // A Whisper vocabulary is written in base64, and always has punctuation.
    punctuation: kind === 'whisper' || isPunctuated(tokens),
    // Whether it keeps hesitation sounds can only be heard.
    style: 'tidy',
    wordTimes: wordTimesOf(kind, main, headers.get(files.graphs.joiner ?? '')),
    maxChunkSec: MAX_CHUNK_SEC,
  });
  if (!success) {
    throw unknownKind(folder, `${kind}: ${Object.values(files.graphs).join(', ')}`);
  }
  await checkModel(folder, recipe, name);
  return recipe;
}

/** The graphs of a model by role; a model of one graph has only `model`. */
type Graphs = Readonly<Partial<Record<'model' | keyof typeof ROLE_NAMES, string>>>;

async function findFiles(
  folder: string,
  name: string,
): Promise<{ readonly graphs: Graphs; readonly tokens: string }> {
  const names = await readdir(folder).catch((error: unknown) => {
    const isClosed = /^E(?:ACCES|PERM)$/.test(systemCode(error));
    throw new AppError(
      isClosed ? 'model-unreadable' : 'model-missing',
      { model: name, path: folder },
      { cause: error },
    );
  });
  const tokens = names.toSorted().find((file) => file.endsWith('tokens.txt'));
  if (tokens === undefined) {
    throw unknownKind(folder, 'tokens.txt');
  }
  // Of a graph in two precisions the one in 8 bits: as good, and several times as fast.
  const onnx = names
    .filter((file) => file.endsWith('.onnx'))
    .toSorted((one, other) => Number(isInt8(other)) - Number(isInt8(one)) || one.localeCompare(other, 'en'));
  const encoder = onnx.find((file) => ROLE_NAMES.encoder.test(file));
  const decoder = onnx.find((file) => ROLE_NAMES.decoder.test(file));
  const joiner = onnx.find((file) => ROLE_NAMES.joiner.test(file));
  if (encoder === undefined || decoder === undefined) {
    const model = onnx.find((file) => !Object.values(ROLE_NAMES).some((role) => role.test(file)));
    return { tokens, graphs: model === undefined ? {} : { model } };
  }
  return { tokens, graphs: { encoder, decoder, ...(joiner === undefined ? {} : { joiner }) } };
}

function isInt8(file: string): boolean {
  return file.includes('int8');
}

/** The kind by what its graphs say about themselves; undefined for any other, streaming models among them. */
function kindOf(graphs: Graphs, headers: ReadonlyMap<string, OnnxHeader>): SherpaKind | undefined {
  const header = (role: keyof Graphs): OnnxHeader | undefined => headers.get(graphs[role] ?? '');
  const has = (role: keyof Graphs, key: string): boolean => {
    const one = header(role);
    return one !== undefined && metadataNumber(one, key) !== undefined;
  };
  if (graphs.joiner !== undefined) {
    // A streaming encoder takes in its own state as well.
    if (header('encoder')?.inputs.length !== GRAPH_RULES.transducer.encoder.inputs.length) {
      return undefined;
    }
    return has('encoder', 'pred_hidden')
      ? 'nemo-transducer'
      : has('decoder', 'context_size')
        ? 'transducer'
        : undefined;
  }
  if (graphs.encoder !== undefined) {
    return has('encoder', 'n_text_layer') ? 'whisper' : undefined;
  }
  const inputs = header('model')?.inputs;
  if (
    has('model', 'subsampling_factor') &&
    /^EncDec|^$/.test(header('model')?.metadata.get('model_type') ?? '')
  ) {
    return inputs?.length === 2 ? 'nemo-ctc' : undefined;
  }
  // It takes in sound as it is, where all others take in spectra.
  return inputs?.length === 1 && inputs[0]?.dims?.length === 2 ? 'omnilingual' : undefined;
}

function wordTimesOf(
  kind: SherpaKind,
  encoder: OnnxHeader,
  joiner: OnnxHeader | undefined,
): SherpaRecipe['wordTimes'] {
  if (kind === 'whisper') {
    return 'estimated';
  }
  const tokens = (metadataNumber(encoder, 'vocab_size') ?? 0) + 1;
  return kind === 'nemo-transducer' && (joiner?.outputs[0]?.dims?.at(-1) ?? 0) > tokens ? 'span' : 'start';
}

function languagesOf(main: OnnxHeader, kind: SherpaKind, folder: string, name: string): readonly string[] {
  if (kind === 'whisper') {
    return whisperLanguages(main);
  }
  const { metadata } = main;
  if (PARAKEET_V3.test(metadata.get('url') ?? '')) {
    return PARAKEET_V3_LANGUAGES;
  }
  for (const text of [metadata.get('language') ?? '', name.replaceAll(/[-_.]+/g, ' ')]) {
    const found = Object.entries(LANGUAGE_WORDS).flatMap(([code, word]) => (word.test(text) ? [code] : []));
    if (found.length > 0) {
      return found;
    }
  }
  throw new AppError('model-language-unknown', { path: folder });
}

function describe(headers: ReadonlyMap<string, OnnxHeader>): string {
  return [...headers]
    .map(
      ([file, { metadata, inputs }]) =>
        `${file}: ${metadata.get('model_type') ?? inputs.map(({ name }) => name).join(', ')}`,
    )
    .join('; ');
}

function unknownKind(folder: string, problem: string): AppError {
  return new AppError('model-kind-unknown', { path: folder, problem });
}
