/** Finds programs the way a shell does: by the folders of PATH. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @param {string} program without an ending
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} the first file on PATH of that name that may be run
 */
export function findOnPath(program, env) {
  const names = process.platform === 'win32' ? [`${program}.exe`, `${program}.cmd`] : [program];
  return (env[pathNameOf(env)] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isProgram);
}

/**
 * @param {string} file
 * @returns {boolean} whether it is a file that may be run
 */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * The environment with one more folder at the head of PATH.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 * @returns {NodeJS.ProcessEnv}
 */
export function withPathHead(env, folder) {
  const name = pathNameOf(env);
  const rest = env[name];
  return { ...env, [name]: rest === undefined || rest === '' ? folder : `${folder}${delimiter}${rest}` };
}

/**
 * Windows writes it `Path`, and a copied environment no longer forgives that.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function pathNameOf(env) {
  return Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
}
