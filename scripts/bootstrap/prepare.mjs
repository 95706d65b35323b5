/** The whole preparation: each thing that a command needs, in the order in which one needs the other. */
import { join } from 'node:path';
import { ensureFfmpeg } from './ffmpeg.mjs';
import { ensureModels } from './models.mjs';
import { ensureNode } from './node-runtime.mjs';
import { ensurePackages } from './packages.mjs';
import { readSettings } from './settings.mjs';

/**
 * @typedef {object} Context what every step is given
 * @property {string} root the checkout
 * @property {NodeJS.ProcessEnv} env
 * @property {AbortSignal} signal ends the preparation
 * @property {import('./voice.mjs').Say} say
 * @property {(folder: string) => import('./workplace.mjs').WorkplaceOptions} workplace how to wait for a folder
 */
/**
 * @typedef {object} Needs
 * @property {import('./packages.mjs').Kind} kind of the packages
 * @property {boolean} media whether recordings are to be worked on: with models and ffmpeg
 * @property {string} cwd where the command will run
 */

/**
 * Makes sure of everything that a command needs. Silent, without network and in a few milliseconds when it is there.
 *
 * @param {Needs} needs
 * @param {Context} context
 * @returns {Promise<string>} the path of the Node.js to run it with
 */
export async function prepare({ kind, media, cwd }, context) {
  const node = await ensureNode(context);
  await ensurePackages(kind, node, context);
  if (media) {
    const settings = readSettings(context.env, cwd);
    await ensureModels(join(settings.dataFolder, 'models'), context);
    await ensureFfmpeg(settings, context);
  }
  return node;
}
