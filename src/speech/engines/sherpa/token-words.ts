/**
 * Tokens with times become words. A token that begins with a blank opens one; it ends where its last token does, where
 * the sound ends, or where the next word begins, whichever is first.
 */
import { FRAME_SEC, createEnergyTrim, loudFrames } from '../../energy-trim.ts';
import { UNSAID, joinSigns } from '../../piece-words.ts';
import type { HeardWord } from '../../recognizer.ts';
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';
import type { HeardToken } from './result.ts';

/** The mark of a leading blank, where a vocabulary's own is left as it is. */
const WORD_START = /^[ ▁]/u;
/** A byte of a character that has no token of its own. */
const BYTE_TOKEN = /^<0x([0-9A-F]{2})>$/;
/** `<unk>`, `<s>`: marks that are no text. */
const MARK = /^<[^>]*>$/;
/** After a silence of this length the sound belongs to another word. */
const MIN_SILENCE_SEC = 0.2;

interface GrowingWord {
  text: string;
  startSec: number;
  /** Where its last token that is said begins. */
  lastSec: number;
  /** How long that token lasts, if the model tells. */
  lastDurationSec: number | undefined;
  logProbabilities: (number | undefined)[];
}

/** The words of a chunk's tokens. Times are seconds from the first sample, ordered, and lie in the chunk. */
export function toWords(tokens: readonly HeardToken[], samples: Float32Array): readonly HeardWord[] {
  const durationSec = samples.length / SAMPLE_RATE_HZ;
  const trim = createEnergyTrim(samples);
  const loud = loudFrames(samples);
  const words = joinSigns(grow(tokens), endWith);
  return words.map((word, index) => {
    const startSec = Math.min(word.startSec, durationSec);
    const limitSec = Math.min(Math.max(words[index + 1]?.startSec ?? durationSec, startSec), durationSec);
    const toldSec = word.lastDurationSec;
    const endSec =
      toldSec === undefined || toldSec === 0
        ? soundEnd(loud, word.lastSec, limitSec)
        : Math.min(word.lastSec + toldSec, limitSec);
    return {
      text: word.text,
      ...trim(startSec, Math.max(startSec, endSec)),
      ...confidenceOf(word.logProbabilities),
    };
  });
}

/** Tokens put together wherever one opens a word. */
function grow(tokens: readonly HeardToken[]): readonly GrowingWord[] {
  const words: GrowingWord[] = [];
  const bytes = new TextDecoder();
  for (const token of tokens) {
    const { text, opensWord } = toPiece(token.text, bytes);
    let word = words.at(-1);
    if (word === undefined || opensWord) {
      word = {
        text: '',
        startSec: token.startSec,
        lastSec: token.startSec,
        lastDurationSec: undefined,
        logProbabilities: [],
      };
      words.push(word);
    }
    word.text += text;
    if (text !== '' && !UNSAID.test(text)) {
      if (word.logProbabilities.length === 0) {
        // A blank that is a token of its own, or a quotation mark, comes before the sound.
        word.startSec = token.startSec;
      }
      word.lastSec = token.startSec;
      word.lastDurationSec = token.durationSec;
      word.logProbabilities.push(token.logProbability);
    }
  }
  return words;
}

function toPiece(
  token: string,
  bytes: InstanceType<typeof TextDecoder>,
): { readonly text: string; readonly opensWord: boolean } {
  const byte = BYTE_TOKEN.exec(token)?.[1];
  if (byte !== undefined) {
    return {
      text: bytes.decode(Uint8Array.of(Number.parseInt(byte, 16)), { stream: true }),
      opensWord: false,
    };
  }
  return MARK.test(token)
    ? { text: '', opensWord: false }
    : { text: token.replaceAll('▁', ' ').trim(), opensWord: WORD_START.test(token) };
}

/** A sign that is said, such as %, makes its word longer. */
function endWith(word: GrowingWord, sign: GrowingWord): void {
  if (sign.logProbabilities.length > 0) {
    word.lastSec = sign.lastSec;
    word.lastDurationSec = sign.lastDurationSec;
  }
}

/** Where the sound that goes on at `fromSec` ends: before the first long silence, at the latest at `limitSec`. */
function soundEnd(loud: readonly boolean[], fromSec: number, limitSec: number): number {
  if (!loud.includes(true)) {
    // Sound that never changes in loudness tells nothing.
    return limitSec;
  }
  const from = Math.max(0, Math.round(fromSec / FRAME_SEC));
  const limit = Math.min(loud.length, Math.round(limitSec / FRAME_SEC));
  let lastLoud = from;
  for (let frame = from; frame < limit && (frame - lastLoud) * FRAME_SEC < MIN_SILENCE_SEC; frame += 1) {
    if (loud[frame] === true) {
      lastLoud = frame + 1;
    }
  }
  const isSilentAfter = (limit - lastLoud) * FRAME_SEC >= MIN_SILENCE_SEC;
  return isSilentAfter ? Math.min(lastLoud * FRAME_SEC, limitSec) : limitSec;
}

/** The geometric mean of the tokens' probabilities, when all are known. */
function confidenceOf(logProbabilities: readonly (number | undefined)[]): { readonly confidence?: number } {
  const known = logProbabilities.filter((one) => one !== undefined);
  if (known.length === 0 || known.length < logProbabilities.length) {
    return {};
  }
  return { confidence: Math.exp(known.reduce((sum, one) => sum + one, 0) / known.length) };
}
