/** Filled pauses against known truth: sounds put into real readings, synthetic talks, readings without any, real ones. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Speech } from '../../src/speech/index.ts';
import { describeShared, sharedRecordings } from '../support/audio.ts';
import { openSpeech } from '../support/models.ts';
import { percentile } from '../support/percentile.ts';
import { pullModel, pulledModelsFolder } from '../support/pulled-models.ts';
import { realFillers } from './filled-pauses/real-fillers.ts';
import type { Score } from './filled-pauses/score.ts';
import { f1, falseAlarmsPerMinute, isSame, score, sumScores } from './filled-pauses/score.ts';
import { trueExample, trueFamily } from './filled-pauses/talks.ts';
import type { Generated, Heard } from './filled-pauses/truth-sets.ts';
import { RECOGNISERS, countedIn, generate, hear, hearFile, readings } from './filled-pauses/truth-sets.ts';

/** Other sounds than those that the weights were fitted to. */
const SEEDS = [1, 2] as const;
const LANGUAGES = ['en', 'ru'] as const;

let speech: Speech;

beforeAll(async () => {
  await Promise.all(['silero-vad-6', ...Object.values(RECOGNISERS)].map(pullModel));
  speech = openSpeech({ slots: 2 }, pulledModelsFolder());
  print('set', 'events', 'found', 'right', 'F1', 'false/min', 'border ms');
});

afterAll(() => speech.close());

describeShared('filled pauses', () => {
  describe.each(LANGUAGES)('put into readings (%s)', (language) => {
    const read: Heard[] = [];
    const made: Generated[] = [];

    beforeAll(async () => {
      for (const recording of readings().filter((one) => one.language === language)) {
        const reading = await hearFile(speech, recording);
        if (reading === undefined) {
          continue;
        }
        read.push(reading);
        for (const seed of SEEDS) {
          const generated = await generate(speech, reading, seed);
          if (generated !== undefined) {
            made.push(generated);
          }
        }
      }
    });

    it('are found among the words where they are', () => {
      const result = scoreAll(made.map(({ withTrueWords, inserted }) => [withTrueWords, inserted]));
      report(`${language}, put in, true words`, result);
      expect(f1(result)).toBeGreaterThanOrEqual(0.85);
      expect(percentile(result.borderErrorsSec, 0.5)).toBeLessThanOrEqual(0.03);
    });

    it('are found among the words that a recogniser hears', () => {
      const result = scoreAll(made.map(({ asHeard, inserted }) => [asHeard, inserted]));
      report(`${language}, put in, ${RECOGNISERS[language]}`, result);
      expect(f1(result)).toBeGreaterThanOrEqual(0.85);
    });

    it('are not heard in the readings themselves, but for 0.3 a minute', () => {
      const result = scoreAll(read.map((reading) => [reading, []]));
      report(`${language}, readings`, result);
      expect(falseAlarmsPerMinute(result)).toBeLessThanOrEqual(0.3);
    });

    it('are told from most word ends that are drawn out', () => {
      const counted = made.flatMap(({ asHeard, lengthened }) => {
        const found = countedIn(asHeard);
        return lengthened.map((end) => found.some((event) => isSame(event, end)));
      });
      const wrong = counted.filter(Boolean).length;
      process.stdout.write(`${language}, drawn-out word ends counted: ${wrong} of ${counted.length}\n`);
      expect(wrong / counted.length).toBeLessThanOrEqual(0.5);
    });
  });

  it.each(LANGUAGES)('of the synthetic talks are found (%s)', async (language) => {
    const talks = [await trueExample(language), ...(await trueFamily(language))];
    const withTrueWords = scoreAll(talks.map(({ heard, filledPauses }) => [heard, filledPauses]));
    report(`${language}, talks, true words`, withTrueWords);
    const results: Score[] = [];
    for (const { heard, filledPauses } of talks) {
      const asHeard = await hear(speech, heard, heard.samples);
      // Where no word is heard, nothing is measured.
      if (asHeard !== undefined) {
        results.push(score(countedIn(asHeard), filledPauses, asHeard.minutes));
      }
    }
    report(`${language}, talks, ${RECOGNISERS[language]}`, sumScores(results));
    expect(f1(withTrueWords)).toBeGreaterThanOrEqual(0.9);
    expect(f1(sumScores(results))).toBeGreaterThanOrEqual(0.85);
  });

  it('of real spontaneous speech are printed, not judged: they are few, and nobody listened', async () => {
    const fillers = realFillers();
    const results: Score[] = [];
    for (const recording of sharedRecordings().filter(({ id }) => fillers.has(id))) {
      const heard = await hearFile(speech, recording);
      if (heard !== undefined) {
        const result = score(countedIn(heard), fillers.get(recording.id) ?? [], heard.minutes);
        report(recording.id, result);
        results.push(result);
      }
    }
    report('real ones, all', sumScores(results));
    expect(sumScores(results).wanted).toBe(22);
  });
});

function scoreAll(pairs: readonly (readonly [Heard, Parameters<typeof score>[1]])[]): Score {
  return sumScores(pairs.map(([heard, wanted]) => score(countedIn(heard), wanted, heard.minutes)));
}

function report(name: string, result: Score): void {
  const borderMs = percentile(result.borderErrorsSec, 0.5) * 1000;
  print(
    name,
    `${result.wanted}`,
    `${result.found}`,
    `${result.right}`,
    result.wanted === 0 ? '' : f1(result).toFixed(3),
    falseAlarmsPerMinute(result).toFixed(2),
    Number.isNaN(borderMs) ? '' : borderMs.toFixed(0),
  );
}

function print(name: string, ...columns: readonly string[]): void {
  process.stdout.write(`${name.padEnd(34)}${columns.map((column) => column.padStart(11)).join('')}\n`);
}
