/** What every recogniser must do: one suite, run against each implementation with its model loaded. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Heard, Recognizer } from '../../src/speech/recognizer.ts';
import { SAMPLE_RATE_HZ } from '../../src/speech/recognizer.ts';

/** A recogniser, and speech of which it is known what is said. */
export interface RecognizerUnderTest {
  readonly open: () => Promise<Recognizer>;
  /** A sentence in a language that it knows: a few seconds, with half a second of silence on either side. */
  readonly sentence: () => Promise<Float32Array>;
  /** Speech without a long pause, exactly as long as the recogniser's longest chunk. */
  readonly passage: () => Promise<Float32Array>;
  /** Words of the sentence that it must hear, in order, in lower case without punctuation. */
  readonly expected: readonly string[];
  /** Whether it tells how sure it is of what it heard. Default: true. */
  readonly tellsSureness?: boolean;
}

/** Registers the suite under the recogniser's name. */
export function describeRecognizer(
  name: string,
  { open, sentence, passage, expected, tellsSureness = true }: RecognizerUnderTest,
): void {
  describe(`${name} as a recogniser`, () => {
    let recognizer: Recognizer;
    let sound: Float32Array;
    let heard: Heard;

    beforeAll(async () => {
      [recognizer, sound] = await Promise.all([open(), sentence()]);
      heard = await recognizer.recognize(sound.slice());
    });

    afterAll(() => recognizer.close());

    it('says what it is and what it is able to do', () => {
      expect(recognizer.model.name).not.toBe('');
      expect(recognizer.model.version).toMatch(/\d/);
      expect(recognizer.model.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(recognizer.abilities.languages.length).toBeGreaterThan(0);
      expect(recognizer.maxChunkSec).toBeGreaterThanOrEqual(5);
    });

    it('hears the words that are said, in order', () => {
      const said = heard.words.map(({ text }) => plain(text));
      expect(said.filter((word) => expected.includes(word))).toEqual(expected);
      expect(heard.ended).toBe(true);
    });

    it('shows words without blanks around them, each with letters or digits', () => {
      for (const { text } of heard.words) {
        expect(text).toBe(text.trim());
        expect(text).toMatch(/[\p{L}\p{N}]/u);
      }
    });

    it('gives words times that are ordered, do not overlap, and lie in the sound, away from its silent ends', () => {
      const durationSec = sound.length / SAMPLE_RATE_HZ;
      let last = 0;
      for (const { startSec, endSec } of heard.words) {
        expect(startSec).toBeGreaterThanOrEqual(last);
        expect(endSec).toBeGreaterThanOrEqual(startSec);
        last = endSec;
      }
      expect(heard.words[0]?.startSec).toBeGreaterThan(0.3);
      expect(last).toBeLessThan(durationSec - 0.3);
    });

    it('is sure of clear speech, within 0 and 1, or tells nothing at all about it', () => {
      const told = heard.words.flatMap(({ confidence }) => confidence ?? []);
      expect(told).toHaveLength(tellsSureness ? heard.words.length : 0);
      for (const confidence of told) {
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
      expect(heard.tokens > 0).toBe(tellsSureness);
      expect(heard.logProbability).toBeLessThanOrEqual(0);
      expect(Math.exp(heard.logProbability / Math.max(1, heard.tokens))).toBeGreaterThan(0.6);
    });

    it('hears the same again, and leaves the sound as it was', async () => {
      const again = sound.slice();
      expect(await recognizer.recognize(again)).toEqual(heard);
      expect(again).toEqual(sound);
    });

    it('hears quiet and loud speech alike', async () => {
      for (const factor of [0.05, 3]) {
        const { words } = await recognizer.recognize(sound.map((sample) => sample * factor));
        const said = words.map(({ text }) => plain(text));
        expect(said.filter((word) => expected.includes(word))).toEqual(expected);
      }
    });

    it.each([0, 1, 100, 894, 895, 1_599, 1_600, 4_000])(
      'hears nothing in %d samples of silence, and does not fail',
      async (length) => {
        const { words, tokens, logProbability } = await recognizer.recognize(new Float32Array(length));
        expect(words).toEqual([]);
        expect(tokens).toBeLessThanOrEqual(1);
        expect(logProbability).toBeLessThanOrEqual(0);
      },
    );

    it('takes the shortest speech', async () => {
      const { words } = await recognizer.recognize(sound.slice(SAMPLE_RATE_HZ / 2, SAMPLE_RATE_HZ));
      for (const { startSec, endSec } of words) {
        expect(startSec).toBeGreaterThanOrEqual(0);
        expect(endSec).toBeLessThanOrEqual(0.5);
      }
    });

    it('takes as much as it says that it hears well, to the end', async () => {
      const long = await passage();
      expect(long.length).toBe(recognizer.maxChunkSec * SAMPLE_RATE_HZ);
      const { words, ended } = await recognizer.recognize(long);
      expect(ended).toBe(true);
      expect(words.length).toBeGreaterThan(recognizer.maxChunkSec);
      expect(words.at(-1)?.startSec).toBeGreaterThan(recognizer.maxChunkSec - 2);
    });
  });
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}']/gu, '');
}
