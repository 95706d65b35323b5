/** The entry of an analysis thread: from words, tracks and stretches of speech to the report. */
import type { AnalysisInput } from '../analysis/index.ts';
import { analyze as analyzeWith } from '../analysis/index.ts';
import type { Lexicon } from '../language/index.ts';
import type { Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { loadRussianLexicon } from './load-lexicon.ts';

/** Loaded with the first Russian talk, and kept as long as the thread; a failure is not kept. */
let russian: Promise<Lexicon> | undefined;

/** Makes the report; the dictionary of the talk's language is at hand where there is one. */
export async function analyze(input: AnalysisInput): Promise<Report> {
  const { transcript } = input;
  if (!isPresent(transcript) || transcript.language !== 'ru') {
    return analyzeWith(input);
  }
  russian ??= loadRussianLexicon().catch((error: unknown) => {
    russian = undefined;
    throw error;
  });
  return analyzeWith(input, { lexicon: await russian });
}
