/** The door to media files: one object that finds the programs, holds the limits, and ends what it started. */
import { AppError } from '../errors/index.ts';
import type { Logger } from '../telemetry/index.ts';
import { createSilentLogger } from '../telemetry/index.ts';
import { createChildren } from './child/children.ts';
import { childEnvironment } from './child/environment.ts';
import { runToEnd } from './child/run-to-end.ts';
import type { ToolName } from './child/tools.ts';
import { createTools, TOOL_NAMES } from './child/tools.ts';
import type { Decoding } from './decode/decode.ts';
import { decode } from './decode/decode.ts';
import type { Identity } from './inspect/identify.ts';
import { identify } from './inspect/identify.ts';
import type { Probe } from './inspect/probe.ts';
import { probe } from './inspect/probe.ts';
import type { MediaLimits } from './limits.ts';
import { DEFAULT_LIMITS } from './limits.ts';

/** What every call takes. */
export interface CallOptions {
  /** Ends the call: it rejects with the signal's reason, and no process or open file is left. */
  readonly signal: AbortSignal;
  /** What the owner calls the file, for errors. Default: the path. */
  readonly name?: string;
}

/** A program and its version, or that there is none that works. */
export type ToolStatus =
  | { readonly name: ToolName; readonly path: string; readonly version: string }
  | { readonly name: ToolName; readonly missing: true };

/** Reads recordings. Nothing of a recording is trusted; its name and extension mean nothing. */
export interface Media {
  /**
   * The SHA-256 of a file, after checking that it is one.
   *
   * @throws AppError, by the first that applies: `file-not-found`, `not-a-file`, `file-unreadable`, `file-empty`,
   *   `file-too-large`
   */
  identify(
    path: string,
    options: CallOptions & { readonly onProgress?: (fraction: number) => void },
  ): Promise<Identity>;
  /**
   * What is in a file.
   *
   * @throws AppError: those of `identify`; `format-refused`, `not-media`, `media-damaged`, `no-audio`, `too-long`,
   *   `too-many-channels`, `decode-timeout`, `decode-failed`, `ffmpeg-missing`
   */
  probe(path: string, options: CallOptions): Promise<Probe>;
  /** The sound of a file that was probed. For its errors see {@link Decoding}. */
  decode(path: string, probe: Probe, options: CallOptions): Decoding;
  /** Which programs are there. Rejects only with the signal's reason. */
  tools(options: Pick<CallOptions, 'signal'>): Promise<readonly ToolStatus[]>;
  /** Ends everything that runs; the calls reject with `cancelled`. Idempotent. */
  close(): Promise<void>;
}

/** How to read recordings. */
export interface MediaOptions {
  /** A path, or a bare name to look for on PATH. Default: `ffmpeg`. */
  readonly ffmpegPath?: string;
  /** A path, or a bare name to look for on PATH. Default: `ffprobe`. */
  readonly ffprobePath?: string;
  /** Limits other than {@link DEFAULT_LIMITS}. */
  readonly limits?: Partial<MediaLimits>;
  /** Gets the programs' own messages, at `debug`. Default: none. */
  readonly logger?: Logger;
  /** Where PATH is read; of the rest only what programs need is handed on to them. Default: this process's own. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A program that does not tell its version in this time is not one to rely on. */
const VERSION_TIMEOUT_MS = 5000;
const VERSION_MAX_BYTES = 64 * 1024;

/** See {@link Media}. Starts nothing by itself. */
export function createMedia(options: MediaOptions = {}): Media {
  const env = options.env ?? process.env;
  const limits: MediaLimits = Object.freeze({ ...DEFAULT_LIMITS, ...options.limits });
  const log = (options.logger ?? createSilentLogger()).child({ module: 'media' });
  const children = createChildren({ env: childEnvironment(env) });
  const tools = createTools(
    { children, log },
    { paths: { ffmpeg: options.ffmpegPath, ffprobe: options.ffprobePath }, searchPath: env['PATH'] ?? '' },
  );
  const closing = new AbortController();

  /** The caller's signal, or the end of all. */
  function orClosing(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, closing.signal]);
  }

  async function status(name: ToolName, signal: AbortSignal): Promise<ToolStatus> {
    try {
      const path = await tools.path(name);
      await using child = await tools.start(name, ['-version'], { signal });
      const run = await runToEnd(child, {
        signal,
        timeoutMs: VERSION_TIMEOUT_MS,
        maxBytes: VERSION_MAX_BYTES,
      });
      const version = run.state === 'ended' ? /^\w+ version (\S+)/.exec(run.stdout)?.[1] : undefined;
      return version === undefined ? { name, missing: true } : { name, path, version };
    } catch (error) {
      signal.throwIfAborted();
      log.debug({ error, tool: name }, 'program cannot be used');
      return { name, missing: true };
    }
  }

  const media: Media = {
    identify(path, { signal, name = path, onProgress }) {
      const base = { signal: orClosing(signal), name, maxBytes: limits.maxBytes };
      return identify(path, onProgress === undefined ? base : { ...base, onProgress });
    },
    probe(path, { signal, name = path }) {
      return probe(tools, path, { signal: orClosing(signal), name, limits });
    },
    decode(path, probed, { signal, name = path }) {
      return decode(tools, path, probed, { signal: orClosing(signal), name, limits });
    },
    tools({ signal }) {
      return Promise.all(TOOL_NAMES.map((name) => status(name, orClosing(signal))));
    },
    async close() {
      closing.abort(new AppError('cancelled'));
      await children.close();
    },
  };
  return Object.freeze(media);
}
