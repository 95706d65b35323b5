/** A place where the real program runs as on its owner's machine: the models are installed, ffmpeg is found. */
import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { CliWorld, StartOptions } from '../../cli/support/run-cli.ts';
import { createWorld } from '../../cli/support/run-cli.ts';
import { modelsFolder } from '../../support/models.ts';
import type { RunningProcess } from './processes.ts';
import { processesMarked } from './processes.ts';

/** See {@link createInstalledWorld}. */
export interface InstalledWorld extends CliWorld {
  /** A path in the working folder. */
  readonly path: (name: string) => string;
  /** The running processes that were started here, and those that they started, however far from their parents. */
  readonly processes: () => Promise<readonly RunningProcess[]>;
  /** The temporary files that are there now. */
  readonly temporaryFiles: () => Promise<readonly string[]>;
}

/** Makes a place. Close it when done. */
export async function createInstalledWorld(): Promise<InstalledWorld> {
  const world = await createWorld();
  await mkdir(world.dataFolder);
  await symlink(modelsFolder(), join(world.dataFolder, 'models'));
  // Handed on to every child, also to those that get nothing else: it tells whose they are.
  const PATH = `${process.env['PATH'] ?? ''}:${world.cwd}`;
  const marked = <Options extends StartOptions>(options: Options): Options => ({
    ...options,
    env: { PATH, ...options.env },
  });
  return {
    ...world,
    start: (args, options = {}) => world.start(args, marked(options)),
    run: (args, options = {}) => world.run(args, marked(options)),
    path: (name) => join(world.cwd, name),
    processes: () => processesMarked(world.cwd),
    temporaryFiles: () => readdir(join(world.dataFolder, 'tmp')).catch(() => []),
  };
}
