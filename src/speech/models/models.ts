/** The models of an installation: what is known, what is installed, and how to get, check, add and remove one. */
import type { InstalledModel, ModelEngine, ModelRole } from './installed-model.ts';
import type { ModelEntry, WordErrors } from './model-entry.ts';

export type { InstalledModel } from './installed-model.ts';

/** How a model stands. Only {@link Models.verify} reads the files; elsewhere sizes are compared. */
export type ModelState = 'installed' | 'missing' | 'damaged' | 'unreadable';

/** One line of the list: a model of the catalogue, or one that the owner added. */
export interface ModelStatus {
  readonly name: string;
  readonly role: ModelRole;
  /** Absent for an added model whose `model.json` is damaged. */
  readonly engine?: ModelEngine;
  readonly languages: readonly string[];
  readonly licence: string;
  /** To download, about; for an installed model what its files take. */
  readonly sizeBytes: number;
  readonly wordErrors: readonly WordErrors[];
  readonly unverified: boolean;
  /** False for a model that the owner added. */
  readonly isKnown: boolean;
  /** Where it is, or would be. */
  readonly folder: string;
  readonly state: ModelState;
  /** The file that is the matter; only when the state is not `installed`. */
  readonly path?: string;
  /** See {@link InstalledModel.source}. */
  readonly source?: string;
}

/** What a pull is doing: asking what there is, fetching, checking what came, making the graphs of a Whisper model. */
export type PullPhase = 'asking' | 'waiting' | 'fetching' | 'checking' | 'preparing';

/** How far a pull is. */
export interface PullProgress {
  readonly name: string;
  readonly phase: PullPhase;
  /** Who is asked at the moment: `huggingface.co`, `pip`, `npm`, a mirror's address or folder. */
  readonly source: string;
  /** Of the download; what an earlier, cut pull had fetched counts from the start. */
  readonly bytesDone: number;
  /** Absent as long as it is not known. */
  readonly bytesTotal?: number;
}

/** How a model is pulled. */
export interface PullOptions {
  /** Ends the pull at once; what was fetched is kept for the next one. */
  readonly signal: AbortSignal;
  /** A mirror's URL or a folder, laid out `<name>/<file>`: nothing else is asked then. */
  readonly from?: string;
  readonly onProgress?: (progress: PullProgress) => void;
}

/** How an owner's model is added. */
export interface AddOptions {
  readonly signal: AbortSignal;
  /** Default: the name of the folder or file, as far as it can be a name. */
  readonly name?: string;
  /** Two-letter codes. Default: what the model itself says, which only some do. */
  readonly languages?: readonly string[];
  /** `ctranslate2` for a Whisper folder, or one of `SHERPA_KINDS`. Default: as the files tell. */
  readonly kind?: string;
}

/** A model that was chosen for a language, and why. */
export interface ModelChoice<Model> {
  readonly model: Model;
  /** Why it comes before the others, one sentence in each language of the product. */
  readonly reason: { readonly en: string; readonly ru: string };
}

/** See {@link createModels}. */
export interface Models {
  /** Every model that is known or was added. Compares sizes, reads no weights. */
  list(): Promise<readonly ModelStatus[]>;
  /**
   * What a name stands for: a model of the catalogue, or an alias. `en` and `ru` are what the language needs (the voice
   * detector and the first choice that was run by the product's makers), `best` the most accurate for each language.
   *
   * @throws AppError `model-unknown`, which lists the names
   */
  resolve(nameOrAlias: string): readonly ModelEntry[];
  /**
   * Installs a model of the catalogue; one that is there and whole is left as it is.
   *
   * @throws AppError `model-unknown`, `model-pull-failed` (what to fetch by hand and where to put it), `disk-full`,
   *   `disk-too-small`, `cannot-write`; the signal's reason
   */
  pull(name: string, options: PullOptions): Promise<InstalledModel>;
  /**
   * Reads every file of one model, or of all that are there, and compares the hashes.
   *
   * @throws AppError `model-unknown` for a name that is neither in the catalogue nor in the folder; the signal's reason
   */
  verify(name?: string, options?: { readonly signal?: AbortSignal }): Promise<readonly ModelStatus[]>;
  /**
   * Deletes a model with all that was made from it, and what cut pulls of it left.
   *
   * @returns how many bytes that freed
   * @param options its signal ends the waiting for whoever pulls the model at the moment
   * @throws AppError `model-unknown`, `model-missing`, `cannot-write`; the signal's reason
   */
  remove(name: string, options?: { readonly signal?: AbortSignal }): Promise<number>;
  /** The folder of a model, whether it is there or not. @throws AppError `model-unknown` */
  path(name: string): Promise<string>;
  /**
   * Copies an owner's model into the store, once its content shows what it is.
   *
   * @param path a folder (CTranslate2 Whisper, or files for sherpa-onnx), or one file of it
   * @throws AppError `file-not-found`, `model-kind-unknown`, `model-language-unknown`, `model-unfit`,
   *   `model-name-taken`, `model-name-invalid`, `usage-invalid`, `disk-too-small`, `disk-full`, `cannot-write`; the
   *   signal's reason. Nothing is left in the store then.
   */
  add(path: string, options: AddOptions): Promise<InstalledModel>;
  /** The best recogniser for a language among those that are installed, those that could not be run here included. */
  best(language: string): Promise<ModelChoice<InstalledModel> | undefined>;
  /** The recogniser to pull for a language when none is installed: never one that could not be run here. */
  bestToPull(language: string): ModelChoice<ModelEntry> | undefined;
}
