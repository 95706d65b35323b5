import { describe, expect, it } from 'vitest';
import { makeTracks } from '../../../test/support/made-tracks.ts';
import type { StatementEnd, Word } from '../../report/index.ts';
import { isPresent } from '../../report/index.ts';
import { deriveTimedWords, deriveWords } from '../words.ts';
import { inputFrom } from '../../../test/support/spoken-input.ts';
import { statementEnds } from './statement-ends.ts';
import { deriveVoiced } from './voiced-frames.ts';

/** Sentences of six words in two seconds, the last with a mark; the pitch sinks by 2 semitones, and ends as told. */
function endsOf(
  mark: string,
  endSt: (fromEndSec: number) => number,
  { language = 'en', punctuation = true } = {},
): readonly StatementEnd[] | string {
  const word = language === 'en' ? 'road' : 'город';
  const words: Word[] = Array.from({ length: 12 }, (_, index) => {
    const startSec = Math.floor(index / 6) * 3 + (index % 6) * 0.33;
    return {
      text: index % 6 === 5 ? `${word}${mark}` : word,
      startSec: Math.round(startSec * 1000) / 1000,
      endSec: Math.round((startSec + 0.33) * 1000) / 1000,
    };
  });
  const input = inputFrom({ words, speech: [], durationSec: 6, abilities: { punctuation } });
  const { transcript } = input;
  const timed = deriveTimedWords(
    deriveWords(isPresent(transcript) ? { ...transcript, language } : transcript),
  );
  const tracks = makeTracks(6, (sec) => {
    const inSentence = sec % 3;
    const fromEndSec = 1.98 - inSentence;
    const semitones = -inSentence + (fromEndSec < 0.4 ? endSt(fromEndSec) : 0);
    return inSentence > 1.98 ? {} : { pitchHz: 150 * 2 ** (semitones / 12), levelDb: -20 };
  });
  const voiced = deriveVoiced(tracks, [{ startMs: 0, endMs: 6000 }]);
  if (!isPresent(timed) || !isPresent(voiced)) {
    throw new Error('nothing to judge');
  }
  const ends = statementEnds(voiced, timed);
  return isPresent(ends) ? ends : ends.absent;
}

function told(ends: readonly StatementEnd[] | string): readonly string[] | string {
  return typeof ends === 'string' ? ends : ends.map(({ ending }) => ending);
}

const falls = (fromEndSec: number): number => -4 * (1 - fromEndSec / 0.4);
const rises = (fromEndSec: number): number => 5 * (1 - fromEndSec / 0.4);
const stays = (): number => 0.5;
/** A peak of seven semitones, then down again: a Russian question, or a thought that goes on. */
const peaks = (fromEndSec: number): number => (fromEndSec > 0.15 ? 7 : -1);

describe('the end of a statement', () => {
  it('falls, stays open, or rises', () => {
    expect(told(endsOf('.', falls))).toEqual(['falling', 'falling']);
    expect(told(endsOf('.', stays))).toEqual(['open', 'open']);
    expect(told(endsOf('.', rises))).toEqual(['rising', 'rising']);
  });

  it('is open in Russian after a high peak, though the pitch falls after it, and falls in English', () => {
    expect(told(endsOf('.', peaks, { language: 'ru' }))).toEqual(['open', 'open']);
    expect(told(endsOf('.', peaks))).toEqual(['falling', 'falling']);
  });

  it('is that of statements only: questions and open ends are meant to stay up', () => {
    expect(endsOf('?', rises)).toEqual([]);
    expect(endsOf('!', falls)).toEqual([]);
    expect(endsOf('…', stays)).toEqual([]);
  });

  it('is not told without punctuation', () => {
    expect(endsOf('.', falls, { punctuation: false })).toBe('no-punctuation');
  });

  it('lies at the end of the voice', () => {
    const ends = endsOf('.', falls);
    const [first] = typeof ends === 'string' ? [] : ends;
    expect(first).toMatchObject({
      lastWord: 5,
      startSec: expect.closeTo(1.58, 1),
      endSec: expect.closeTo(1.98, 1),
    });
    expect(first?.overLineSt).toBeLessThan(-2);
  });
});
