import { describe, expect, it } from 'vitest';
import { inputFromScript, valueOf } from '../../test/support/spoken-input.ts';
import { isPresent } from '../report/index.ts';
import { analyze } from './index.ts';

/** Half a minute without a pause that could be strategic. */
const REST = 'We came to the old bridge on Mill Road today. [0.5] '.repeat(9);

/** How many strategic pauses a script has. */
function strategicIn(script: string): number {
  const input = inputFromScript(`${script} ${REST}`);
  const report = analyze(input);
  const minutes = ((input.speech.at(-1)?.endSec ?? 0) - (input.speech[0]?.startSec ?? 0)) / 60;
  return Math.round(valueOf(report, 'strategic-pauses-per-minute') * minutes);
}

describe('strategic pauses', () => {
  it.each([
    ['after a question', 'Where will they go? [1.2] Nobody knows.'],
    ['before a number', 'It will cost [1.2] ninety thousand dollars.'],
    ['before a sentence that begins with a number', 'Listen. [1.2] 84,000 people came.'],
    ['after a key point', 'The main thing is time. [1.2] We have none.'],
    ['before a key point', 'We have none. [1.2] The main thing is time.'],
    ['after a sentence that opens a part', 'First, the bridge. [1.2] It is old.'],
  ])('stand %s', (_, script) => {
    expect(strategicIn(script)).toBe(1);
  });

  it.each([
    ['between two plain sentences', 'We came home. [1.2] It was late.'],
    ['inside a clause', 'We came to the [1.2] bridge.'],
    ['inside a number', 'It will cost ninety [1.2] thousand dollars.'],
    ['after a filler word', 'It costs, like, [1.2] ninety dollars.'],
    ['when too short', 'Where will they go? [0.7] Nobody knows.'],
    ['when too long', 'Where will they go? [3.1] Nobody knows.'],
  ])('are none %s', (_, script) => {
    expect(strategicIn(script)).toBe(0);
  });

  it('are never sure, as key points are known by their words alone', () => {
    const measure = analyze(inputFromScript(REST.repeat(6))).metrics['strategic-pauses-per-minute'];
    expect(measure).toMatchObject({ value: 0, confidence: 'medium', reason: 'by-words-alone' });
    expect(measure !== undefined && isPresent(measure) && measure.band).toBeUndefined();
  });
});
