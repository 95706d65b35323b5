/** The synthetic talks with their own truth: examples of the repository, and the family beside the checkout. */
import type { TimeRange } from '../../../src/report/index.ts';
import { isPresent } from '../../../src/report/index.ts';
import { SAMPLE_RATE_HZ } from '../../../src/speech/index.ts';
import { EXAMPLE_TALKS, decodeSound, familySound } from '../../support/audio.ts';
import type { TruthTalk } from '../../support/truth-talk.ts';
import { exampleTalk, familyTalks, perfectInput } from '../../support/truth-talk.ts';
import type { Heard } from './truth-sets.ts';
import { trackSound } from './truth-sets.ts';

/** A talk with its true words, and the sounds that it really has. */
export interface TrueTalk {
  readonly heard: Heard;
  readonly filledPauses: readonly TimeRange[];
}

/** The example talk of a language. */
export async function trueExample(language: 'en' | 'ru'): Promise<TrueTalk> {
  return toTrueTalk(`example-${language}`, language, exampleTalk(language), EXAMPLE_TALKS[language]);
}

/** The short talks of a language; none when the shared recordings are not there. */
export async function trueFamily(language: 'en' | 'ru'): Promise<readonly TrueTalk[]> {
  const talks: TrueTalk[] = [];
  for (const { name, talk } of familyTalks(language)) {
    talks.push(await toTrueTalk(name, language, talk, familySound(name)));
  }
  return talks;
}

async function toTrueTalk(id: string, language: string, talk: TruthTalk, path: string): Promise<TrueTalk> {
  const samples = await decodeSound(path);
  const { transcript, speech } = perfectInput(talk);
  if (!isPresent(transcript)) {
    throw new Error(`${id} has no words`);
  }
  return {
    heard: {
      id,
      language,
      samples,
      tracks: trackSound(samples),
      words: transcript.words,
      speech,
      transcript: { ...transcript, language },
      minutes: samples.length / SAMPLE_RATE_HZ / 60,
    },
    filledPauses: talk.filledPauses,
  };
}
