/** The npm at hand: found, run with bounded waits, and its failures told in one sentence. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runQuietly } from './child.mjs';
import { findOnPath } from './search-path.mjs';
import { BootstrapError } from './voice.mjs';

/** @typedef {import('./prepare.mjs').Context} Context */
/** @typedef {import('./voice.mjs').Text} Text */
/**
 * @typedef {object} PinnedPackage
 * @property {string} npm `name@version` in the registry
 * @property {string} integrity `sha512-…` of its tarball
 * @property {number} bytes of its tarball
 */

/** Waits are bounded, and only what failed is printed. These win over the user's settings. */
const NPM_FLAGS = [
  '--fetch-timeout=30000',
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-factor=3',
  '--loglevel=error',
  '--no-audit',
  '--no-fund',
  '--no-progress',
  '--no-update-notifier',
];

/** What npm calls a network that does not answer, or a registry that does not have or give the package. */
const NETWORK_CODES =
  /^(E\d{3}|ENOTFOUND|EAI_\w+|ECONN\w+|E?TIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET\w*|ENOTCACHED|ETARGET|UND_\w+|\w*CERT\w*)$/;

/**
 * Fetches the tarball of one package, as the registry has it: no script of it runs.
 *
 * @param {PinnedPackage} wanted
 * @param {string} scratch a folder of the caller's
 * @param {Context} context
 * @returns {Promise<string>} the path of the .tgz
 * @throws {BootstrapError} when it does not come, or is not what was pinned
 */
export async function fetchPackage(wanted, scratch, context) {
  const folder = join(scratch, 'tarball');
  mkdirSync(folder, { recursive: true });
  const args = ['pack', wanted.npm, `--pack-destination=${folder}`, '--ignore-scripts'];
  await runNpm(args, wanted.npm, process.execPath, context);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) {
    throw new BootstrapError('npm-failed', { what: wanted.npm, reason: 'no .tgz' });
  }
  const path = join(folder, tarball);
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  if (`sha512-${hash.digest('base64')}` !== wanted.integrity) {
    throw new BootstrapError('fetch-damaged', { what: wanted.npm, reason: 'sha512' });
  }
  return path;
}

/**
 * Runs npm in the checkout.
 *
 * @param {readonly string[]} args
 * @param {string | Text} what what it fetches, for the message when it fails
 * @param {string} node the Node.js that runs it, and the scripts that it starts
 * @param {Context} context its env is that of the child
 * @throws {BootstrapError} when npm is not there or fails
 */
export async function runNpm(args, what, node, context) {
  const { root, env, signal } = context;
  const cli = findNpm(env);
  if (cli === undefined) {
    throw new BootstrapError('npm-missing', { what });
  }
  const globalConfig = env['npm_config_globalconfig'] ?? (await globalConfigOf(context));
  const { code, output } = await runQuietly(node, [cli, ...args, ...NPM_FLAGS], {
    // npm looks for its global settings beside the Node.js that runs it: under another one, they would be lost.
    env: globalConfig === undefined ? env : { ...env, npm_config_globalconfig: globalConfig },
    cwd: root,
    signal,
  });
  if (code !== 0) {
    throw failureOf(output, what, code);
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} the script of the npm that started this program, else of the first one on PATH, else
 *   of the one that came with this Node.js
 */
function findNpm(env) {
  const onPath = findOnPath('npm', env);
  const candidates = [
    env['npm_execpath'],
    onPath && realpathSync(onPath),
    onPath && join(dirname(onPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  return candidates.find((path) => path !== undefined && basename(path) === 'npm-cli.js' && existsSync(path));
}

/**
 * Where the npm on PATH, under its own Node.js, keeps its global settings.
 *
 * @param {Context} context
 */
async function globalConfigOf({ root, env, signal }) {
  const npm = findOnPath('npm', env);
  // On Windows that place does not depend on the Node.js that runs npm.
  if (npm === undefined || process.platform === 'win32') {
    return undefined;
  }
  const args = ['config', 'get', 'globalconfig', '--loglevel=silent'];
  const { code, output } = await runQuietly(npm, args, { env, cwd: root, signal });
  return code === 0 ? output.trim().split('\n').at(-1) : undefined;
}

/**
 * @param {string} output of npm
 * @param {string | Text} what
 * @param {number} exitCode
 */
function failureOf(output, what, exitCode) {
  const lines = [...output.matchAll(/^npm (?:error|ERR!) ?(.*)$/gm)].map(([, line = '']) => line.trim());
  const code = lines.find((line) => line.startsWith('code '))?.slice('code '.length) ?? '';
  const sentence = lines
    .filter((line) => line.includes(' ') && !/^(code|errno|syscall|path|dest|cwd) /.test(line))
    .map((line) => line.replace(/^(network|notarget|cache|\d{3}) /, ''))[0];
  const reason = sentence ?? (output.trim().split('\n').at(-1) || `npm ended with ${exitCode}.`);
  if (code === 'EINTEGRITY') {
    return new BootstrapError('fetch-damaged', { what, reason });
  }
  return new BootstrapError(NETWORK_CODES.test(code) ? 'fetch-failed' : 'npm-failed', { what, reason });
}

/** @param {number} bytes */
export function megabytesOf(bytes) {
  return Math.max(1, Math.round(bytes / 1e6));
}
