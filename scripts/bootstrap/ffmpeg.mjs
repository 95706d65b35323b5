/** ffmpeg and ffprobe, which read recordings: looked for, installed where that is allowed, else asked for. */
import { isAbsolute } from 'node:path';
import { runQuietly } from './child.mjs';
import { findOnPath, isProgram } from './search-path.mjs';

/** @typedef {import('./prepare.mjs').Context} Context */
/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {'ffmpeg' | 'ffprobe'} MediaProgram */

/** The setting of each. */
const VARIABLES = /** @type {const} */ ({ ffmpeg: 'FFMPEG_PATH', ffprobe: 'FFPROBE_PATH' });

/** A package server that does not answer must not hold the start up. */
const APT_BOUNDS = [
  '-o',
  'Acquire::http::Timeout=20',
  '-o',
  'Acquire::Retries=1',
  '-o',
  'DPkg::Lock::Timeout=120',
];

/** What installs it, by package manager. */
const INSTALL_COMMANDS = {
  'apt-get': 'sudo apt-get install ffmpeg',
  dnf: 'sudo dnf install ffmpeg-free',
  pacman: 'sudo pacman -S ffmpeg',
  apk: 'sudo apk add ffmpeg',
  zypper: 'sudo zypper install ffmpeg',
  brew: 'brew install ffmpeg',
  winget: 'winget install Gyan.FFmpeg',
};

/**
 * Makes sure of both as far as it can. That they are missing is said, not thrown: a start that needs none of them works.
 *
 * @param {Settings} settings
 * @param {Context} context
 */
export async function ensureFfmpeg(settings, context) {
  let missing = missingPrograms(settings, context.env);
  // A path that the owner has set is not made good by a package.
  const isInPackage = missing.some((program) => settings[program] === program);
  const isRoot = process.getuid?.() === 0;
  const aptGet = isInPackage && isRoot ? findOnPath('apt-get', context.env) : undefined;
  if (aptGet !== undefined) {
    await installWith(aptGet, context);
    missing = missingPrograms(settings, context.env);
  }
  if (missing.length > 0) {
    context.say('ffmpeg-advice', {
      programs: missing.join(', '),
      variables: missing.map((program) => VARIABLES[program]).join(', '),
      command: installCommand(context.env),
    });
  }
}

/**
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} env
 * @returns {MediaProgram[]}
 */
export function missingPrograms(settings, env) {
  return /** @type {const} */ (['ffmpeg', 'ffprobe']).filter((program) => {
    const wanted = settings[program];
    return isAbsolute(wanted) ? !isProgram(wanted) : findOnPath(wanted, env) === undefined;
  });
}

/**
 * @param {string} aptGet
 * @param {Context} context
 */
async function installWith(aptGet, { root, env, signal, say }) {
  say('ffmpeg-installing');
  const surroundings = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, cwd: root, signal };
  // A stale list of packages may still do: only the installation decides.
  await runQuietly(aptGet, [...APT_BOUNDS, 'update'], surroundings);
  const args = [...APT_BOUNDS, 'install', '-y', '--no-install-recommends', 'ffmpeg'];
  const { code, output } = await runQuietly(aptGet, args, surroundings);
  if (code !== 0) {
    const reason = output.split('\n').find((line) => line.startsWith('E: ')) ?? `E: ${code}`;
    say('ffmpeg-failed', { reason: reason.slice('E: '.length) });
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} for the first package manager that is here
 */
function installCommand(env) {
  const found = Object.entries(INSTALL_COMMANDS).find(([manager]) => findOnPath(manager, env) !== undefined);
  return found?.[1] ?? 'https://ffmpeg.org/download.html';
}
