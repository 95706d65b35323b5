/**
 * What Whisper writes when nobody speaks: it was trained on subtitles, and fills silence, noise and music with what
 * stands there at such places. Real speech is never to be lost for that. What is told below by a look at the text alone
 * is said by nobody; the other rules ask for the model's own doubt that anybody speaks, or for attention that wanders.
 * Measured on 913 pieces of real speech, most of them single words or sentences, they take eight, of half a second to
 * a second, nearly all misheard; of 10 minutes of silence, noise and music they leave nothing that the voice detector
 * lets through.
 */
import type { DecodedToken } from '../../decoded-token.ts';
import type { HeardWord } from '../../recognizer.ts';
import type { HeardText } from './hear-chunk.ts';

/** Below this, somebody speaks, however odd the words are. */
const MIN_DOUBT = 0.25;
/** With as much doubt as this, unsure words are not believed; OpenAI's rule. */
const MUCH_DOUBT = 0.6;
const UNSURE = -1;
/** Words that are heard this badly are guessed: two of 913 pieces of real speech are. */
const GUESSED = -1.6;
/**
 * The share of a token's attention that lies within a tenth of a second. When words are heard it is 0.32 and more with
 * the heads that were chosen, 0.42 with those that Whisper base names, 0.24 with all heads of its upper layers; of a
 * text that is made up it is mostly below 0.2 when the sound has 10 s and more. That is believed without any doubt.
 */
const MIN_FOCUS = 0.2;
const FOCUS_POSITIONS = 5;

/** Who made the subtitles. Nobody says that with initials, or with these names. */
const CREDITS =
  /(?:субтитры\s+)?редактор субтитров \S\.\s?\S+(?:\s+корректор \S\.\s?\S+)?|субтитры (?:с?делал|создавал|подготовил) \S*dimatorzok\S*|subtitles by the amara\.?org community/giu;
/** What ends many a video, and is said in very few talks while the model hears nobody. */
const STOCK_TEXTS = new Set([
  'bye',
  'bye bye',
  'oh',
  'thank you',
  'thank you for watching',
  'thanks for watching',
  'you',
  'продолжение следует',
  'спасибо за просмотр',
  'спасибо за внимание и до новых встреч',
]);
/** A sound as subtitles describe it: «ТРЕВОЖНАЯ МУЗЫКА». Believed without any doubt as well. */
const DESCRIPTION = /^(?:\p{Lu}+ )?(?:МУЗЫКА|МУЗЫКАЛЬНАЯ ЗАСТАВКА|АПЛОДИСМЕНТЫ|СМЕХ)\p{P}*$/u;
/** What is left of that when the model is less sure: «ПОЛИЦЕЙСЯ». */
const SHOUT = /^(?=.*\p{Lu}{6})[\p{Lu}\s\p{P}]+$/u;

/** The words that somebody said. */
export function spokenWords(heard: HeardText): readonly HeardWord[] {
  const words = withoutCredits(heard.words);
  return isMadeUp(heard, words) ? [] : words;
}

function isMadeUp({ noSpeech, meanLogProbability, tokens }: HeardText, words: readonly HeardWord[]): boolean {
  const text = words.map((word) => word.text).join(' ');
  if (meanFocus(tokens) < MIN_FOCUS || DESCRIPTION.test(text)) {
    return true;
  }
  if (noSpeech < MIN_DOUBT) {
    return false;
  }
  return (
    meanLogProbability < GUESSED ||
    (noSpeech > MUCH_DOUBT && meanLogProbability < UNSURE) ||
    SHOUT.test(text) ||
    STOCK_TEXTS.has(text.toLowerCase().replaceAll(/[^\p{L}\s]/gu, ''))
  );
}

function withoutCredits(words: readonly HeardWord[]): readonly HeardWord[] {
  const text = words.map((word) => word.text).join(' ');
  const credits = [...text.matchAll(CREDITS)].map(({ 0: credit, index }) => ({
    from: index,
    to: index + credit.length,
  }));
  let end = -1;
  return words.filter((word) => {
    const start = end + 1;
    end = start + word.text.length;
    return !credits.some(({ from, to }) => start < to && end > from);
  });
}

function meanFocus(tokens: readonly DecodedToken[]): number {
  const sum = tokens.reduce((total, { attention }) => total + focus(attention), 0);
  return tokens.length === 0 ? 1 : sum / tokens.length;
}

/** The largest sum of attention within a tenth of a second to either side of a position. */
function focus(attention: Float32Array): number {
  const width = 2 * FOCUS_POSITIONS + 1;
  let most = 0;
  let sum = 0;
  for (let position = 0; position < attention.length; position += 1) {
    sum += (attention[position] ?? 0) - (attention[position - width] ?? 0);
    most = Math.max(most, sum);
  }
  return most;
}
