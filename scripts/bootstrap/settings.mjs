/** The few settings of the product that matter before it can run, read as `src/config` reads them. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** @typedef {'SPEECH_COACH_HOME' | 'FFMPEG_PATH' | 'FFPROBE_PATH'} SettingName */
/** @typedef {Readonly<Record<string, string | undefined>>} Variables */
/**
 * @typedef {object} Settings
 * @property {string} dataFolder of models, library and cache: absolute, perhaps not there yet
 * @property {string} ffmpeg a name to be looked for on PATH, or an absolute path
 * @property {string} ffprobe the same
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} cwd where the product will run: it reads the `.env` of that folder, and relative paths start there
 * @param {NodeJS.Platform} [platform]
 * @returns {Settings}
 */
export function readSettings(env, cwd, platform = process.platform) {
  const layers = [env, readEnvFile(join(cwd, '.env'))];
  /** @param {SettingName} name */
  const settingOf = (name) => layers.map((layer) => valueOf(name, layer)).find((value) => value !== '');
  /** @param {string} path */
  const pathOf = (path) =>
    resolve(
      cwd,
      path.replace(/^~(?=$|\/)/, () => homedir()),
    );
  /** @param {string} program */
  const programOf = (program) => (/[/\\]/.test(program) ? pathOf(program) : program);
  const home = settingOf('SPEECH_COACH_HOME');
  return {
    dataFolder: home === undefined ? defaultDataFolder(env, platform) : pathOf(home),
    ffmpeg: programOf(settingOf('FFMPEG_PATH') ?? 'ffmpeg'),
    ffprobe: programOf(settingOf('FFPROBE_PATH') ?? 'ffprobe'),
  };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
function defaultDataFolder(env, platform) {
  // From the user's record when HOME is not set.
  const home = homedir();
  if (platform === 'darwin') {
    return join(home, 'Library', 'Application Support', 'speech-coach');
  }
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'speech-coach');
  }
  const shared = env['XDG_DATA_HOME'];
  // The base directory specification has relative paths ignored.
  const isUsable = shared !== undefined && isAbsolute(shared);
  return join(isUsable ? shared : join(home, '.local', 'share'), 'speech-coach');
}

/**
 * @param {SettingName} name
 * @param {Variables} layer
 * @returns {string} empty when it is not set there, neither as itself nor as a file that holds it
 */
function valueOf(name, layer) {
  const file = layer[`${name}_FILE`];
  return layer[name] || (file ? readText(file).replace(/\r?\n$/, '') : '');
}

/**
 * The lines of an .env file: `NAME=value`, the value perhaps quoted, or with a comment behind it.
 *
 * @param {string} path
 * @returns {Variables} none when there is no such file
 */
function readEnvFile(path) {
  const line = /^\s*(?:export\s+)?([\w.-]+)\s*=[^\S\n]*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^#\n]*))/gm;
  return Object.fromEntries(
    [...readText(path).matchAll(line)].map(([, name, ...values]) => [
      name,
      values.find((value) => value !== undefined)?.trim(),
    ]),
  );
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // That it cannot be read is told by the product, which reads it again.
    return '';
  }
}
