/** The packages in node_modules: whether they are those of the lock file, and npm when they are not. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFor } from './node-runtime.mjs';
import { runNpm } from './npm.mjs';
import { BootstrapError, TEXTS } from './voice.mjs';
import { inWorkplace } from './workplace.mjs';

/** @typedef {import('./prepare.mjs').Context} Context */
/** @typedef {'run' | 'test'} Kind `run` is what the product needs, `test` has the development tools besides */
/** @typedef {{ readonly lock: string, readonly platform: string, readonly kind: Kind }} Stamp */

/** Kept inside node_modules, so that whoever removes the packages removes it too. */
const STAMP = join('node_modules', '.speech-coach.json');

/** onnxruntime-node would fetch libraries for graphics cards; npm 11 knows that from `allowScripts`, older ones do not. */
const NO_DOWNLOADS = { ONNXRUNTIME_NODE_INSTALL: 'skip' };

/**
 * Makes sure that node_modules holds what the lock file says, for this platform and this kind of work.
 *
 * @param {Kind} kind
 * @param {string} node path of the Node.js that will use the packages
 * @param {Context} context
 */
export async function ensurePackages(kind, node, context) {
  const { root } = context;
  const wanted = wantedStamp(root, kind);
  if (stepTo(wanted, readStamp(root)) === 'nothing') {
    return;
  }
  const shop = join(root, '.node');
  await inWorkplace(shop, context.workplace(shop), async () => {
    const step = stepTo(wanted, readStamp(root));
    if (step !== 'nothing') {
      await install(step, wanted, node, context);
    }
  });
}

/**
 * What leads from the packages that are there to those that are wanted.
 *
 * @param {Stamp} wanted
 * @param {Stamp | undefined} present
 * @returns {'nothing' | 'tools' | 'all'}
 */
export function stepTo(wanted, present) {
  if (present?.lock !== wanted.lock || present.platform !== wanted.platform) {
    return 'all';
  }
  return present.kind === wanted.kind || present.kind === 'test' ? 'nothing' : 'tools';
}

/**
 * @param {string} root
 * @param {Kind} kind
 * @returns {Stamp}
 */
export function wantedStamp(root, kind) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return { lock, platform: `${process.platform}-${process.arch}`, kind };
}

/**
 * @param {string} root
 * @returns {Stamp | undefined} undefined when the packages are absent, incomplete or somebody else's
 */
export function readStamp(root) {
  try {
    return JSON.parse(readFileSync(join(root, STAMP), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * The path of a program of an installed package, to be run by Node.js.
 *
 * @param {string} root
 * @param {string} program its name, such as `tsc`
 * @throws {BootstrapError} when no package has it
 */
export function findProgram(root, program) {
  // npm's own record of the tree: the same everywhere, where node_modules/.bin is links here and shell scripts there.
  const { packages } = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8'));
  for (const [folder, { bin }] of Object.entries(packages)) {
    if (bin?.[program] !== undefined && !folder.slice('node_modules/'.length).includes('node_modules/')) {
      return join(root, folder, bin[program]);
    }
  }
  throw new BootstrapError('program-missing', { program });
}

/**
 * @param {'tools' | 'all'} step
 * @param {Stamp} wanted
 * @param {string} node
 * @param {Context} context
 */
async function install(step, wanted, node, context) {
  const { root, say } = context;
  const what = TEXTS.packages;
  // Until npm is through, nothing says that the packages are complete.
  rmSync(join(root, STAMP), { force: true });
  const env = { ...environmentFor(node, context.env), ...NO_DOWNLOADS };
  const within = { ...context, env };
  if (step === 'tools') {
    say('packages-tools');
    // Not `npm ci`, which empties the folder first, under the feet of a product that may be running from it.
    await runNpm(['install', '--no-save', '--include=dev'], what, node, within);
  } else {
    say(existsSync(join(root, 'node_modules')) ? 'packages-changed' : 'packages-none');
    await runNpm(['ci', wanted.kind === 'run' ? '--omit=dev' : '--include=dev'], what, node, within);
  }
  writeFileSync(join(root, STAMP), `${JSON.stringify(wanted)}\n`);
}
