import { describe, expect, it } from 'vitest';
import { inputFromScript } from '../../../test/support/spoken-input.ts';
import { isPresent } from '../../report/index.ts';
import { deriveTimedWords, deriveWords } from '../words.ts';
import { createTriggerFinder } from './triggers.ts';

/** The trigger of a pause at the bar. */
function triggerIn(script: string, language = 'en'): string | null {
  const tokens = script.split(' ');
  const at = tokens.indexOf('|');
  const { transcript } = inputFromScript(tokens.filter((token) => token !== '|').join(' '));
  const words = isPresent(transcript)
    ? deriveTimedWords(deriveWords({ ...transcript, language }))
    : transcript;
  if (!isPresent(words)) {
    throw new Error(words.absent);
  }
  return createTriggerFinder(words)(at === 0 ? null : at - 1, at === tokens.length - 1 ? null : at);
}

describe('what a filled pause stands at', () => {
  it('is a question that was just asked', () => {
    expect(triggerIn('How much is it? | It is 40 dollars')).toBe('after-question');
  });

  it('is a number that comes next, or after one word', () => {
    expect(triggerIn('it costs | 84,000 a year')).toBe('number');
    expect(triggerIn('it costs | about forty dollars')).toBe('number');
    expect(triggerIn('это стоит | почти пятьсот рублей', 'ru')).toBe('number');
  });

  it('is a long word that comes next', () => {
    expect(triggerIn('this is the | internationalisation of it')).toBe('long-word');
  });

  it('is a new thought where a sentence begins', () => {
    expect(triggerIn('We did it. | Now we rest')).toBe('new-thought');
    expect(triggerIn('| So here we are')).toBe('new-thought');
  });

  it('is nothing inside a plain phrase', () => {
    expect(triggerIn('we went | to the bridge')).toBeNull();
  });
});
