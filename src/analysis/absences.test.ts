import { describe, expect, it } from 'vitest';
import type { MadeTracksOptions } from '../../test/support/made-tracks.ts';
import { makeTracks } from '../../test/support/made-tracks.ts';
import type { ScriptOptions } from '../../test/support/spoken-input.ts';
import { inputFromScript } from '../../test/support/spoken-input.ts';
import type { Measured, NoticeCode, ReasonCode } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { AnalysisInput } from './index.ts';
import { METRICS, analyze, parsePlan } from './index.ts';

const TALK =
  'We came, you know, to the old bridge [0.6] and the river was [0.9] high that day. What did we do? [1.2] We went on. ';

/** A talk with a voice that sways, a syllable to a word's sound, a plan, and whatever is wanted otherwise. */
function talk(
  script: string,
  options: ScriptOptions & MadeTracksOptions & { readonly notices?: readonly NoticeCode[] } = {},
): AnalysisInput {
  const input = inputFromScript(script, options);
  const words = isPresent(input.transcript) ? input.transcript.words : [];
  const tracks = makeTracks(
    input.recording.durationSec,
    (sec) => ({ pitchHz: 150 + 40 * Math.sin(sec * 2), levelDb: -25 - 5 * Math.sin(sec * 3) }),
    { nucleiSec: words.map(({ startSec }) => startSec + 0.1), ...options },
  );
  const notices = (options.notices ?? []).map((code) => ({ code, params: {} }));
  return { ...input, notices, tracks, plan: parsePlan('2m') };
}

const long = TALK.repeat(20);
const spoken = talk(long);
const { plan: _plan, tracks: _tracks, ...bare } = spoken;
const noSound = { snrDb: null, speechLevelDb: null, clippedShare: null, bandwidthHz: null };
const unpunctuated = { punctuation: false };

/** Talks of which something is missing, one thing after another. */
const LACKING: readonly AnalysisInput[] = [
  spoken,
  { ...spoken, speech: [] },
  bare,
  { ...spoken, transcript: { absent: 'language-not-supported' } },
  talk(long, { abilities: { wordTimes: 'none' } }),
  talk(long, { abilities: unpunctuated }),
  talk(long, { sound: { noiseFloorDb: -10, snrDb: 2 } }),
  talk(long, { sound: { snrDb: null } }),
  talk('Um. '.repeat(20), { sound: noSound }),
  talk('We came. [0.3] ', { sound: noSound }),
  talk('We came to the old bridge on Mill Road, and we went on and on. '.repeat(5)),
];

/** Talks that are all there, but doubtful. */
const DOUBTFUL: readonly AnalysisInput[] = [
  spoken,
  talk(long, { confidence: 0.6 }),
  talk(long, { notices: ['language-doubtful'] }),
  talk(long, { notices: ['very-quiet'] }),
  talk(long, { notices: ['narrow-band'] }),
  talk(long, { abilities: { wordTimes: 'start' } }),
  talk(long, { abilities: unpunctuated }),
  talk(long, { abilities: { style: 'tidy' } }),
  talk(long, { sound: { snrDb: 10 } }),
  talk(TALK.repeat(2)),
  talk(TALK.repeat(6)),
  talk(long, { nucleiSec: [] }),
  talk(TALK.repeat(6) + 'and we came to it [0.5] '.repeat(60)),
  talk(`${TALK}[60] ${TALK}[60] ${TALK}`),
  talk(TALK.repeat(6), { wordSec: 0.1 }),
  talk(TALK.repeat(6) + 'and so we went on to it '.repeat(20)),
].map((input) => ({ ...input, parameters: { ...input.parameters, sensitiveWords: true } }));

const MEASURED = METRICS.filter(({ absentFor }) => !absentFor.includes('not-proven'));

const reports = [...LACKING, ...DOUBTFUL].map((input) => analyze(input).metrics);

function measuredOf(id: string): readonly Measured[] {
  return reports.flatMap((metrics) => {
    const measure = metrics[id];
    return measure !== undefined && isPresent(measure) ? [measure] : [];
  });
}

function absencesSeen(id: string): ReadonlySet<ReasonCode> {
  return new Set(
    reports.flatMap((metrics) => {
      const measure = metrics[id];
      return measure === undefined || isPresent(measure) ? [] : [measure.absent];
    }),
  );
}

function doubtsSeen(id: string): ReadonlySet<ReasonCode> {
  return new Set(measuredOf(id).flatMap(({ reason }) => reason ?? []));
}

describe('the reasons that a metric names', () => {
  it.each(METRICS)('$id is absent for each of them, and for no other', ({ id, absentFor }) => {
    expect([...absencesSeen(id)].toSorted()).toEqual([...absentFor].toSorted());
  });

  it.each(MEASURED)('$id is doubtful for each of them, and for no other', ({ id, doubtedFor }) => {
    const seen = doubtsSeen(id);
    expect([...seen].filter((reason) => !doubtedFor.includes(reason))).toEqual([]);
    expect(doubtedFor.filter((reason) => !seen.has(reason) && reason !== 'sounds-doubtful')).toEqual([]);
  });

  it.each(MEASURED)('$id has an interval when it says so', ({ id, hasInterval80 }) => {
    expect(measuredOf(id).some(({ interval80 }) => interval80 !== undefined)).toBe(hasInterval80);
  });
});
