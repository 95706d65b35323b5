/** How well what is measured of a voice agrees with what was made: one function for each line of the truth table. */
import { analyze } from '../../../src/analysis/index.ts';
import type { Delivery, Phrase, Report, StatementEnd, TimeRange, Tracks } from '../../../src/report/index.ts';
import { isPresent, rangeSec } from '../../../src/report/index.ts';
import { percentile } from '../../support/percentile.ts';
import { withGain } from './change-sound.ts';
import { withPitch } from './resynthesis.ts';
import type { VoicedTalk } from './voiced-talk.ts';
import { reportOf, tracksOf, voicedInput } from './voiced-talk.ts';

/** How many of those that are there were found, and how many of those that are not. */
export interface Found {
  readonly there: number;
  readonly found: number;
  readonly notThere: number;
  readonly foundWrongly: number;
}

/** All together. */
export function sumFound(parts: readonly Found[]): Found {
  const sum = (pick: (part: Found) => number): number => parts.reduce((total, part) => total + pick(part), 0);
  return {
    there: sum((part) => part.there),
    found: sum((part) => part.found),
    notThere: sum((part) => part.notThere),
    foundWrongly: sum((part) => part.foundWrongly),
  };
}

/** What a report says of the delivery; throws when it says nothing. */
export function deliveryOf({ delivery }: Report): Delivery {
  if (!isPresent(delivery)) {
    throw new Error(`no delivery: ${delivery.absent}`);
  }
  return delivery;
}

/** What was found of one kind of passage, and how far off its borders are. */
export interface FoundPassages extends Found {
  readonly borderErrorsSec: readonly number[];
}

/** The kinds of passages of the truth files that the voice shows; slow and fast ones are the pace's. */
export const PASSAGE_KINDS = ['monotone', 'quiet', 'emphatic'] as const;

/** A passage is found when more than half of it and of what was found are the same time. */
export function judgePassages(
  talk: VoicedTalk,
  report: Report,
  kind: (typeof PASSAGE_KINDS)[number],
): FoundPassages {
  const { passages } = deliveryOf(report);
  const got = isPresent(passages) ? passages.filter((passage) => passage.kind === kind) : [];
  const wanted = talk.passages.filter((passage) => passage.kind === kind);
  const pairs = wanted.flatMap((want) =>
    got
      .filter((one) => sharedSec(one, want) > Math.max(rangeSec(one), rangeSec(want)) / 2)
      .map((one) => ({ one, want })),
  );
  return {
    there: wanted.length,
    found: pairs.length,
    notThere: 1,
    foundWrongly: got.length - pairs.length,
    borderErrorsSec: pairs.flatMap(({ one, want }) => [
      Math.abs(one.startSec - want.startSec),
      Math.abs(one.endSec - want.endSec),
    ]),
  };
}

/** Every third phrase fades by so many decibels from start to end; once with each of the three thirds of them. */
export function judgeFades(talk: VoicedTalk, fallDb: number): Found {
  const phrases = judgedPhrases(reportOf(talk));
  return sumFound(
    [0, 1, 2].map((third) => {
      const faded = phrases.filter((_, index) => index % 3 === third);
      const gainDb = (sec: number): number => {
        const phrase = faded.find(({ startSec, endSec }) => sec >= startSec && sec < endSec);
        return phrase === undefined ? 0 : (-fallDb * (sec - phrase.startSec)) / rangeSec(phrase);
      };
      const fading = fadingOf(analyze(voicedInput(talk, withGain(talk.sound, gainDb))));
      const others = phrases.filter((phrase) => !faded.includes(phrase));
      return {
        there: faded.length,
        found: faded.filter(({ firstWord }) => fading.has(firstWord)).length,
        notThere: others.length,
        foundWrongly: others.filter(({ firstWord }) => fading.has(firstWord)).length,
      };
    }),
  );
}

/** Phrases of six words and more, which are long enough to fade. */
function judgedPhrases({ phrases }: Report): readonly Phrase[] {
  return isPresent(phrases)
    ? phrases.items.filter(({ firstWord, lastWord }) => lastWord - firstWord >= 5)
    : [];
}

function fadingOf(report: Report): ReadonlySet<number> {
  const { fadingPhrases } = deliveryOf(report);
  return new Set(isPresent(fadingPhrases) ? fadingPhrases.map(({ firstWord }) => firstWord) : []);
}

/** How a statement is made to end: by so many semitones from its own pitch, in the last half second of its voice. */
export const MADE_ENDS = { falling: -4, level: 0, rising: 5 } as const satisfies Record<string, number>;

/** The share of the endings that were made so that are told to be `ending`. */
export function judgeEndings(
  talk: VoicedTalk,
  made: keyof typeof MADE_ENDS,
): Readonly<Record<StatementEnd['ending'], number>> {
  const ends = endsOf(reportOf(talk));
  const tracks = tracksOf(talk.sound);
  const sound = withPitch(talk.sound, tracks, endingPitch(tracks, ends, MADE_ENDS[made]));
  const told = endsOf(analyze(voicedInput(talk, sound)));
  const count = (ending: StatementEnd['ending']): number =>
    told.filter((end) => end.ending === ending).length;
  return { falling: count('falling'), open: count('open'), rising: count('rising') };
}

function endsOf(report: Report): readonly StatementEnd[] {
  const { statementEnds } = deliveryOf(report);
  return isPresent(statementEnds) ? statementEnds : [];
}

/** Half a second before the end of each statement the pitch leaves that of the second before, straight to the end. */
function endingPitch(
  { pitchHz }: Tracks,
  ends: readonly TimeRange[],
  semitones: number,
): (frame: number, hz: number) => number {
  const tails = ends.map(({ endSec }) => {
    const to = Math.round(endSec * 100);
    const from = to - 50;
    const before = pitchHz.subarray(from - 100, from).filter((hz) => hz > 0);
    return { from, to, startHz: percentile([...before], 0.5) };
  });
  return (frame, hz) => {
    const tail = tails.find(({ from, to }) => frame >= from && frame < to);
    return tail === undefined || !(tail.startHz > 0)
      ? hz
      : tail.startHz *
          2 ** ((semitones / 12) * Math.min(1, (frame - tail.from) / (tail.to - tail.from - 10)));
  };
}

function sharedSec(a: TimeRange, b: TimeRange): number {
  return Math.max(0, Math.min(a.endSec, b.endSec) - Math.max(a.startSec, b.startSec));
}

/** A word of five letters and more in every twenty made higher and louder; the rest stays. */
export function judgeStress(talk: VoicedTalk, semitones: number, gainDb: number): Found {
  const tracks = tracksOf(talk.sound);
  const long = talk.words
    .map((word, index) => ({ ...word, index }))
    .filter(({ text }) => /\p{L}{5}/u.test(text));
  const made = [...Map.groupBy(long, ({ index }) => Math.floor(index / 20)).values()].flatMap((words) =>
    words.slice(0, 1),
  );
  const isIn = (sec: number): boolean => made.some(({ startSec, endSec }) => sec >= startSec && sec < endSec);
  const higher = withPitch(talk.sound, tracks, (frame, hz) =>
    isIn((frame + 0.5) / 100) ? hz * 2 ** (semitones / 12) : hz,
  );
  const sound = withGain(higher, (sec) => (isIn(sec) ? gainDb : 0));
  const before = stressedIn(reportOf(talk));
  const after = stressedIn(analyze(voicedInput(talk, sound)));
  const others = [...after].filter((word) => !before.has(word) && made.every(({ index }) => index !== word));
  return {
    there: made.length,
    found: made.filter(({ index }) => after.has(index)).length,
    notThere: talk.words.length - made.length,
    foundWrongly: others.length,
  };
}

function stressedIn(report: Report): ReadonlySet<number> {
  const { emphasis } = deliveryOf(report);
  return new Set(isPresent(emphasis) ? emphasis.stressed.map(({ word }) => word) : []);
}
