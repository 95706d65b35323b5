/** Restarts: words said again ("we we went", "to the to the station"), words broken off ("inter- international"). */
import type { Restart } from '../../report/index.ts';
import { cuesOf } from '../cues.ts';
import { toRange } from '../span.ts';
import type { TimedWordLayer } from '../words.ts';
import { isSpoken } from '../words.ts';
import { mayRepeat } from './meant-repeats.ts';

/** The longest phrase that is looked for twice: longer ones are repeated on purpose. */
const MAX_REPEATED_WORDS = 3;
/** A repeat after a longer silence than this is a new thought. */
const MAX_SILENCE_MS = 2000;

/** Every restart, in order, not overlapping. Hesitation sounds between the words do not matter. */
export function findRestarts(words: TimedWordLayer): readonly Restart[] {
  const { language, transcript, spans } = words;
  const spoken = transcript.words.map((_, index) => index).filter((index) => isSpoken(words, index));
  const said = spoken.map((index) =>
    language
      .spokenWords(transcript.words[index]?.text ?? '')
      .join(' ')
      .toLowerCase(),
  );
  const { isNumber } = cuesOf(language);
  const textAt = (at: number): string => transcript.words[spoken[at] ?? -1]?.text ?? '';

  const silenceMs = (at: number): number => {
    const [here, next] = [spans[spoken[at] ?? -1], spans[spoken[at + 1] ?? -1]];
    return here === undefined || next === undefined ? 0 : next.startMs - here.endMs;
  };

  /** How many words from `at` on are said again directly after; 0 when none are. */
  const repeatedAt = (at: number): number => {
    for (let count = 1; count <= MAX_REPEATED_WORDS; count += 1) {
      const isAgain = Array.from({ length: count }, (_, step) => at + step).every(
        (place) => said[place] !== undefined && said[place] === said[place + count],
      );
      if (isAgain && isRestart(at, count)) {
        return count;
      }
    }
    return 0;
  };

  const isRestart = (at: number, count: number): boolean =>
    !language.endsSentence(textAt(at + count - 1)) &&
    silenceMs(at + count - 1) <= MAX_SILENCE_MS &&
    (count > 1 || !(isNumber(textAt(at)) || mayRepeat(language, said[at] ?? '')));

  const toRestart = (kind: Restart['kind'], first: number, last: number): Restart => {
    const [firstWord, lastWord] = [spoken[first] ?? 0, spoken[last] ?? 0];
    const startMs = spans[firstWord]?.startMs ?? 0;
    const endMs = Math.max(startMs, spans[lastWord]?.endMs ?? startMs);
    return { kind, ...toRange({ startMs, endMs }), firstWord, lastWord };
  };

  const restarts: Restart[] = [];
  for (let at = 0; at < spoken.length; at += 1) {
    const count = repeatedAt(at);
    if (count > 0) {
      let end = at + count;
      while (repeatedAt(end) === count) {
        end += count;
      }
      restarts.push(toRestart('repeat', at, end + count - 1));
      at = end + count - 1;
    } else if (isBrokenOff(textAt(at), said[at + 1])) {
      restarts.push(toRestart('cut', at, at));
    }
  }
  return restarts;
}

/** Printed with a hyphen or dash at its end, and begun again, as in "inter- international"; not "IP- telephony". */
function isBrokenOff(text: string, next: string | undefined): boolean {
  const start = /^\P{L}*(\p{L}[\p{L}'’]*)[-‐‑–—]+$/u.exec(text)?.[1];
  return start !== undefined && next?.startsWith(start.toLowerCase()) === true;
}
