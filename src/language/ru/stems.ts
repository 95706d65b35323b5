/** Russian stems: what is left of a word without its ending, for where no dictionary can be asked. */

/** Endings of nouns, adjectives and verbs, the longest first; only those that seldom belong to a stem. */
const ENDING =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|иям|иях|ешь|ишь|ете|ите|ала|ила|ела|али|или|ели|ать|ить|еть|ять|ую|юю|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ем|им|ым|ом|ах|ях|ам|ям|ов|ев|ия|ии|ью|ет|ит|ют|ут|ат|ят|ал|ил|ел|а|я|о|е|ы|и|у|ю|ь)(?:с[яь])?$/u;

/** Shorter ones are the stems of too many words at once. */
const SHORTEST_STEM = 4;

/** The stem of a word in lower case without ё; the word itself when too little would be left. */
export function russianStem(word: string): string {
  const stem = word.replace(ENDING, '');
  return stem.length >= SHORTEST_STEM ? stem : word;
}
