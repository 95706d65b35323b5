/**
 * English words that the rules of `syllables.ts` miscount: those among the 3,000 most frequent words, the number
 * words and the words of the project's test talks. Counts are those of the CMU Pronouncing Dictionary.
 */

const BY_COUNT: ReadonlyMap<number, string> = new Map([
  [1, 'beer charge else false george large proof proud prove queen'],
  [
    2,
    `asia baseball billion brilliant catholic colonel evening facebook fashion fired forest homework
    largely lawyer marriage million nineteen nineties ninety ok premier russia safety science senior
    soldiers techniques thereby therefore tired trillion unique william`,
  ],
  [
    3,
    `angeles area australia australian behavior desire elements empire entire familiar frequently ideas
    inspired isaiah italian lieutenant museum nuclear parliament religious suicide theatre thirtieth
    twentieth valuable virginia`,
  ],
  [4, 'california continuum entirely european experience professional retirement scientific society'],
  [5, 'association'],
]);

/** Syllables by word in lower case; a plural in -s counts as its singular and is not listed. */
export const SYLLABLE_EXCEPTIONS: ReadonlyMap<string, number> = new Map(
  [...BY_COUNT].flatMap(([count, words]) => words.split(/\s+/).map((word) => [word, count] as const)),
);
