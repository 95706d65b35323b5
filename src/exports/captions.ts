/**
 * Captions: the words of a transcript as cues that can be read while they are heard. The breaks are chosen together,
 * by least total cost as a paragraph is set, so that no cue is left with one word because the one before it was full.
 */
import type { Report, Transcript } from '../report/index.ts';
import type { Piece } from './caption-pieces.ts';
import { MAX_LINE_COLUMNS, toPieces } from './caption-pieces.ts';

/** One caption. Cues come in order and never overlap. */
export interface Cue {
  readonly startSec: number;
  /** At least a second after the start. */
  readonly endSec: number;
  /** One or two lines of at most 42 columns, none empty. */
  readonly lines: readonly string[];
}

/** A reader needs this much for the shortest cue, and this many characters a second on the whole (usual for adults). */
const MIN_CUE_MS = 1000;
const MAX_COLUMNS_PER_SECOND = 17;
/** From here on a cue feels as if it had stuck. */
const COMFORTABLE_CUE_MS = 6000;
/** A silence of this length always ends a cue: what is said after it must not be read before it. */
const SPLITTING_SILENCE_MS = 1500;
/** A shorter gap between two cues is closed: it would only flicker. */
const FLICKER_MS = 300;

/** What a break costs after a piece, as the end of a cue. Inside a cue a line break costs a third of it. */
const BREAK_COST = { phrase: 0, clause: 2, pause: 3, nothing: 8 } as const satisfies Record<
  Piece['ends'],
  number
>;

/** All words of `transcript` in cues. The report gives the phrases and the length of the recording. */
export function toCues(report: Report, transcript: Transcript): readonly Cue[] {
  const pieces = toPieces(report, transcript);
  return timeCues(chooseBreaks(pieces), Math.round(report.recording.durationSec * 1000));
}

/** A cue before its times are final. */
interface Draft {
  readonly startMs: number;
  readonly endMs: number;
  readonly columns: number;
  readonly lines: readonly string[];
}

interface Layout {
  readonly cost: number;
  /** How many pieces stand on the first line; all of them when there is one line. */
  readonly firstLine: number;
}

/** Dynamic programming over the pieces. A cue holds a bounded number of them, so the time is linear in their number. */
function chooseBreaks(pieces: readonly Piece[]): readonly Draft[] {
  /** `best[end]`: the cheapest way to set the first `end` pieces, by the start of its last cue. */
  const best: { cost: number; start: number; firstLine: number }[] = [{ cost: 0, start: 0, firstLine: 0 }];
  for (let start = 0; start < pieces.length; start += 1) {
    const before = best[start]?.cost ?? 0;
    const cue: Piece[] = [];
    for (const piece of cueWindow(pieces, start)) {
      cue.push(piece);
      const end = start + cue.length;
      const layout = layOut(cue);
      if (layout === null) {
        break;
      }
      const cost = before + layout.cost + cueCost(cue, pieces[end]);
      if (cost < (best[end]?.cost ?? Infinity)) {
        best[end] = { cost, start, firstLine: layout.firstLine };
      }
    }
  }
  const drafts: Draft[] = [];
  for (let end = pieces.length; end > 0;) {
    const { start, firstLine } = best[end] ?? { start: end - 1, firstLine: 1 };
    drafts.push(toDraft(pieces.slice(start, end), firstLine));
    end = start;
  }
  return drafts.toReversed();
}

/** The pieces that a cue from `start` may hold as far as time is concerned. */
function* cueWindow(pieces: readonly Piece[], start: number): Generator<Piece> {
  for (let index = start; index < pieces.length; index += 1) {
    const piece = pieces[index];
    const before = index > start ? pieces[index - 1] : undefined;
    if (piece === undefined || (before !== undefined && silenceMs(before, piece) >= SPLITTING_SILENCE_MS)) {
      return;
    }
    yield piece;
  }
}

/** The best lines for a cue, or null when it does not fit into two. */
function layOut(cue: readonly Piece[]): Layout | null {
  const total = columnsOf(cue);
  let best: Layout | null = total <= MAX_LINE_COLUMNS ? { cost: 0, firstLine: cue.length } : null;
  let first = -1;
  for (const [index, piece] of cue.entries()) {
    first += piece.columns + 1;
    const second = total - first - 1;
    if (first > MAX_LINE_COLUMNS || second <= 0) {
      break;
    }
    if (total > MAX_LINE_COLUMNS && second <= MAX_LINE_COLUMNS) {
      const imbalance = Math.abs(first - second) / MAX_LINE_COLUMNS;
      // A shorter line above a longer one hides less of the picture.
      const cost = 0.5 + BREAK_COST[piece.ends] / 3 + imbalance * 2 + (first > second ? 0.2 : 0);
      if (best === null || cost < best.cost) {
        best = { cost, firstLine: index + 1 };
      }
    }
  }
  return best;
}

/** What is wrong with a cue apart from its lines; `next` is the first piece after it. */
function cueCost(cue: readonly Piece[], next: Piece | undefined): number {
  const first = cue[0];
  const last = cue.at(-1);
  if (first === undefined || last === undefined) {
    return 0;
  }
  const endsInSilence = next === undefined || silenceMs(last, next) >= SPLITTING_SILENCE_MS;
  let cost = 3 + (endsInSilence ? 0 : BREAK_COST[last.ends]);

  const availableMs = (next?.startMs ?? Infinity) - first.startMs;
  cost += 40 * shortage(availableMs, MIN_CUE_MS);
  cost += 15 * shortage(availableMs, readingMs(columnsOf(cue)));
  cost += (3 * Math.max(0, last.endMs - first.startMs - COMFORTABLE_CUE_MS)) / 1000;

  for (const [index, piece] of cue.entries()) {
    const following = cue[index + 1];
    if (following !== undefined) {
      cost += (piece.ends === 'phrase' ? 3 : 0) + (4 * silenceMs(piece, following)) / 1000;
    }
  }
  return cost;
}

/** Which part of a needed time is not there: 0 to 1. */
function shortage(availableMs: number, neededMs: number): number {
  return Math.max(0, 1 - availableMs / neededMs);
}

/**
 * Final times. A cue stays for a reader as long as the silence after it allows, not past the end of the recording;
 * where there is no silence, the cue after a too short one comes later: every cue is seen for a second.
 */
function timeCues(drafts: readonly Draft[], durationMs: number): readonly Cue[] {
  const cues: Cue[] = [];
  let freeMs = 0;
  for (const [index, draft] of drafts.entries()) {
    const startMs = Math.max(draft.startMs, freeMs);
    const nextMs = drafts[index + 1]?.startMs ?? Math.max(durationMs, draft.endMs);
    const wantedMs = Math.max(draft.endMs, startMs + readingMs(draft.columns));
    const closedMs = nextMs - wantedMs < FLICKER_MS ? nextMs : wantedMs;
    const endMs = Math.max(closedMs, startMs + MIN_CUE_MS);
    cues.push({ startSec: startMs / 1000, endSec: endMs / 1000, lines: draft.lines });
    freeMs = endMs;
  }
  return cues;
}

function toDraft(cue: readonly Piece[], firstLine: number): Draft {
  const lines = [cue.slice(0, firstLine), cue.slice(firstLine)].filter((line) => line.length > 0);
  return {
    startMs: cue[0]?.startMs ?? 0,
    endMs: cue.at(-1)?.endMs ?? 0,
    columns: columnsOf(cue),
    lines: lines.map((line) => line.map((piece) => piece.text).join(' ')),
  };
}

/** How long a reader needs. */
function readingMs(columns: number): number {
  return Math.max(MIN_CUE_MS, Math.ceil((columns * 1000) / MAX_COLUMNS_PER_SECOND));
}

/** The columns of the pieces with a space between each two. */
function columnsOf(cue: readonly Piece[]): number {
  return cue.reduce((sum, piece) => sum + piece.columns + 1, -1);
}

function silenceMs(before: Piece, after: Piece): number {
  return Math.max(0, after.startMs - before.endMs);
}
