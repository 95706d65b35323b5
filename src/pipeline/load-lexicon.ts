/** Loads the Russian lexicon: reads its dictionaries out of the package that brings them. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Lexicon } from '../language/index.ts';
import { createRussianLexicon } from '../language/index.ts';

const texts = z.array(z.string());

/**
 * The lexicon, ready. It takes about 10 MB and 20 ms, so a thread loads it once and keeps it.
 *
 * @throws the system's error when the package `az` is not whole
 */
export async function loadRussianLexicon(): Promise<Lexicon> {
  const [words, endings, probabilities, paradigms, suffixes, tags] = await Promise.all([
    dictionary('words.dawg'),
    dictionary('prediction-suffixes-0.dawg'),
    dictionary('p_t_given_w.intdawg'),
    dictionary('paradigms.array'),
    dictionary('suffixes.json').then(toTexts),
    dictionary('gramtab-opencorpora-int.json').then(toTexts),
  ]);
  return createRussianLexicon({ words, endings, probabilities, paradigms, suffixes, tags });
}

/** Of the package only its data is used: its code keeps one dictionary for the whole process, and reads files itself. */
function dictionary(name: string): Promise<Uint8Array> {
  return readFile(new URL(name, import.meta.resolve('az/dicts/meta.json')));
}

function toTexts(json: Uint8Array): readonly string[] {
  return texts.parse(JSON.parse(new TextDecoder().decode(json)));
}
