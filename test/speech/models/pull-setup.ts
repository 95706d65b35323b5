/** A store of models, a model of few bytes, and a server that has it: for the tests of pulls. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../../src/resilience/index.ts';
import type { InstalledModel } from '../../../src/speech/index.ts';
import type { ModelEntry, ModelSource, PinnedFile } from '../../../src/speech/models/model-entry.ts';
import type { PullOptions } from '../../../src/speech/models/models.ts';
import type { PullDeps } from '../../../src/speech/models/pull/pull.ts';
import { pullModel } from '../../../src/speech/models/pull/pull.ts';
import { openModel, verifyModel } from '../../../src/speech/models/store.ts';
import type { WebPatience } from '../../../src/speech/models/pull/web.ts';
import { createWeb } from '../../../src/speech/models/pull/web.ts';
import type { ModelServer } from '../../support/model-server.ts';
import { createModelServer } from '../../support/model-server.ts';

/** The name of the model. */
export const NAME = 'tiny-model';

/** The files of the model, the larger one of some network packets. */
export const CONTENT: Readonly<Record<'weights.onnx' | 'tokens.txt', Buffer>> = {
  'weights.onnx': randomBytes(600_000),
  'tokens.txt': Buffer.from('а 0\nб 1\n'),
};

/** What a file is pinned to. */
export function pin(path: string, content: Buffer): PinnedFile {
  return { path, bytes: content.length, sha256: sha256Of(content) };
}

/** The files as they are pinned. */
export const FILES: readonly PinnedFile[] = Object.entries(CONTENT).map(([path, content]) =>
  pin(path, content),
);

/** The model in the hub. */
export const HUB_SOURCE: ModelSource = {
  kind: 'hub',
  repository: 'somebody/tiny-model',
  revision: '0123456789abcdef0123456789abcdef01234567',
  files: FILES,
};

/** An entry of the catalogue with that model. */
export function modelFrom(sources: readonly ModelSource[] = [HUB_SOURCE]): ModelEntry {
  return {
    name: NAME,
    version: '1',
    role: 'vad',
    engine: 'silero',
    languages: [],
    licence: 'MIT',
    sizeBytes: 1,
    wordErrors: [],
    sources,
  };
}

/** Where the hub has a file. */
export function hubPath(path: string): string {
  return `/somebody/tiny-model/resolve/0123456789abcdef0123456789abcdef01234567/${path}`;
}

/** What a test pulls with. */
export interface PullBench {
  readonly server: ModelServer;
  readonly modelsFolder: string;
  /** The folder of the model when it is installed. */
  readonly home: string;
  pull(options?: Partial<PullOptions>, entry?: ModelEntry): Promise<InstalledModel>;
}

/** How it is made. */
export interface BenchOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly mirror?: string;
  readonly patience?: Partial<WebPatience>;
  readonly programStallMs?: number;
  readonly modelsFolder?: string;
}

/** Waits of a second and more are a server's; here they are a test's. */
export const PATIENCE: WebPatience = { firstAnswerMs: 2_000, answerMs: 2_000, stallMs: 2_000 };

/** A server that has the model as the hub would, and an empty store. All of it goes away with the test. */
export async function createPullBench(options: BenchOptions = {}): Promise<PullBench> {
  const { env = {}, mirror, patience = {}, programStallMs = 10_000 } = options;
  const server = await createModelServer();
  onTestFinished(() => server.close());
  for (const [path, content] of Object.entries(CONTENT)) {
    server.put(hubPath(path), content);
  }
  const modelsFolder = options.modelsFolder ?? join(await temporary(), 'models');
  const all = { HF_ENDPOINT: server.url, ...env };
  const web = createWeb({ clock: systemClock, env: all }, { ...PATIENCE, ...patience });
  onTestFinished(() => web.close());
  const deps: PullDeps = {
    web,
    clock: systemClock,
    random: Math.random,
    firstWaitMs: 5,
    env: all,
    programStallMs,
    modelsFolder,
    mirror,
    variant: 'int8',
  };
  return {
    server,
    modelsFolder,
    home: join(modelsFolder, NAME),
    pull: (pullOptions = {}, entry = modelFrom()) =>
      pullModel(deps, entry, { signal: new AbortController().signal, ...pullOptions }),
  };
}

/** An empty folder of the running test. */
export async function temporary(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'pull-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What the store holds after a pull that went well; see {@link stateOf}. */
export function wholeWith(weights: Buffer = CONTENT['weights.onnx']): Awaited<ReturnType<typeof stateOf>> {
  // Nothing is left of the work.
  return { store: [NAME], weights: sha256Of(weights) };
}

/** What the store holds. @throws when the model is not there, or not whole */
export async function stateOf({
  modelsFolder,
  home,
}: PullBench): Promise<{ readonly store: readonly string[]; readonly weights: string }> {
  await verifyModel(await openModel(modelsFolder, NAME));
  return {
    store: await readdir(modelsFolder),
    weights: sha256Of(await readFile(join(home, 'weights.onnx'))),
  };
}

function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
