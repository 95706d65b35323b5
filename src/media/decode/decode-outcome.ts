/** Judges how a decoding went: whether the sound is whole, cut, damaged, or not to be used at all. */
import { AppError } from '../../errors/index.ts';
import type { Notice } from '../../report/index.ts';
import type { Exit } from '../child/children.ts';
import type { StderrLines } from '../child/stderr-lines.ts';
import type { Probe } from '../inspect/probe.ts';

/** What is known when ffmpeg has ended by itself. */
export interface EndedDecode {
  readonly name: string;
  readonly exit: Exit;
  readonly stderr: Pick<StderrLines, 'kept' | 'count'>;
  readonly decodedSec: number;
  readonly container: Probe['container'];
  /** What the container states; `null` when it states nothing that can be relied on. */
  readonly expectedSec: number | null;
}

/** How much shorter than stated a whole recording may be: codecs pad, headers round, tracks end early. */
const TOLERANCE_SEC = 0.5;
const TOLERANCE_SHARE = 0.02;

/** Containers without times, whose packets are just added up, but which may state a length. */
const UNTIMED: ReadonlySet<string> = new Set(['mp3']);

/** ffmpeg was built without a decoder for this codec. */
const NO_DECODER = /Decoder \(codec|no decoder found/;

/**
 * The notices `recording-cut` and `recording-damaged`, those that apply.
 *
 * @throws AppError `decode-failed` when ffmpeg was killed or gave up: what came so far may lack the rest;
 *   `media-damaged` when nothing could be decoded; `not-media` when ffmpeg has no decoder for it
 */
export function judgeDecode(ended: EndedDecode): readonly Notice[] {
  const { name, exit, stderr, decodedSec } = ended;
  const hasSound = decodedSec > 0;
  const hasFailed = exit.code !== 0 && (hasSound || !stderr.kept.some(isAboutContent));
  if (exit.signal !== null || hasFailed || stderr.count('readError') > 0) {
    throw withLines('decode-failed', name, stderr);
  }
  if (!hasSound) {
    const lacksDecoder = stderr.kept.some((line) => NO_DECODER.test(line));
    throw withLines(lacksDecoder ? 'not-media' : 'media-damaged', name, stderr);
  }
  return contentNotices(ended);
}

function contentNotices({ container, stderr, decodedSec, expectedSec }: EndedDecode): readonly Notice[] {
  const notices: Notice[] = [];
  const decodeErrors = stderr.count('decodeError');
  // Where packets carry times, a hole is filled with silence: what is missing is missing at the end.
  const mayBeHoles = UNTIMED.has(container) && decodeErrors > 0;
  const isCut = expectedSec !== null && isShorter(decodedSec, expectedSec) && !mayBeHoles;
  if (isCut) {
    notices.push({
      code: 'recording-cut',
      params: { expectedSec: roundSec(expectedSec), decodedSec: roundSec(decodedSec) },
    });
  }
  // At a cut one packet is cut as well.
  if (isCut ? decodeErrors > 1 : stderr.count('any') > 0) {
    notices.push({ code: 'recording-damaged', params: {} });
  }
  return notices;
}

function isShorter(decodedSec: number, expectedSec: number): boolean {
  return expectedSec - decodedSec > Math.max(TOLERANCE_SEC, TOLERANCE_SHARE * expectedSec);
}

/** Whether ffmpeg blames the content, not the machine. */
function isAboutContent(line: string): boolean {
  return (
    /Invalid data found|moov atom not found|does not contain any stream|matches no streams/.test(line) ||
    NO_DECODER.test(line)
  );
}

function withLines(
  code: 'decode-failed' | 'media-damaged' | 'not-media',
  name: string,
  stderr: EndedDecode['stderr'],
): AppError {
  return new AppError(code, { file: name }, { cause: new Error(stderr.kept.join('\n')) });
}

function roundSec(sec: number): number {
  return Math.round(sec * 10) / 10;
}
