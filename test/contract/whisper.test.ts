/** Whisper against the contract of recognisers, with a tiny model that hears beeps; and what such models may be. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WhisperOptions } from '../../src/speech/engines/whisper/whisper.ts';
import { openWhisperGraphs } from '../../src/speech/engines/whisper/graphs/open-graphs.ts';
import { createWhisper } from '../../src/speech/engines/whisper/whisper.ts';
import type { Recognizer } from '../../src/speech/recognizer.ts';
import type { TinyWhisperOptions, ToneToken } from '../support/tiny-whisper.ts';
import { beeps, writeTinyWhisper } from '../support/tiny-whisper.ts';
import { describeRecognizer } from './recognizer.ts';

const OPTIONS: WhisperOptions = {
  model: { name: 'whisper-tiny-test', version: '1', sha256: '0'.repeat(64) },
  variant: 'int8',
  languages: ['en', 'ru'],
};

const SENTENCE: readonly ToneToken[] = [' two', ' four', ',', ' one', ' five', '.'];
/** As long as the longest chunk, in no order that could pass for a loop. */
const PASSAGE_WORDS = [' one', ' two', ' three', ' four', ' five', ' раз', ' два', ' пять'] as const;
const PASSAGE = Array.from('03152764105273641725036247160537412650').map(
  (digit) => PASSAGE_WORDS[Number(digit)] ?? ' one',
);

let root: string;
const opened: Recognizer[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'whisper-contract-'));
});

afterAll(async () => {
  await Promise.all(opened.map((recognizer) => recognizer.close()));
  await rm(root, { recursive: true });
});

async function tinyFolder(options: TinyWhisperOptions = {}): Promise<string> {
  const folder = await mkdtemp(join(root, 'model-'));
  await writeTinyWhisper(folder, options);
  return folder;
}

async function open(model?: TinyWhisperOptions, options?: Partial<WhisperOptions>): Promise<Recognizer> {
  const recognizer = await createWhisper(await tinyFolder(model), { ...OPTIONS, ...options });
  opened.push(recognizer);
  return recognizer;
}

describeRecognizer('Whisper', {
  open: () => open(),
  sentence: async () => beeps(SENTENCE),
  passage: async () => beeps(PASSAGE),
  expected: ['two', 'four', 'one', 'five'],
});

const textOf = ({ words }: { readonly words: readonly { readonly text: string }[] }): string =>
  words.map(({ text }) => text).join(' ');

describe('Whisper', () => {
  let recognizer: Recognizer;

  beforeAll(async () => {
    recognizer = await open();
  });

  it('puts words together from tokens, a letter that is cut in two and punctuation included', async () => {
    const heard = await recognizer.recognize(beeps([' раз', ' тр\u{d0}', '\u{b8}', ' пять', '.']));
    expect(textOf(heard)).toBe('раз три пять.');
    const times = heard.words.flatMap(({ startSec, endSec }) => [startSec, endSec]);
    // A token begins every half second, and has 0.4 s of sound.
    for (const [index, expected] of [0.55, 0.95, 1.05, 1.95, 2.05].entries()) {
      expect(times[index]).toBeCloseTo(expected, 1);
    }
  });

  it('says how likely each language is, whichever it was told to write', async () => {
    const sound = beeps([' раз', ' два', ' пять']);
    for (const language of [undefined, 'en', 'ru']) {
      const { languages = {} } = await recognizer.recognize(
        sound,
        language === undefined ? {} : { language },
      );
      expect(languages['ru']).toBeGreaterThan(0.8);
      expect((languages['en'] ?? 0) + (languages['ru'] ?? 0)).toBeCloseTo(1, 2);
    }
  });

  it('refuses a language that it was not loaded for', async () => {
    await expect(recognizer.recognize(beeps([' one']), { language: 'de' })).rejects.toMatchObject({
      code: 'model-language',
      details: { language: 'de', known: 'en, ru' },
    });
  });

  it('refuses more sound than it can hear', async () => {
    await expect(recognizer.recognize(new Float32Array(30 * 16_000 + 1))).rejects.toThrow(RangeError);
  });

  it('stops between two tokens when it is told to', async () => {
    const stop = new AbortController();
    const hearing = recognizer.recognize(beeps(PASSAGE), { signal: stop.signal });
    const reason = new Error('enough');
    setImmediate(() => {
      stop.abort(reason);
    });
    await expect(hearing).rejects.toBe(reason);
    await expect(recognizer.recognize(beeps([' one']), { signal: stop.signal })).rejects.toBe(reason);
    expect(textOf(await recognizer.recognize(beeps([' one', ' two'])))).toBe('one two');
  });

  it('stops a model that goes round and round, and says that its text has no end', async () => {
    const round = [' one', ' two', ' three'] as const;
    const heard = await recognizer.recognize(beeps([...round, ...round, ...round, ...round, ' four']));
    expect(textOf(heard)).toBe('one two three');
    expect(heard.ended).toBe(false);
  });

  it('hears words that were said twice twice', async () => {
    const twice = beeps([' one', ' two', ' three', ' one', ' two', ' three']);
    expect(textOf(await recognizer.recognize(twice))).toBe('one two three one two three');
  });

  it('goes on where the model ends before the sound does', async () => {
    // This model ends at half a second without a beep.
    const parts = [beeps([' one', ' two']), beeps([' three', ' four', ' five']).subarray(8_000)];
    const heard = await recognizer.recognize(Float32Array.from(parts.flatMap((part) => [...part])));
    expect(textOf(heard)).toBe('one two three four five');
    const times = [0.55, 1.05, 2.05, 2.55, 3.05];
    for (const [index, { startSec }] of heard.words.entries()) {
      expect(startSec).toBeCloseTo(times[index] ?? NaN, 1);
    }
    expect(heard.ended).toBe(true);
    // Both texts and both end marks.
    expect(heard.tokens).toBe(7);
  });

  it('closes once, however often it is told to', async () => {
    const other = await open();
    await Promise.all([other.close(), other.close()]);
    await expect(other.close()).resolves.toBeUndefined();
  });
});

describe('a folder of Whisper', () => {
  it.each([
    ['the older vocabulary', { vocabulary: 'txt' }],
    ['128 mel bands', { melBands: 128 }],
    ['weights of 8 bits', { weights: 'int8' }],
    ['no alignment heads', { alignmentHeads: null, decoderLayers: 1 }],
  ] as const)('may have %s', async (_name, model) => {
    const recognizer = await open(model);
    const heard = await recognizer.recognize(beeps([' one', ' два', '.']));
    expect(textOf(heard)).toBe('one два.');
  });

  it('is heard alike without quantisation', async () => {
    const recognizer = await open({}, { variant: 'float32' });
    expect(textOf(await recognizer.recognize(beeps(SENTENCE)))).toBe('two four, one five.');
  });

  it('may know English alone, whatever languages are wished for', async () => {
    const recognizer = await open({ englishOnly: true }, { languages: ['ru', 'en'] });
    const heard = await recognizer.recognize(beeps(SENTENCE));
    expect(recognizer.abilities.languages).toEqual(['en']);
    expect(textOf(heard)).toBe('two four, one five.');
    expect(heard).not.toHaveProperty('languages');
  });

  it('is heard in the languages that it knows among those that are wished for', async () => {
    const recognizer = await open({}, { languages: ['de', 'ru'] });
    expect(recognizer.abilities.languages).toEqual(['ru']);
    await expect(open({}, { languages: ['de'] })).rejects.toMatchObject({
      code: 'model-language',
      details: { language: 'de', known: 'en, ru' },
    });
  });

  it.each([
    ['no-config', 'model-missing', 'config.json'],
    ['no-vocabulary', 'model-missing', 'vocabulary.json'],
    ['no-model', 'model-missing', 'model.bin'],
    ['short-vocabulary', 'model-unfit', 'vocabulary.json'],
    ['token-outside', 'model-unfit', 'config.json'],
    ['truncated', 'model-damaged', 'model.bin'],
    ['trailing-bytes', 'model-damaged', 'model.bin'],
    ['missing-tensor', 'model-unfit', 'model.bin'],
    ['other-architecture', 'model-unfit', 'model.bin'],
  ] as const)('that is wrong (%s) is refused by the file', async (broken, code, file) => {
    const folder = await tinyFolder({ broken });
    await expect(createWhisper(folder, OPTIONS)).rejects.toMatchObject({
      code,
      details: { path: join(folder, file) },
    });
  });

  it('whose weights are others than those that were installed is refused', async () => {
    const folder = await tinyFolder();
    const { tensorsSha256 } = await openWhisperGraphs(folder, { variant: 'int8' });
    await (await createWhisper(folder, { ...OPTIONS, tensorsSha256 })).close();
    await expect(createWhisper(folder, { ...OPTIONS, tensorsSha256: 'f'.repeat(64) })).rejects.toMatchObject({
      code: 'model-damaged',
      details: { path: join(folder, 'model.bin') },
    });
  });

  it('whose vocabulary is damaged is refused by that file', async () => {
    const folder = await tinyFolder();
    await writeFile(join(folder, 'vocabulary.json'), '["!", "\\"');
    await expect(createWhisper(folder, OPTIONS)).rejects.toMatchObject({
      code: 'model-damaged',
      details: { path: join(folder, 'vocabulary.json') },
    });
  });

  it('is not loaded any further once that is called off', async () => {
    const reason = new Error('enough');
    const folder = await tinyFolder();
    await expect(createWhisper(folder, { ...OPTIONS, signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });
});

describe('a prompt', () => {
  const sound = beeps([' two', ' four', ' one', ' five', ' three', ' two', ' five']);

  it('is put before the text of its language, and does not change what is told of languages', async () => {
    const prompted = await open({}, { prompts: { en: 'one' } });
    const plain = await open();
    const heard = await prompted.recognize(sound);
    // This model goes by position alone: each token before the text, of which the prompt makes five, costs a word.
    expect(textOf(heard)).toBe('two five');
    expect(heard.languages).toEqual((await plain.recognize(sound)).languages);
    expect(textOf(await prompted.recognize(sound, { language: 'ru' }))).toBe(
      'two four one five three two five',
    );
  });
});
