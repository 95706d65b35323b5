/** Words that are said twice on purpose: "very very good", «да, да», "that that", «еле-еле». */
import type { Language } from '../../language/index.ts';

const MEANT: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'en',
    wordSet(
      'very really so much more many long far old big little deep high no yes yeah okay ok hey ha bye please never again had that is now there well come go knock',
    ),
  ],
  [
    'ru',
    wordSet(
      'очень много долго далеко да нет ну так вот же ха хорошо ладно давай давайте пожалуйста скоро чуть еле едва больше дальше выше старый большой никогда снова все весь вся',
    ),
  ],
]);

/** Whether the word may stand twice in fluent speech. */
export function mayRepeat(language: Language, word: string): boolean {
  return MEANT.get(language.code)?.has(word.replaceAll('ё', 'е')) === true;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
