/** English cues: clause openers, key point phrases, part openers, number words. */
import type { CueWords } from './cues.ts';

/** See {@link CueWords}. */
export const ENGLISH_CUES: CueWords = {
  clauseOpeners: `
    and, but, or, nor, so, because, although, though, unless, until, while, whereas, whether, if, when, whenever,
    where, wherever, since, that, which, who, whose, whom, what, how, why, however, therefore, before, after`,
  phraseOpeners: `
    of, in, on, at, by, for, from, with, without, within, to, into, onto, about, above, across, against, along, among,
    around, as, behind, below, beneath, beside, between, beyond, down, during, except, inside, like, near, off, out, outside,
    over, through, throughout, toward, towards, under, up, upon`,
  keyPoints: `
    the point is, the key is, the main thing, the most important, the important thing, what matters, it matters,
    important to, remember, never forget, keep in mind, above all, in short, in one sentence, the bottom line, the truth is,
    the answer is, the question is, the problem is, my point is, this is why, here is what, here is why, here is the,
    that is the, there is one, let me be clear, believe me, imagine`,
  partOpeners: `
    first, firstly, second, secondly, third, thirdly, finally, next, lastly, to begin, to start, let me start, let me begin,
    let us start, let us begin, let's start, let's begin, let me turn, let us turn, let's turn, let us look, let's look,
    let me show, let me tell, now let, now i, moving on, to sum up, to conclude, in conclusion, to summarize, in summary,
    my first, my second, my third, my last, step one, step two, step three, part one, part two, part three`,
  numbers:
    /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:hundred|thousand|million|billion|trillion)s?)$/,
  // Gunning 1952 calls words of three syllables and more hard.
  longWordSyllables: 3,
};
