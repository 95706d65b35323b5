/**
 * Looks at a model's files before native code does: that ends the process, without an error, at a file that is whole but
 * of another kind. Gives back what the files tell about how to run them.
 */
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError, systemCode } from '../../../errors/index.ts';
import type { GraphRule } from './graph-rules.ts';
import { GRAPH_RULES, breach, metadataNumber } from './graph-rules.ts';
import type { OnnxHeader } from './onnx-header.ts';
import { OnnxDamaged, readOnnxHeader } from './onnx-header.ts';
import type { SherpaRecipe } from './recipe.ts';
import type { TokenTable } from './token-table.ts';
import { parseTokenTable } from './token-table.ts';

/** Bands of the spectrum that a model takes when its files do not say. */
const DEFAULT_BANDS = 80;
/** GigaAM's; the native code computes these whatever it is told. */
const GIGA_BANDS = 64;

/** What the files of a model tell. */
export interface CheckedModel {
  readonly tokens: TokenTable;
  /** Bands of the spectrum that it takes in; of no meaning to a model that takes in sound. */
  readonly featureBands: number;
}

/**
 * Checks the files of a recipe.
 *
 * @param model its name, for errors
 * @throws AppError `model-missing`, `model-unreadable`, `model-damaged`, `model-unfit`, with the file's path
 */
export async function checkModel(folder: string, recipe: SherpaRecipe, model: string): Promise<CheckedModel> {
  const inspect = async (file: string, rule: GraphRule): Promise<OnnxHeader> => {
    const header = await readHeader(folder, file, model);
    const problem = breach(header, rule);
    if (problem !== undefined) {
      throw unfit(folder, file, model, problem);
    }
    return header;
  };
  const tokens = await readTokens(folder, recipe.files.tokens, model);
  const expect = (holds: boolean, file: string, problem: string): void => {
    if (!holds) {
      throw unfit(folder, file, model, problem);
    }
  };
  const expectTokens = (count: number): void => {
    expect(tokens.tokens.length === count, recipe.files.tokens, `${tokens.tokens.length} ≠ ${count}`);
  };

  switch (recipe.kind) {
    case 'nemo-ctc': {
      const { files } = recipe;
      const header = await inspect(files.model, GRAPH_RULES['nemo-ctc'].model);
      expectNormalization(header, (problem) => expect(false, files.model, problem));
      expect(tokens.blank !== undefined, files.tokens, '<blk>');
      expectTokens(lastAxis(header.outputs[0]) ?? metadataNumber(header, 'vocab_size') ?? 0);
      return { tokens, featureBands: nemoBands(header) ?? DEFAULT_BANDS };
    }
    case 'nemo-transducer': {
      const { files } = recipe;
      const rules = GRAPH_RULES['nemo-transducer'];
      const encoder = await inspect(files.encoder, rules.encoder);
      const decoder = await inspect(files.decoder, rules.decoder);
      const joiner = await inspect(files.joiner, rules.joiner);
      expectNormalization(encoder, (problem) => expect(false, files.encoder, problem));
      const featureBands = nemoBands(encoder);
      expect(featureBands !== undefined, files.encoder, 'metadata: feat_dim');
      const vocabulary = (metadataNumber(encoder, 'vocab_size') ?? 0) + 1;
      expectTokens(vocabulary);
      expect(tokens.blank === vocabulary - 1, files.tokens, `<blk> ≠ ${vocabulary - 1}`);
      const hidden = metadataNumber(encoder, 'pred_hidden');
      for (const state of [decoder.inputs[2], decoder.inputs[3]]) {
        expect(agrees(lastAxis(state), hidden), files.decoder, `pred_hidden ≠ ${hidden}`);
      }
      // Past the tokens stand the durations of a TDT model.
      const width = lastAxis(joiner.outputs[0]);
      const hasDurations = width === undefined ? undefined : width > vocabulary;
      const isFitting = hasDurations === undefined || hasDurations === (recipe.wordTimes === 'span');
      expect(
        isFitting && (width ?? vocabulary) >= vocabulary,
        files.joiner,
        `${width}, vocab_size ${vocabulary}`,
      );
      return { tokens, featureBands: featureBands ?? DEFAULT_BANDS };
    }
    case 'transducer': {
      const { files } = recipe;
      const encoder = await inspect(files.encoder, GRAPH_RULES.transducer.encoder);
      const decoder = await inspect(files.decoder, GRAPH_RULES.transducer.decoder);
      const joiner = await inspect(files.joiner, GRAPH_RULES.transducer.joiner);
      const vocabulary = metadataNumber(decoder, 'vocab_size');
      expect(agrees(lastAxis(joiner.outputs[0]), vocabulary), files.joiner, `vocab_size ≠ ${vocabulary}`);
      expect(
        tokens.tokens.length >= (vocabulary ?? 0),
        files.tokens,
        `${tokens.tokens.length} < ${vocabulary}`,
      );
      return { tokens, featureBands: encoder.inputs[0]?.dims?.[2] ?? DEFAULT_BANDS };
    }
    case 'whisper': {
      const { files } = recipe;
      const encoder = await inspect(files.encoder, GRAPH_RULES.whisper.encoder);
      await inspect(files.decoder, GRAPH_RULES.whisper.decoder);
      const vocabulary = metadataNumber(encoder, 'n_vocab') ?? 0;
      // The marks have numbers, but no text.
      expect(tokens.tokens.length <= vocabulary, files.tokens, `${tokens.tokens.length} > ${vocabulary}`);
      expect(listed(encoder, 'sot_sequence').length > 0, files.encoder, 'metadata: sot_sequence');
      const languageCodes = whisperLanguages(encoder);
      expect(languageCodes.length > 0, files.encoder, 'metadata: all_language_codes');
      const unknown = recipe.languages.find((code) => !languageCodes.includes(code));
      expect(unknown === undefined, files.encoder, `language: ${unknown}`);
      return { tokens, featureBands: DEFAULT_BANDS };
    }
    case 'omnilingual': {
      const { files } = recipe;
      const header = await inspect(files.model, GRAPH_RULES.omnilingual.model);
      const vocabulary = lastAxis(header.outputs[0]);
      expect(vocabulary !== undefined, files.model, `output ${header.outputs[0]?.name}`);
      expectTokens(vocabulary ?? 0);
      return { tokens, featureBands: DEFAULT_BANDS };
    }
    default:
      return recipe satisfies never;
  }
}

/**
 * Reads one graph's header, and looks for the other files that it names.
 *
 * @throws AppError `model-missing`, `model-unreadable`, `model-damaged`
 */
export async function readHeader(folder: string, file: string, model: string): Promise<OnnxHeader> {
  const path = join(folder, file);
  const header = await readOnnxHeader(path).catch((error: unknown) => {
    throw error instanceof OnnxDamaged
      ? new AppError('model-damaged', { model, path }, { cause: error })
      : notRead(model, path, error);
  });
  for (const weights of header.weightFiles) {
    const beside = join(folder, weights);
    const { size } = await stat(beside).catch((error: unknown) => {
      throw notRead(model, beside, error);
    });
    if (size === 0) {
      throw new AppError('model-damaged', { model, path: beside });
    }
  }
  return header;
}

/**
 * All files of a recipe, those with weights included that its graphs name.
 *
 * @throws AppError `model-unfit` when a graph names one outside the folder; what {@link readHeader} throws
 */
export async function filesOf(
  folder: string,
  { files }: SherpaRecipe,
  model: string,
): Promise<readonly string[]> {
  const all = new Set<string>(Object.values(files));
  for (const file of Object.values(files).filter((name) => name !== files.tokens)) {
    for (const weights of (await readHeader(folder, file, model)).weightFiles) {
      if (basename(weights) !== weights) {
        throw unfit(folder, file, model, `weights: ${weights}`);
      }
      all.add(weights);
    }
  }
  return [...all];
}

/**
 * Reads a vocabulary.
 *
 * @throws AppError `model-missing`, `model-unreadable`, `model-unfit`
 */
export async function readTokens(folder: string, file: string, model: string): Promise<TokenTable> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw notRead(model, path, error);
  });
  const table = parseTokenTable(text);
  if ('line' in table) {
    throw unfit(folder, file, model, `${file}:${table.line}`);
  }
  return table;
}

/** The codes that a Whisper export knows; only English when it says that it is not multilingual. */
export function whisperLanguages(encoder: OnnxHeader): readonly string[] {
  if (metadataNumber(encoder, 'is_multilingual') === 0) {
    return ['en'];
  }
  const codes = listed(encoder, 'all_language_codes');
  return codes.length === listed(encoder, 'all_language_tokens').length ? codes : [];
}

function listed({ metadata }: OnnxHeader, key: string): readonly string[] {
  return (metadata.get(key) ?? '').split(',').filter((part) => part !== '');
}

/** Bands that a NeMo encoder takes in; undefined when its file does not tell. */
function nemoBands(header: OnnxHeader): number | undefined {
  if (metadataNumber(header, 'is_giga_am') === 1) {
    return agrees(header.inputs[0]?.dims?.[1], GIGA_BANDS) ? GIGA_BANDS : undefined;
  }
  return metadataNumber(header, 'feat_dim') ?? header.inputs[0]?.dims?.[1];
}

/** The native code knows one way to normalise a spectrum, and ends the process at any other. */
function expectNormalization({ metadata }: OnnxHeader, refuse: (problem: string) => void): void {
  const way = metadata.get('normalize_type') ?? '';
  if (!['', 'NA', 'per_feature'].includes(way)) {
    refuse(`metadata: normalize_type ${way}`);
  }
}

function lastAxis(tensor: OnnxHeader['inputs'][number] | undefined): number | undefined {
  return tensor?.dims?.at(-1);
}

/** Whether a length is the one that is expected, as far as it is fixed. */
function agrees(length: number | undefined, expected: number | undefined): boolean {
  return length === undefined || length === expected;
}

function unfit(folder: string, file: string, model: string, problem: string): AppError {
  return new AppError('model-unfit', { model, path: join(folder, file), problem });
}

function notRead(model: string, path: string, cause: unknown): AppError {
  const isClosed = /^E(?:ACCES|PERM)$/.test(systemCode(cause));
  return new AppError(isClosed ? 'model-unreadable' : 'model-missing', { model, path }, { cause });
}
