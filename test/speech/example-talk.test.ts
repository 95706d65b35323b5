/** The English example talk, whose content is exactly known: what is heard in it, and when. */
import { afterAll, assert, beforeAll, describe, expect, it } from 'vitest';
import type { Transcript } from '../../src/report/index.ts';
import type { Speech, SpeechResult } from '../../src/speech/index.ts';
import { EXAMPLE_TALKS, decodeSound, inBlocks } from '../support/audio.ts';
import { openSpeech } from '../support/models.ts';
import { percentile } from '../support/percentile.ts';
import { exampleTalk } from '../support/truth-talk.ts';
import { normalize, wordErrors } from '../support/word-errors.ts';
import { pauseBorderErrorsSec } from './pause-borders.ts';

let speech: Speech;
let sound: Float32Array;
let result: SpeechResult;
let transcript: Transcript;
const progress: number[] = [];

beforeAll(async () => {
  speech = openSpeech({ slots: 2 });
  sound = await decodeSound(EXAMPLE_TALKS.en);
  result = await speech.transcribe(inBlocks(sound), {
    language: 'auto',
    signal: new AbortController().signal,
    onProgress: (doneSec) => progress.push(doneSec),
  });
  assert('words' in result.transcript);
  transcript = result.transcript;
});

afterAll(() => speech.close());

describe('the English example talk', () => {
  const truth = exampleTalk();

  it('is as long as its sound, and nothing about it is doubtful', () => {
    expect(result.durationSec).toBeCloseTo(truth.durationSec, 1);
    expect(result.notices).toEqual([]);
    expect(transcript).toMatchObject({ language: 'en', model: { name: 'moonshine-tiny-en' } });
  });

  it('has the 30 pauses of its truth file and no other, and finds their borders', () => {
    const { errorsSec, missed, invented } = pauseBorderErrorsSec(truth, result.speech);
    expect({ found: errorsSec.length / 2, missed, invented }).toEqual({ found: 30, missed: 0, invented: 0 });
    expect(percentile(errorsSec, 0.5)).toBeLessThanOrEqual(0.02);
    expect(percentile(errorsSec, 0.9)).toBeLessThanOrEqual(0.08);
  });

  it('has its words: at most 4 % are wrong', () => {
    const { rate, differences } = wordErrors(truth.text, transcript.words.map(({ text }) => text).join(' '));
    // Shown when there are more.
    expect({ tooMany: rate > 0.04 ? differences : [] }).toEqual({ tooMany: [] });
  });

  it('has its words at their times', () => {
    const errorsSec = startErrorsSec(transcript, truth.words);
    expect(errorsSec.length).toBeGreaterThan(0.9 * truth.words.length);
    expect(percentile(errorsSec, 0.5)).toBeLessThanOrEqual(0.04);
    expect(percentile(errorsSec, 0.9)).toBeLessThanOrEqual(0.12);
  });

  it('has words in order, inside the recording, and each in speech', () => {
    let lastSec = 0;
    for (const { text, startSec, endSec, confidence } of transcript.words) {
      expect(text).toMatch(/[\p{L}\p{N}]/u);
      expect(startSec).toBeGreaterThanOrEqual(lastSec);
      expect(endSec).toBeGreaterThan(startSec);
      expect(endSec).toBeLessThanOrEqual(result.durationSec);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      const middleSec = (startSec + endSec) / 2;
      expect(result.speech.some((range) => range.startSec <= middleSec && middleSec <= range.endSec)).toBe(
        true,
      );
      lastSec = endSec;
    }
  });

  it('is told to be done from nothing to all of it, and never less than before', () => {
    expect(progress.length).toBeGreaterThan(10);
    expect(progress).toEqual(progress.toSorted((one, other) => one - other));
    expect(progress[0]).toBeLessThan(15);
    expect(progress.at(-1)).toBe(result.durationSec);
  });

  it('is the same in one slot, and with blocks of any size', async () => {
    const alone = openSpeech({ slots: 1 });
    try {
      const again = await alone.transcribe(inBlocks(sound, 7.77), {
        language: 'auto',
        signal: new AbortController().signal,
      });
      expect(again).toEqual(result);
    } finally {
      await alone.close();
    }
  });
});

/** How far the start of each word that was heard right is from its true start, in order. */
function startErrorsSec(
  { words }: Transcript,
  truth: readonly { readonly text: string; readonly startSec: number }[],
): readonly number[] {
  const errors: number[] = [];
  let next = 0;
  for (const { text, startSec } of words) {
    const [spoken] = normalize(text);
    // Looked for a few words ahead: a word that was missed or misheard must not put all later ones out of step.
    const ahead = truth.slice(next, next + 6).findIndex((word) => normalize(word.text)[0] === spoken);
    const match = truth[next + ahead];
    if (spoken !== undefined && ahead >= 0 && match !== undefined) {
      errors.push(Math.abs(startSec - match.startSec));
      next += ahead + 1;
    }
  }
  return errors;
}
