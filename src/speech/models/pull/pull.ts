/** One pull: sources are asked in order, what comes is checked and prepared, and appears in the store at once. */
import { join } from 'node:path';
import { AppError, isAppError, systemCode, toPrintable } from '../../../errors/index.ts';
import type { ModelIdentity } from '../../../report/index.ts';
import type { WhisperVariant } from '../../engines/whisper/graphs/open-graphs.ts';
import { bytesIn } from '../folder-facts.ts';
import type { InstalledModel } from '../installed-model.ts';
import { identify, identifyFiles } from '../installed-model.ts';
import { writeManifest } from '../manifest.ts';
import type { ModelEntry, PinnedFile } from '../model-entry.ts';
import type { PullOptions, PullPhase } from '../models.ts';
import { graphBytes, prepareWhisper } from '../prepare.ts';
import { openModel, verifyModel } from '../store.ts';
import { requireDisk } from './disk.ts';
import { clearEmpty, install, makeStaging, workplaceOf } from './install.ts';
import { withLock } from './lock.ts';
import type { Source } from './source.ts';
import { SourceFailure } from './source.ts';
import type { SourceDeps } from './sources.ts';
import { fetchedByHand, sourcesOf } from './sources.ts';

/** What a pull works with. */
export interface PullDeps extends SourceDeps {
  readonly modelsFolder: string;
  readonly mirror: string | undefined;
  /** What the graphs of Whisper models are built for. */
  readonly variant: WhisperVariant;
}

/**
 * Installs a model of the catalogue; one that is there and whole, hashes included, is left as it is.
 *
 * @throws AppError `model-pull-failed`, `disk-too-small`, `disk-full`, `cannot-write`, or what preparing throws; the
 *   signal's reason
 */
export async function pullModel(
  deps: PullDeps,
  entry: ModelEntry,
  { signal, from, onProgress }: PullOptions,
): Promise<InstalledModel> {
  const { modelsFolder, mirror } = deps;
  const { name } = entry;
  const place = workplaceOf(modelsFolder, name);
  const present = await openIfWhole(modelsFolder, name, signal);
  if (present !== undefined) {
    return present;
  }
  const onWait = (): void => onProgress?.({ name, phase: 'waiting', source: '', bytesDone: 0 });
  return withLock(deps.clock, place.lock, { signal, onWait }, async () => {
    // Whoever held the lock may have done it.
    const installed = await openIfWhole(modelsFolder, name, signal);
    if (installed !== undefined) {
      return installed;
    }
    const failures: string[] = [];
    for (const source of await sourcesOf(entry, deps, { from, mirror })) {
      const { label, downloadBytes: bytesTotal } = source;
      const report = (phase: PullPhase, bytesDone: number): void =>
        onProgress?.({ name, phase, source: label, bytesDone, bytesTotal });
      try {
        const staging = await makeStaging(place, source.key);
        await requireDisk(modelsFolder, await neededBytes(entry, source, staging, deps.variant));
        await source.fetch({ folder: staging, signal, report });
        const files = source.files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
        const onPrepare = (): void => report('preparing', bytesTotal);
        const identity = await identityOf(entry, staging, files, {
          variant: deps.variant,
          signal,
          onPrepare,
        });
        await describe(entry, staging, { files, identity, source: label });
        await install(staging, join(modelsFolder, name), place);
        return await openModel(modelsFolder, name);
      } catch (error) {
        await clearEmpty(place, source.key);
        signal.throwIfAborted();
        failures.push(toPrintable(`${label}: ${reasonOf(error)}`));
      }
    }
    throw new AppError('model-pull-failed', {
      model: name,
      reasons: failures.map((failure) => `  ${failure}`).join('\n'),
      files: fetchedByHand(entry, deps.env)
        .map((file) => `  ${file}`)
        .join('\n'),
    });
  });
}

/** Why another source may do better; throws what none would help against. */
function reasonOf(error: unknown): string {
  if (error instanceof SourceFailure) {
    return error.reason;
  }
  // What a source cannot read or unpack. What cannot be written has an error of the table.
  const code = isAppError(error) ? '' : systemCode(error);
  if (code === '') {
    throw error;
  }
  return code;
}

/** The model when all its files are there and whole; undefined when it has to be fetched, for whatever reason. */
async function openIfWhole(
  modelsFolder: string,
  name: string,
  signal: AbortSignal,
): Promise<InstalledModel | undefined> {
  try {
    const model = await openModel(modelsFolder, name);
    await verifyModel(model, signal);
    return model;
  } catch (error) {
    if (isAppError(error, 'model-missing') || isAppError(error, 'model-damaged')) {
      return undefined;
    }
    throw error;
  }
}

/** What will still be written, beyond what a cut fetch has left. */
async function neededBytes(
  { engine }: ModelEntry,
  { diskBytes, files }: Source,
  staging: string,
  variant: WhisperVariant,
): Promise<number> {
  const graphs = engine === 'whisper' ? graphBytes(files, variant) : 0;
  return graphs + Math.max(0, diskBytes - (await bytesIn(staging)));
}

/** How a report will name it. A Whisper model is made ready on the way, which tells the hash of its weights. */
async function identityOf(
  entry: ModelEntry,
  folder: string,
  files: readonly PinnedFile[],
  options: {
    readonly variant: WhisperVariant;
    readonly signal: AbortSignal;
    readonly onPrepare: () => void;
  },
): Promise<ModelIdentity> {
  const { name, version } = entry;
  if (entry.engine !== 'whisper') {
    return identifyFiles(name, version, files);
  }
  const { variant, signal, onPrepare } = options;
  onPrepare();
  const { tensorsSha256 } = await prepareWhisper({ folder, variant }, signal);
  if (entry.tensorsSha256 !== undefined && entry.tensorsSha256 !== tensorsSha256) {
    throw new SourceFailure('wrong sha256 of the tensors');
  }
  return identify(name, version, tensorsSha256);
}

async function describe(
  entry: ModelEntry,
  folder: string,
  facts: { readonly files: readonly PinnedFile[]; readonly identity: ModelIdentity; readonly source: string },
): Promise<void> {
  const { name, role, engine, languages, licence, unverified = false } = entry;
  const recipe = entry.engine === 'sherpa' ? { recipe: entry.recipe } : {};
  await writeManifest(folder, { name, role, engine, ...recipe, languages, licence, unverified, ...facts });
}
