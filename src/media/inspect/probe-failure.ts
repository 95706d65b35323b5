/** Why ffprobe found nothing in a file, as one of the errors that its owner understands. */
import { AppError } from '../../errors/index.ts';
import type { Exit } from '../child/children.ts';
import { refersElsewhere } from '../demuxers.ts';
import type { HeadKind } from './file-head.ts';

/** What is known of the failed run. */
export interface FailedProbe {
  readonly name: string;
  readonly head: HeadKind;
  readonly exit: Exit;
  /** ffprobe's first lines on standard error. */
  readonly lines: readonly string[];
}

/** ffmpeg's words for a format that is not allowed, with the demuxer's name where this version tells it. */
const REFUSED_FORMAT = /^\[(\w+) @ [^\]]*\] Format not on whitelist/;

/** The exit codes of a shell or the loader: the program itself did not run. */
const DID_NOT_RUN: ReadonlySet<number | null> = new Set([126, 127]);

/** See {@link FailedProbe}. The lines become the error's cause, for the log. */
export function probeFailure(failed: FailedProbe): AppError {
  const { name, head, exit, lines } = failed;
  const options = { cause: new Error(lines.join('\n')) };
  if (exit.signal !== null || DID_NOT_RUN.has(exit.code)) {
    return new AppError('decode-failed', { file: name }, options);
  }
  const refused = lines
    .map((line) => REFUSED_FORMAT.exec(line)?.[1])
    .find((demuxer) => demuxer !== undefined);
  const isPlaylist = head === 'playlist' || (refused !== undefined && refersElsewhere(refused));
  if (isPlaylist || lines.some((line) => line.includes('not on whitelist') && line.includes('Protocol'))) {
    return new AppError('format-refused', { file: name }, options);
  }
  const hasLostIndex = lines.some((line) => line.includes('moov atom not found'));
  return new AppError(
    hasLostIndex || head === 'media' ? 'media-damaged' : 'not-media',
    { file: name },
    options,
  );
}
