import { describe, expect, it } from 'vitest';
import type { MadeFrame } from '../../../test/support/made-tracks.ts';
import { makeTracks } from '../../../test/support/made-tracks.ts';
import type { Absent, VoicePassage } from '../../report/index.ts';
import { analysisParameters, isPresent } from '../../report/index.ts';
import { findPassages } from './passages.ts';
import { deriveVoiced } from './voiced-frames.ts';

const SPEECH = [{ startMs: 0, endMs: 60_000 }];

function passagesOf(frameAt: (sec: number) => MadeFrame, speech = SPEECH): readonly VoicePassage[] | Absent {
  const voiced = deriveVoiced(makeTracks(60, frameAt), speech);
  return isPresent(voiced) ? findPassages(voiced, speech, analysisParameters.parse({})) : voiced;
}

/** A voice whose pitch swings by so many semitones three times in two seconds. */
function voice(sec: number, swingSt: number, levelDb: number): MadeFrame {
  return { pitchHz: 150 * 2 ** ((swingSt * Math.sin(sec * 9)) / 12), levelDb };
}

describe('passages', () => {
  it('are monotone where the pitch moves by less than half of what is usual', () => {
    const found = passagesOf((sec) => voice(sec, sec >= 20 && sec < 30 ? 0.5 : 3, -20));
    expect(found).toMatchObject([
      { kind: 'monotone', pitchSdSt: expect.closeTo(0.5, 0), levelOverUsualDb: 0 },
    ]);
  });

  it('are quiet where the voice is softer by 8 dB, to the second', () => {
    const found = passagesOf((sec) => voice(sec, 3, sec >= 20 && sec < 25 ? -32 : -20));
    expect(found).toMatchObject([{ kind: 'quiet' }]);
    const [quiet] = isPresent(found) ? found : [];
    expect(Math.abs((quiet?.startSec ?? 0) - 20)).toBeLessThan(1);
    expect(Math.abs((quiet?.endSec ?? 0) - 25)).toBeLessThan(1);
  });

  it('begin and end at the edges of pauses nearby', () => {
    const speech = [
      { startMs: 0, endMs: 19_400 },
      { startMs: 20_300, endMs: 25_200 },
      { startMs: 25_900, endMs: 60_000 },
    ];
    const found = passagesOf((sec) => voice(sec, 3, sec >= 20 && sec < 25.5 ? -32 : -20), speech);
    expect(found).toMatchObject([{ kind: 'quiet', startSec: 20.3, endSec: 25.2 }]);
  });

  it('are emphatic where the voice is both louder and livelier, not where it is one of them', () => {
    const emphatic = passagesOf((sec) =>
      voice(sec, sec >= 20 && sec < 26 ? 5 : 3, sec >= 20 && sec < 26 ? -15 : -20),
    );
    expect(emphatic).toMatchObject([{ kind: 'emphatic', levelOverUsualDb: expect.closeTo(5, 0) }]);
    expect(passagesOf((sec) => voice(sec, 3, sec >= 20 && sec < 26 ? -15 : -20))).toEqual([]);
    expect(passagesOf((sec) => voice(sec, sec >= 20 && sec < 26 ? 5 : 3, -20))).toEqual([]);
  });

  it('are none in a talk that is monotone and soft all along', () => {
    expect(passagesOf((sec) => voice(sec, 0.4, -45))).toEqual([]);
  });

  it('are not told in a talk of seconds', () => {
    expect(
      passagesOf((sec) => (sec < 15 ? voice(sec, 3, -20) : {}), [{ startMs: 0, endMs: 15_000 }]),
    ).toEqual({
      absent: 'too-little-speech',
    });
  });
});
