/**
 * What is measured of the voice against voices of which it is known: the talks with exact truth, and sounds made of them by
 * changes that are exactly known. Prints the truth table, and holds it to what is promised.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/index.ts';
import type { Report, SoundFacts, Word } from '../../src/report/index.ts';
import { isPresent } from '../../src/report/index.ts';
import { describeShared } from '../support/audio.ts';
import { percentile } from '../support/percentile.ts';
import { clipped, telephoned, withNoise, withTempo } from './voice/change-sound.ts';
import type { Found, MADE_ENDS } from './voice/judge.ts';
import {
  PASSAGE_KINDS,
  judgeEndings,
  judgeFades,
  judgePassages,
  judgeStress,
  sumFound,
} from './voice/judge.ts';
import { coverages } from './voice/made-voices.ts';
import { withPitch } from './voice/resynthesis.ts';
import type { VoicedTalk } from './voice/voiced-talk.ts';
import { exampleVoice, familyVoices, reportOf, tracksOf, voicedInput } from './voice/voiced-talk.ts';

let examples: readonly VoicedTalk[];

beforeAll(async () => {
  examples = await Promise.all([exampleVoice('en'), exampleVoice('ru')]);
});

describe('the passages of the example talks', () => {
  it.each(PASSAGE_KINDS)('that are %s are found, and nothing of the kind elsewhere', (kind) => {
    const judged = examples.map((talk) => judgePassages(talk, reportOf(talk), kind));
    const found = sumFound(judged);
    const borders = judged.flatMap(({ borderErrorsSec }) => borderErrorsSec);
    print(
      `${kind} passages, examples`,
      `${shares(found)}, borders within ${percentile(borders, 1).toFixed(2)} s`,
    );
    expect(found).toMatchObject({ there: 2, found: 2, foundWrongly: 0 });
    expect(percentile(borders, 1)).toBeLessThan(1);
  });
});

describe('phrases that fade by 6 dB', () => {
  it('are found in at least 90 %, others in at most 5 %', () => {
    const found = sumFound(examples.map((talk) => judgeFades(talk, 6)));
    print('fades of 6 dB, examples', shares(found));
    expect(found.found / found.there).toBeGreaterThanOrEqual(0.9);
    expect(found.foundWrongly / found.notThere).toBeLessThanOrEqual(0.05);
  });
});

describe('endings of statements', () => {
  it('are told apart in at least 90 %, in both languages', () => {
    for (const talk of examples) {
      const told = judgeAllEndings(talk);
      print(`endings, ${talk.name}`, endingsText(told));
      expect(told.falling.falling / total(told.falling)).toBeGreaterThanOrEqual(0.9);
      expect(told.level.falling / total(told.level)).toBeLessThanOrEqual(0.1);
      expect(told.rising.rising / total(told.rising)).toBeGreaterThanOrEqual(0.9);
    }
  });
});

describe('the variation of the pitch', () => {
  it('is that of a voice made flatter or livelier, within 15 % or 0.3 semitones', () => {
    for (const talk of examples) {
      const before = valueOf(reportOf(talk), 'pitch-variation');
      for (const times of [0.25, 0.5, 1.4]) {
        const after = valueOf(analyze(voicedInput(talk, withRange(talk, times))), 'pitch-variation');
        print(
          `pitch × ${times}, ${talk.name}`,
          `${after.toFixed(2)} st of ${(before * times).toFixed(2)} st`,
        );
        expect(Math.abs(after - before * times)).toBeLessThan(Math.max(0.3, 0.15 * before * times));
      }
    }
  });
});

describe('words made 5 semitones higher and 6 dB louder', () => {
  it('are stressed in at least 70 %, though no longer than before, others in at most 1 %', () => {
    const found = sumFound(examples.map((talk) => judgeStress(talk, 5, 6)));
    print('stressed words, examples', shares(found));
    expect(found.found / found.there).toBeGreaterThanOrEqual(0.7);
    expect(found.foundWrongly / found.notThere).toBeLessThanOrEqual(0.01);
  });
});

describe('a poorer sound', () => {
  it('hardly changes the pitch down to 10 dB over noise, and says that it is poor', () => {
    for (const talk of examples) {
      const { speechLevelDb } = tracksOf(talk.sound).sound;
      for (const snrDb of [20, 10]) {
        const report = analyze(voicedInput(talk, withNoise(talk.sound, speechLevelDb ?? 0, snrDb)));
        printChange(talk, `noise at ${snrDb} dB`, report);
        expect(relativeChange(talk, report, 'pitch-variation')).toBeLessThan(0.15);
        expect(valueOf(report, 'snr')).toBeGreaterThan(snrDb - 2);
        expect(valueOf(report, 'snr')).toBeLessThan(snrDb + 2);
        expect(codesOf(report).includes('noisy')).toBe(snrDb === 10);
        expect(confidenceOf(report, 'pitch-variation')).toBe(snrDb === 10 ? 'medium' : 'high');
        // Its softest words are lost in the noise.
        expect(confidenceOf(report, 'loudness-variation')).toBe(snrDb === 10 ? 'low' : 'medium');
      }
    }
  });

  it('is said of a telephone, and of clipping', async () => {
    for (const talk of examples) {
      const phone = analyze(voicedInput(talk, await telephoned(talk.sound)));
      printChange(talk, 'telephone', phone);
      expect(codesOf(phone)).toContain('muffled');
      expect(relativeChange(talk, phone, 'pitch-variation')).toBeLessThan(0.15);
      const cut = analyze(voicedInput(talk, clipped(talk.sound, 0.3)));
      printChange(talk, 'clipped at 0.3', cut);
      expect(codesOf(cut)).toContain('clipped');
      expect(confidenceOf(cut, 'loudness-variation')).not.toBe('high');
    }
  });
});

describe('syllables that are heard', () => {
  it('are as many as are said, and as many times more a second as the talk is faster', async () => {
    for (const talk of examples) {
      const before = valueOf(reportOf(talk), 'nuclei-rate');
      const said = valueOf(reportOf(talk), 'articulation-rate');
      print(`syllables heard, ${talk.name}`, `${before.toFixed(2)} a second of ${said.toFixed(2)}`);
      expect(before / said).toBeGreaterThan(0.85);
      expect(before / said).toBeLessThan(1.2);
      for (const tempo of [0.8, 1.25]) {
        const faster = inTempo(talk, await withTempo(talk.sound, tempo), tempo);
        const after = valueOf(analyze(voicedInput(faster)), 'nuclei-rate');
        print(`tempo × ${tempo}, ${talk.name}`, `heard × ${(after / before).toFixed(2)}`);
        expect(after / before / tempo).toBeGreaterThan(0.85);
        expect(after / before / tempo).toBeLessThan(1.15);
      }
    }
  });

  it('cast no doubt on whole transcripts, and doubt on those with half of the words', () => {
    for (const talk of examples) {
      expect(reasonOf(reportOf(talk), 'speech-rate-words')).toBeUndefined();
      const half = { ...talk, words: talk.words.filter((_, index) => index % 20 < 10) };
      expect(reasonOf(analyze(voicedInput(half)), 'speech-rate-words')).toBe('nuclei-disagree');
    }
  });
});

describe('80 % intervals', () => {
  it('hold in 70 to 90 % of cases', () => {
    for (const { metric, held, trials } of coverages(200)) {
      print(`80 % interval, ${metric}`, `holds in ${percent(held / trials)} of ${trials}`);
      expect(trials).toBeGreaterThan(150);
      expect(held / trials).toBeGreaterThanOrEqual(0.7);
      expect(held / trials).toBeLessThanOrEqual(0.9);
    }
  });
});

describeShared('the family of short talks, printed only', () => {
  it('prints its table', async () => {
    const talks = await familyVoices();
    for (const kind of PASSAGE_KINDS) {
      // In less than half a minute there is no usual voice to stand out from: those are not judged.
      const judged = talks
        .map((talk) => ({ talk, report: reportOf(talk) }))
        .filter(({ report }) => isPresent(report.delivery) && isPresent(report.delivery.passages));
      print(
        `${kind} passages, family (${judged.length} talks)`,
        shares(sumFound(judged.map(({ talk, report }) => judgePassages(talk, report, kind)))),
      );
    }
    print('fades of 6 dB, family', shares(sumFound(talks.map((talk) => judgeFades(talk, 6)))));
    print('stressed words, family', shares(sumFound(talks.map((talk) => judgeStress(talk, 5, 6)))));
    for (const language of ['en', 'ru']) {
      const told = talks.filter((talk) => talk.language === language).map(judgeAllEndings);
      print(`endings, family ${language}`, endingsText(sumEndings(told)));
    }
    const ratios = talks.map((talk) => {
      const report = reportOf(talk);
      return valueOf(report, 'nuclei-rate') / valueOf(report, 'articulation-rate');
    });
    print(
      'syllables heard, family',
      `${percentile(ratios, 0).toFixed(2)} to ${percentile(ratios, 1).toFixed(2)} times those said`,
    );
    expect(talks).toHaveLength(20);
  });
});

type Endings = ReturnType<typeof judgeEndings>;
type ToldEndings = Readonly<Record<keyof typeof MADE_ENDS, Endings>>;

function judgeAllEndings(talk: VoicedTalk): ToldEndings {
  return {
    falling: judgeEndings(talk, 'falling'),
    level: judgeEndings(talk, 'level'),
    rising: judgeEndings(talk, 'rising'),
  };
}

function sumEndings(all: readonly ToldEndings[]): ToldEndings {
  const sum = (made: keyof ToldEndings): Endings => ({
    falling: all.reduce((count, told) => count + told[made].falling, 0),
    open: all.reduce((count, told) => count + told[made].open, 0),
    rising: all.reduce((count, told) => count + told[made].rising, 0),
  });
  return { falling: sum('falling'), level: sum('level'), rising: sum('rising') };
}

function total({ falling, open, rising }: Endings): number {
  return falling + open + rising;
}

function endingsText({ falling, level, rising }: ToldEndings): string {
  return [
    `falling ${falling.falling}/${total(falling)}`,
    `level told to be open or rising ${level.open + level.rising}/${total(level)}`,
    `rising ${rising.rising}/${total(rising)}`,
  ].join(', ');
}

/** The same voice with another range of pitch. */
function withRange(talk: VoicedTalk, times: number): Float32Array {
  const tracks = tracksOf(talk.sound);
  const medianHz = percentile(
    Array.from(tracks.pitchHz).filter((hz) => hz > 0),
    0.5,
  );
  return withPitch(talk.sound, tracks, (_, hz) => medianHz * (hz / medianHz) ** times);
}

function inTempo(talk: VoicedTalk, sound: Float32Array, tempo: number): VoicedTalk {
  const inTime = <T extends { readonly startSec: number; readonly endSec: number }>(part: T): T => ({
    ...part,
    startSec: part.startSec / tempo,
    endSec: part.endSec / tempo,
  });
  const words: readonly Word[] = talk.words.map(inTime);
  return { ...talk, sound, words, speech: talk.speech.map(inTime), passages: talk.passages.map(inTime) };
}

function valueOf({ metrics }: Report, id: string): number {
  const measure = metrics[id];
  return measure !== undefined && isPresent(measure) ? measure.value : NaN;
}

function confidenceOf({ metrics }: Report, id: string): string | undefined {
  const measure = metrics[id];
  return measure !== undefined && isPresent(measure) ? measure.confidence : undefined;
}

function reasonOf({ metrics }: Report, id: string): string | undefined {
  const measure = metrics[id];
  return measure !== undefined && isPresent(measure) ? measure.reason : undefined;
}

function codesOf({ notices }: Report): readonly string[] {
  return notices.map(({ code }) => code);
}

function relativeChange(talk: VoicedTalk, report: Report, id: string): number {
  const before = valueOf(reportOf(talk), id);
  return Math.abs(valueOf(report, id) - before) / before;
}

function printChange(talk: VoicedTalk, change: string, report: Report): void {
  const before = reportOf(talk);
  const changes = (['pitch-variation', 'loudness-variation', 'nuclei-rate'] as const).map(
    (id) => `${id} ${valueOf(before, id).toFixed(2)} → ${valueOf(report, id).toFixed(2)}`,
  );
  print(`${change}, ${talk.name}`, `${changes.join(', ')}; ${soundText(tracksText(report))}`);
}

function tracksText(report: Report): Pick<SoundFacts, 'snrDb' | 'bandwidthHz'> {
  return { snrDb: valueOf(report, 'snr'), bandwidthHz: valueOf(report, 'bandwidth') };
}

function soundText({ snrDb, bandwidthHz }: Pick<SoundFacts, 'snrDb' | 'bandwidthHz'>): string {
  return `SNR ${snrDb ?? '–'} dB, up to ${bandwidthHz ?? '–'} Hz`;
}

function shares({ there, found, notThere, foundWrongly }: Found): string {
  return `found ${found}/${there} (${percent(found / there)}), wrongly ${foundWrongly}/${notThere}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function print(what: string, result: string): void {
  process.stdout.write(`${what.padEnd(44)} ${result}\n`);
}
