/** Times as people write them in a plan: `90s`, `1m30s`, `5:30`, `5m..7m`, `..7m`, in English and Russian units. */
import type { TimeWindow } from '../report/index.ts';

/** Seconds of a unit by its first letter. */
const UNIT_SEC: Readonly<Record<string, number>> = { h: 3600, ч: 3600, m: 60, м: 60, s: 1, с: 1 };

const UNIT =
  '(?:h(?:rs?|ours?)?|ч(?:ас(?:а|ов)?)?|m(?:ins?|inutes?)?|м(?:ин(?:ут[аы]?)?)?|s(?:ecs?|econds?)?|' +
  String.raw`с(?:ек(?:унд[аы]?)?)?)(?!\p{L})\.?`;
const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const DURATION = String.raw`(?:\d+(?::\d\d){1,2}|${NUMBER} ?${UNIT}(?: ?${NUMBER} ?${UNIT})*)`;
const OPEN = String.raw` ?(?:\.{2,}|…) ?`;
const TO = String.raw` ?(?:\.{2,}|…|[–—-]) ?`;
const WINDOW = `(?:(?:${DURATION}|${NUMBER})${TO}${DURATION}|${OPEN}${DURATION}|${DURATION}${OPEN}|${DURATION})`;
/** Without any unit: only a line of its own, where nothing else can be meant than minutes. */
const MINUTES = `(?:${NUMBER}(?:${TO}${NUMBER})?|${OPEN}${NUMBER}|${NUMBER}${OPEN})`;
const GAP = String.raw`[\s:,—–(-]+`;

const TIME_ALONE = new RegExp(`^(?:${WINDOW}|${MINUTES})$`, 'iu');
const TIME_LAST = new RegExp(String.raw`^(?<title>.*?\S)${GAP}(?<time>${WINDOW})\)?$`, 'iu');
const TIME_FIRST = new RegExp(String.raw`^\(?(?<time>${WINDOW})[\s:,—–)-]+(?<title>\S.*)$`, 'iu');

const FROM_TO = new RegExp(`^(?<from>.*?)${TO}(?<to>.*)$`, 'u');
const PART = new RegExp(`(?<number>${NUMBER}) ?(?<unit>${UNIT})`, 'giu');

/** Longer lines are no plan, and would take long to search. */
const MAX_LINE_LENGTH = 500;

/** A single time stands for so much less to so much more: nobody stops on the second. */
const TOLERANCE = 0.1;

/** The time at the end or the start of a line, and the rest, which is empty for a time alone; undefined without a time. */
export function splitTime(entry: string): { readonly title: string; readonly time: string } | undefined {
  if (entry.length > MAX_LINE_LENGTH) {
    return undefined;
  }
  if (TIME_ALONE.test(entry)) {
    return { title: '', time: entry };
  }
  const { title, time } = (TIME_LAST.exec(entry) ?? TIME_FIRST.exec(entry))?.groups ?? {};
  return title === undefined || time === undefined ? undefined : { title, time };
}

/** A window from the time of {@link splitTime}; undefined when it is no length. Its ends may be in the wrong order. */
export function parseTimeWindow(time: string): TimeWindow | undefined {
  const { from, to } = FROM_TO.exec(time)?.groups ?? {};
  if (from === undefined || to === undefined) {
    const sec = parseSeconds(time, 60);
    return sec === undefined
      ? undefined
      : { minSec: roundSec(sec * (1 - TOLERANCE)), maxSec: roundSec(sec * (1 + TOLERANCE)) };
  }
  // "5..7m": the first end has the unit of the second.
  const minSec = parseSeconds(from, unitSec(/\p{L}/u.exec(to)?.[0]));
  const maxSec = parseSeconds(to, 60);
  const isRead = (minSec !== undefined || from === '') && (maxSec !== undefined || to === '');
  return isRead
    ? { ...(minSec === undefined ? {} : { minSec }), ...(maxSec === undefined ? {} : { maxSec }) }
    : undefined;
}

/** Seconds, more than 0; undefined when the text is no length. */
function parseSeconds(text: string, bareUnitSec: number): number | undefined {
  const [first = NaN, second = 0, third] = text.split(':').map(Number);
  const isClock = text.includes(':');
  if (isClock && (second >= 60 || (third ?? 0) >= 60)) {
    return undefined;
  }
  const sec = isClock
    ? third === undefined
      ? first * 60 + second
      : first * 3600 + second * 60 + third
    : sumOfParts(text, bareUnitSec);
  return sec > 0 ? roundSec(sec) : undefined;
}

function sumOfParts(text: string, bareUnitSec: number): number {
  const parts = [...text.matchAll(PART)];
  return parts.length === 0
    ? decimal(text) * bareUnitSec
    : parts.reduce(
        (sum, { groups }) => sum + decimal(groups?.['number'] ?? '') * unitSec(groups?.['unit']?.[0]),
        0,
      );
}

function unitSec(letter: string | undefined): number {
  return UNIT_SEC[letter?.toLowerCase() ?? 'm'] ?? 60;
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'));
}

function roundSec(sec: number): number {
  return Math.round(sec * 1000) / 1000;
}
