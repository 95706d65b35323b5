/** Real voices and the family of made talks: word errors, pauses and languages, over all of them, as a printed table. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Speech, SpeechResult } from '../../src/speech/index.ts';
import { decodeSound, describeShared, familySound, inBlocks, sharedRecordings } from '../support/audio.ts';
import { openSpeech } from '../support/models.ts';
import { percentile } from '../support/percentile.ts';
import type { TruthTalk } from '../support/truth-talk.ts';
import { familyTalks } from '../support/truth-talk.ts';
import type { WordErrors } from '../support/word-errors.ts';
import { sumErrors, wordErrors } from '../support/word-errors.ts';
import { pauseBorderErrorsSec } from './pause-borders.ts';

/** Read or given from a script, each with a text that can be trusted: their errors are gated. */
const GATED = /^en-(?:jfk|libri-|librivox-|sonnet-1$|columbia-address$|babylon$)/;

let speech: Speech;

beforeAll(() => {
  speech = openSpeech({ slots: 2 });
});

afterAll(() => speech.close());

async function transcribe(path: string): Promise<SpeechResult> {
  const blocks = inBlocks(await decodeSound(path));
  return speech.transcribe(blocks, { language: 'auto', signal: new AbortController().signal });
}

function textOf({ transcript }: SpeechResult): string {
  return 'words' in transcript ? transcript.words.map(({ text }) => text).join(' ') : '';
}

function print(name: string, { errors, words, rate, differences }: WordErrors): void {
  const percent = (100 * rate).toFixed(1).padStart(5);
  process.stdout.write(
    `${name.padEnd(22)} ${percent} %  ${errors}/${words}  ${differences.slice(0, 8).join(', ')}\n`,
  );
}

describeShared('recordings of real voices', () => {
  it('have at most 8 % wrong words over those that are read or given from a script', async () => {
    const gated: WordErrors[] = [];
    for (const { id, path, transcript } of sharedRecordings().filter(({ language }) => language === 'en')) {
      const result = await transcribe(path);
      const errors = wordErrors(transcript, textOf(result));
      print(id, errors);
      // None of them is taken for another language, however hesitant or far off.
      expect({ id, notices: result.notices }).toEqual({ id, notices: [] });
      gated.push(...(GATED.test(id) ? [errors] : []));
    }
    print('all that are gated', sumErrors(gated));
    expect(gated).toHaveLength(8);
    expect(sumErrors(gated).rate).toBeLessThanOrEqual(0.08);
  });

  it('in Russian are all known to be in another language', async () => {
    const russian = sharedRecordings().filter(({ language }) => language === 'ru');
    expect(russian.length).toBeGreaterThanOrEqual(14);
    for (const { id, path } of russian) {
      const result = await transcribe(path);
      expect({ id, transcript: result.transcript }).toEqual({
        id,
        transcript: { absent: 'language-not-supported' },
      });
      expect(result.speech.length).toBeGreaterThan(0);
    }
  });
});

describeShared('the family of made talks', () => {
  it('has its pauses, 95 % of their borders within 80 ms', async () => {
    const errorsSec: number[] = [];
    const errors: WordErrors[] = [];
    const talks = familyTalks();
    expect(talks).toHaveLength(10);
    for (const { name, talk } of talks) {
      const result = await transcribe(familySound(name));
      expect({ name, notices: result.notices }).toEqual({ name, notices: [] });
      const found = wordErrors(talk.text, textOf(result));
      print(name, found);
      errors.push(found);
      errorsSec.push(...bordersOf(talk, result));
    }
    print('all of the family', sumErrors(errors));
    const [median, most] = [percentile(errorsSec, 0.5), percentile(errorsSec, 0.95)];
    process.stdout.write(
      `${errorsSec.length} borders: median ${(1000 * median).toFixed(0)} ms, 95 % within ${(1000 * most).toFixed(0)} ms\n`,
    );
    expect(median).toBeLessThanOrEqual(0.02);
    expect(most).toBeLessThanOrEqual(0.08);
  });
});

/** The border errors of the pauses that were found; one in ten may be missed, as it is shorter than it sounds. */
function bordersOf(talk: TruthTalk, result: SpeechResult): readonly number[] {
  const { errorsSec, missed } = pauseBorderErrorsSec(talk, result.speech);
  expect(missed).toBeLessThanOrEqual(errorsSec.length / 2 / 10 + 1);
  return errorsSec;
}
