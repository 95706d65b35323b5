/** The talks with exactly known content: those in `examples/`, and the family beside the checkout when it is there. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { AnalysisInput } from '../../src/analysis/index.ts';
import type { TimeRange } from '../../src/report/index.ts';
import { isPresent } from '../../src/report/index.ts';
import { inputFrom } from './spoken-input.ts';

const range = z.object({ startSec: z.number(), endSec: z.number() });

const truthTalk = z.object({
  text: z.string(),
  language: z.enum(['en', 'ru']),
  durationSec: z.number(),
  words: z.array(range.extend({ text: z.string(), filler: z.boolean().optional() })),
  fillers: z.array(range.extend({ text: z.string() })),
  pauses: z.array(range.extend({ role: z.string() })),
  filledPauses: z.array(range.extend({ sound: z.string() })),
  passages: z.array(range.extend({ kind: z.string() })),
});

/** A truth file. */
export type TruthTalk = z.infer<typeof truthTalk>;

const ROOT = resolve(import.meta.dirname, '../..');
const TEST_DATA = process.env['SPEECH_COACH_TEST_DATA'] ?? resolve(ROOT, '../shared');
const FAMILY = join(TEST_DATA, 'audio/talks/family');

/** An example talk, which lies in the repository. */
export function exampleTalk(language: 'en' | 'ru' = 'en'): TruthTalk {
  return readTalk(join(ROOT, `examples/example-talk-${language}.json`));
}

/** The short talks of a language; empty when the shared recordings are not there. */
export function familyTalks(
  language: 'en' | 'ru' = 'en',
): readonly { readonly name: string; readonly talk: TruthTalk }[] {
  if (!existsSync(FAMILY)) {
    return [];
  }
  return readdirSync(FAMILY)
    .filter((name) => name.startsWith(`${language}-`) && name.endsWith('.json'))
    .toSorted()
    .map((name) => ({ name, talk: readTalk(join(FAMILY, name)) }));
}

/** What a faultless recogniser and voice detector would hand over: the words as punctuated, speech between pauses. */
export function perfectInput(talk: TruthTalk): AnalysisInput {
  const shown = talk.text.split(/\s+/);
  const speech: TimeRange[] = [];
  let atSec = 0;
  for (const pause of talk.pauses) {
    if (pause.startSec > atSec) {
      speech.push({ startSec: atSec, endSec: pause.startSec });
    }
    atSec = pause.endSec;
  }
  if (atSec < talk.durationSec) {
    speech.push({ startSec: atSec, endSec: talk.durationSec });
  }
  const input = inputFrom({
    words: talk.words.map(({ startSec, endSec }, index) => ({
      text: shown[index] ?? '',
      startSec,
      endSec,
      confidence: 0.95,
    })),
    speech,
    durationSec: talk.durationSec,
  });
  const { transcript } = input;
  return isPresent(transcript) ? { ...input, transcript: { ...transcript, language: talk.language } } : input;
}

function readTalk(path: string): TruthTalk {
  return truthTalk.parse(JSON.parse(readFileSync(path, 'utf8')));
}
