/** Russian words, syllables and fillers against talks with exactly known content, and against recordings without fillers. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { languageOf } from '../../src/language/index.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const AUDIO = join(process.env['SPEECH_COACH_TEST_DATA'] ?? resolve(ROOT, '../shared'), 'audio');
const FAMILY = join(AUDIO, 'talks/family');
const MANIFEST = join(AUDIO, 'manifest.json');

const range = z.object({ startSec: z.number(), endSec: z.number() });
const truth = z.object({
  text: z.string(),
  words: z.array(range),
  fillers: z.array(range.extend({ text: z.string() })),
  chunks: z.array(z.object({ text: z.string(), words: z.number(), syllables: z.number() })),
});
const manifest = z.object({
  items: z.array(z.object({ id: z.string(), language: z.string(), transcript: z.string().optional() })),
});

type Truth = z.infer<typeof truth>;

const russian = languageOf('ru');
const example = readTalk(join(ROOT, 'examples/example-talk-ru.json'));
const family = existsSync(FAMILY)
  ? readdirSync(FAMILY)
      .filter((name) => /^ru-.*\.json$/.test(name))
      .map((name) => readTalk(join(FAMILY, name)))
  : [];

describe('the Russian example talk', () => {
  it('has exactly the words and syllables of its truth file, piece by piece', () => {
    expect(counted(example)).toEqual(example.chunks);
  });

  it('has exactly the filler words of its truth file', () => {
    expect(foundIn(example)).toEqual(wantedIn(example));
  });
});

describe.skipIf(family.length === 0)('the Russian family of short talks (shared recordings)', () => {
  it('has exactly the words and syllables of the truth files', () => {
    for (const talk of family) {
      expect(counted(talk)).toEqual(talk.chunks);
    }
  });

  it('finds the filler words: precision at least 0.9, recall 1', () => {
    const wanted = family.flatMap((talk, index) => wantedIn(talk).map((place) => `${index} ${place}`));
    const found = family.flatMap((talk, index) => foundIn(talk).map((place) => `${index} ${place}`));
    const right = found.filter((place) => wanted.includes(place)).length;
    expect(right).toBe(wanted.length);
    expect(right / found.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe.skipIf(!existsSync(MANIFEST))('Russian that is read aloud (shared recordings)', () => {
  it('has no filler words', () => {
    const { items } = manifest.parse(JSON.parse(readFileSync(MANIFEST, 'utf8')));
    const texts = items.filter(({ language }) => language === 'ru');
    expect(texts.length).toBeGreaterThan(10);
    for (const { id, transcript = '' } of texts) {
      const shown = transcript.split(/\s+/).map((text) => ({ text, gapAfterSec: null }));
      const fillers = russian?.findFillers(shown).filter((filler) => filler.counted);
      expect({ id, fillers }).toEqual({ id, fillers: [] });
    }
  });
});

function readTalk(path: string): Truth {
  return truth.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function counted({ chunks }: Truth): Truth['chunks'] {
  return chunks.map(({ text }) => {
    const said = text.split(/\s+/).flatMap((shown) => russian?.spokenWords(shown) ?? []);
    const syllables = said.reduce((sum, word) => sum + (russian?.syllables(word) ?? 0), 0);
    return { text, words: said.length, syllables };
  });
}

function wantedIn({ fillers }: Truth): readonly string[] {
  return fillers.map(({ text, startSec }) => `${text.toLowerCase()}@${startSec}`);
}

function foundIn({ text, words }: Truth): readonly string[] {
  const shown = text.split(/\s+/).map((word, index) => {
    const [here, next] = [words[index], words[index + 1]];
    return {
      text: word,
      gapAfterSec: here === undefined || next === undefined ? null : Math.max(0, next.startSec - here.endSec),
    };
  });
  return (russian?.findFillers(shown) ?? [])
    .filter((filler) => filler.counted)
    .map((filler) => `${filler.text}@${words[filler.first]?.startSec ?? -1}`);
}
