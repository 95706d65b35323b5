/** How near the pauses that were found are to those of a truth file. */
import type { TimeRange } from '../../src/report/index.ts';
import type { TruthTalk } from '../support/truth-talk.ts';

/** The shortest silence that is called a pause. */
const MIN_PAUSE_SEC = 0.25;

/** The pauses of a talk, matched with those that were found. */
export interface PauseBorders {
  /** Two for each pause that was found: how far its start and its end are from the true ones. */
  readonly errorsSec: readonly number[];
  /** Pauses of the truth file that were not found. */
  readonly missed: number;
  /** Pauses that were found and are none. */
  readonly invented: number;
}

/** Compares the silences between stretches of speech with the pauses inside a talk. */
export function pauseBorderErrorsSec(talk: TruthTalk, speech: readonly TimeRange[]): PauseBorders {
  const found = silencesBetween(speech).filter(isPause);
  const wanted = talk.pauses.filter(
    (pause) => pause.role !== 'start' && pause.role !== 'end' && isPause(pause),
  );
  const matched = new Set<TimeRange>();
  const errorsSec = wanted.flatMap((pause) => {
    const match = found.find((silence) => sharedSec(silence, pause) > (pause.endSec - pause.startSec) / 2);
    if (match === undefined) {
      return [];
    }
    matched.add(match);
    return [Math.abs(match.startSec - pause.startSec), Math.abs(match.endSec - pause.endSec)];
  });
  return {
    errorsSec,
    missed: wanted.length - errorsSec.length / 2,
    invented: found.length - matched.size,
  };
}

function silencesBetween(speech: readonly TimeRange[]): readonly TimeRange[] {
  return speech.slice(1).map(({ startSec }, index) => ({
    startSec: speech[index]?.endSec ?? 0,
    endSec: startSec,
  }));
}

function isPause({ startSec, endSec }: TimeRange): boolean {
  return endSec - startSec >= MIN_PAUSE_SEC;
}

function sharedSec(one: TimeRange, other: TimeRange): number {
  return Math.min(one.endSec, other.endSec) - Math.max(one.startSec, other.startSec);
}
