import { describe, expect, it } from 'vitest';
import { inputFromScript } from '../../test/support/spoken-input.ts';
import type { Report, Transcript } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { analyze } from './index.ts';

/** The place of each pause of a script, with the word before it. */
function placesIn(script: string, transcript: Partial<Transcript> = {}): readonly string[] {
  const input = inputFromScript(script);
  return places(
    analyze({
      ...input,
      transcript: isPresent(input.transcript) ? { ...input.transcript, ...transcript } : input.transcript,
    }),
  );
}

function places({ pauses, transcript }: Report): readonly string[] {
  if (!isPresent(pauses) || !isPresent(transcript)) {
    throw new TypeError('A layer is absent.');
  }
  return pauses.map(({ afterWord, place, placeConfidence }) => {
    const word = afterWord === null ? '' : transcript.words[afterWord]?.text;
    return [word, place, placeConfidence].filter((part) => part !== undefined).join(' ');
  });
}

describe('the place of a pause', () => {
  it('is a boundary after a mark of punctuation, and inside without one', () => {
    expect(
      placesIn('We came, [0.5] saw the [0.5] bridge. [0.5] Then: [0.5] nothing — [0.5] at all.'),
    ).toEqual([
      'came, boundary high',
      'the inside high',
      'bridge. boundary high',
      'Then: boundary high',
      '— boundary high',
    ]);
  });

  it('is likely a boundary before a conjunction, and may be one before a preposition', () => {
    expect(placesIn('We came home [0.5] because it was late [0.5] in the evening.')).toEqual([
      'home boundary medium',
      'late boundary low',
    ]);
  });

  it('is inside after a conjunction or preposition, which have only begun something', () => {
    expect(placesIn('We came but [0.5] of [0.5] which nobody knew, we left.')).toEqual([
      'but inside high',
      'of inside high',
    ]);
  });

  it('is inside after a filler word, whatever mark that has', () => {
    expect(placesIn('We left. So, basically, [0.9] the bridge is closed.')).toEqual([
      'basically, inside medium',
    ]);
  });

  it('is unknown before a filler word with a comma, which may be that of the filler', () => {
    expect(placesIn('The bridge is, [0.9] you know, closed.')).toEqual(['is, unknown']);
    expect(placesIn('The bridge is closed. [0.9] You know, it is old.')).toEqual(['closed. boundary high']);
  });

  it('is where the words around a sound of hesitation say', () => {
    expect(placesIn('We left. [0.5] Um, [0.5] the bridge was [0.5] uh [0.5] old.')).toEqual([
      'left. boundary high',
      'Um, boundary high',
      'was inside high',
      'uh inside high',
    ]);
  });

  it('is unknown where nothing was marked for more than a long sentence', () => {
    const unmarked = 'and we went over the bridge '.repeat(5);
    expect(placesIn(`We left. ${unmarked} [0.5] ${unmarked}. We came [0.5] home.`)).toEqual([
      'bridge unknown',
      'came inside high',
    ]);
  });

  it('is unknown when the recogniser prints no punctuation, and nothing is counted', () => {
    const report = analyze(
      inputFromScript('we came [0.5] to the bridge [0.5] '.repeat(10), {
        abilities: { punctuation: false },
      }),
    );
    expect(new Set(places(report).map((place) => place.split(' ').at(-1)))).toEqual(new Set(['unknown']));
    for (const id of ['in-clause-pauses-per-minute', 'in-clause-pause-share', 'long-in-clause-pauses']) {
      expect(report.metrics[id]).toEqual({ absent: 'no-punctuation' });
    }
  });

  it('is unknown on the edge of the words', () => {
    const input = inputFromScript('Hello. [0.5] [0.1] We left.');
    const speech = [...input.speech, { startSec: 2, endSec: 3 }];
    const report = analyze({ ...input, recording: { ...input.recording, durationSec: 4 }, speech });
    expect(places(report)).toEqual(['Hello. boundary high', 'left. unknown']);
  });

  it('goes by the rules of Russian in Russian', () => {
    expect(
      placesIn(
        'Мы пришли [0.5] на старый [0.5] мост, [0.5] который [0.5] закрыт и т. д. [0.5] Мы ушли. Ну, [0.5] вот.',
        {
          language: 'ru',
        },
      ),
    ).toEqual([
      'пришли boundary low',
      'старый inside high',
      'мост, boundary high',
      'который inside high',
      'д. boundary high',
      'Ну, inside medium',
    ]);
  });
});
