/** ffmpeg and ffprobe: finds them at the path that was given or on PATH, and starts them. */
import { delimiter, join, resolve, sep } from 'node:path';
import { findProgram } from '../../compute/index.ts';
import { AppError, systemCode } from '../../errors/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { Child, Children, StartOptions } from './children.ts';

/** The programs that this part starts. */
export const TOOL_NAMES = ['ffmpeg', 'ffprobe'] as const;

/** See {@link TOOL_NAMES}. */
export type ToolName = (typeof TOOL_NAMES)[number];

/** The programs. */
export interface Tools {
  /**
   * The absolute path of a program. Looked for once; a failure is forgotten, so that a program which is installed
   * later is found.
   *
   * @throws AppError `ffmpeg-missing`, naming the setting that can hold the path
   */
  path(name: ToolName): Promise<string>;
  /**
   * Starts a program. Dispose of it when done.
   *
   * @throws AppError `ffmpeg-missing`; the signal's reason
   */
  start(name: ToolName, args: readonly string[], options: StartOptions): Promise<Child>;
}

/** What the programs need. */
export interface ToolsDeps {
  readonly children: Children;
  /** Gets what they say on standard error, at `debug`. */
  readonly log: Logger;
}

/** Where to look. */
export interface ToolsOptions {
  /** A path, or a bare name to look for on PATH. Default: the name of the program. */
  readonly paths: Readonly<Partial<Record<ToolName, string | undefined>>>;
  /** The value of PATH. */
  readonly searchPath: string;
}

/** Which setting names the path of a program. */
const VARIABLES = { ffmpeg: 'FFMPEG_PATH', ffprobe: 'FFPROBE_PATH' } as const satisfies Record<
  ToolName,
  string
>;

/** See {@link Tools}. */
export function createTools({ children, log }: ToolsDeps, options: ToolsOptions): Tools {
  const found = new Map<ToolName, Promise<string>>();

  async function find(name: ToolName): Promise<string> {
    const wanted = options.paths[name] ?? name;
    const program = await findProgram(candidates(wanted, options.searchPath));
    if (program === undefined) {
      throw missing(name, wanted);
    }
    return program;
  }

  function path(name: ToolName): Promise<string> {
    const known = found.get(name);
    if (known !== undefined) {
      return known;
    }
    const search = find(name);
    found.set(name, search);
    search.catch(() => found.delete(name));
    return search;
  }

  return {
    path,

    async start(name, args, startOptions) {
      const program = await path(name);
      try {
        const child = await children.start(program, args, startOptions);
        void logMessages(name, child);
        return child;
      } catch (error) {
        if (!CANNOT_START.has(systemCode(error))) {
          throw error;
        }
        found.delete(name);
        throw missing(name, program, error);
      }
    },
  };

  async function logMessages(tool: ToolName, { exit, stderr }: Child): Promise<void> {
    await stderr.closed;
    if (stderr.kept.length > 0) {
      log.debug({ tool, ...(await exit), messages: stderr.kept }, 'messages of a program');
    }
  }
}

/** The system's errors for a program that went away, or that is none. */
const CANNOT_START: ReadonlySet<string> = new Set(['ENOENT', 'EACCES', 'ENOEXEC', 'ENOTDIR']);

function missing(name: ToolName, tool: string, cause?: unknown): AppError {
  return new AppError('ffmpeg-missing', { tool, variable: VARIABLES[name] }, { cause });
}

/** As a shell does it: a name with a slash is a path, a bare one is looked for in the folders of PATH. */
function candidates(wanted: string, searchPath: string): readonly string[] {
  if (wanted.includes(sep) || wanted.includes('/')) {
    return [resolve(wanted)];
  }
  return searchPath
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(resolve(folder), wanted));
}
