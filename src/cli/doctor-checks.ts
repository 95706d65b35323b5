/** What the doctor looks at: each check gives a state, what was found, and the mend when there is one. */
import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { Locale } from '../errors/index.ts';
import { AppError, describeError } from '../errors/index.ts';
import type { ToolStatus } from '../media/index.ts';
import type { CliTexts } from './texts/en.ts';

/** `warn`: it works, and may not for long or not well. `fail`: analyses cannot work. */
export type CheckState = 'ok' | 'warn' | 'fail';

/** One thing that was looked at. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly state: CheckState;
  readonly found: string;
  /** What to do; only when the state is not `ok`. */
  readonly mend?: string;
}

/** The language of the texts. */
export interface CheckFacts {
  readonly texts: CliTexts;
  readonly locale: Locale;
}

/** A recogniser process at work holds about 450 MB; the rest is for its share of ffmpeg and of the main process. */
const MB_PER_SLOT = 500;
const MEBIBYTE = 2 ** 20;
const GIBIBYTE = 2 ** 30;
/** Below this not even a report can be relied on to fit. */
const MIN_FREE_BYTES = 100 * MEBIBYTE;
/** Below this a recording from standard input or a model may not fit. */
const COMFORTABLE_FREE_BYTES = GIBIBYTE;

/** Whether Node is as new as the package wants it. */
export function checkNode(version: string, { texts: { doctor } }: CheckFacts): Check {
  const minimum = packageJson.engines.node.replace(/^>=/, '');
  const check = { id: 'node', title: doctor.titles.node, found: version };
  return version.localeCompare(minimum, 'en', { numeric: true }) >= 0
    ? { ...check, state: 'ok' }
    : { ...check, state: 'fail', mend: doctor.nodeOld(minimum) };
}

/**
 * Whether ffmpeg and ffprobe are there.
 *
 * @param wanted what was looked for: names or paths
 */
export function checkTools(
  statuses: readonly ToolStatus[],
  wanted: Readonly<Record<ToolStatus['name'], string>>,
  { texts: { doctor }, locale }: CheckFacts,
): readonly Check[] {
  return statuses.map((status) => {
    const check = { id: status.name, title: doctor.titles[status.name] };
    if (!('missing' in status)) {
      return { ...check, state: 'ok', found: `${status.version}, ${status.path}` };
    }
    const variable = status.name === 'ffmpeg' ? 'FFMPEG_PATH' : 'FFPROBE_PATH';
    const { mend } = describeError(new AppError('ffmpeg-missing', { tool: status.name, variable }), locale);
    return { ...check, state: 'fail', found: `${doctor.missing}: ${wanted[status.name]}`, mend };
  });
}

/** A folder to look at, and the setting that moves it. */
export interface FolderFacts {
  readonly id: 'dataFolder' | 'tmpFolder';
  readonly path: string;
  readonly variable: string;
}

/** Whether a folder may be written to and has space; one that is not there yet is judged by the nearest above it. */
export async function checkFolder(
  { id, path, variable }: FolderFacts,
  { texts: { doctor } }: CheckFacts,
): Promise<Check> {
  const check = { id, title: doctor.titles[id] };
  const existing = await nearestExisting(path);
  if (!(await isWritableFolder(existing))) {
    return {
      ...check,
      state: 'fail',
      found: doctor.folderReadOnly(existing),
      mend: doctor.mendFolder(variable),
    };
  }
  const { bavail, bsize } = await statfs(existing);
  const freeBytes = bavail * bsize;
  const found = doctor.gigabytesFree(freeBytes / GIBIBYTE, path);
  if (freeBytes >= COMFORTABLE_FREE_BYTES) {
    return { ...check, state: 'ok', found };
  }
  return {
    ...check,
    state: freeBytes < MIN_FREE_BYTES ? 'fail' : 'warn',
    found,
    mend: doctor.mendDisk(variable),
  };
}

/** Whether there is memory for all recognisers at once. */
export function checkMemory(availableBytes: number, slots: number, { texts: { doctor } }: CheckFacts): Check {
  const neededMb = slots * MB_PER_SLOT;
  const availableMb = Math.floor(availableBytes / MEBIBYTE);
  const check = { id: 'memory', title: doctor.titles.memory, found: doctor.megabytesAvailable(availableMb) };
  if (availableMb >= neededMb) {
    return { ...check, state: 'ok' };
  }
  return {
    ...check,
    state: availableMb < MB_PER_SLOT ? 'fail' : 'warn',
    mend: doctor.mendMemory(neededMb, slots),
  };
}

/** How many cores there are, and how many recognisers use them. */
export function checkCores(slots: number, { texts: { doctor } }: CheckFacts): Check {
  const cores = availableParallelism();
  return { id: 'cores', title: doctor.titles.cores, state: 'ok', found: doctor.coresAndSlots(cores, slots) };
}

async function isWritableFolder(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK | constants.X_OK);
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function nearestExisting(path: string): Promise<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    const facts = await stat(folder).catch(() => undefined);
    if (facts !== undefined || folder === dirname(folder)) {
      return folder;
    }
  }
}
