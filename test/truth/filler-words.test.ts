/** The rules for filler words, on sentences that were judged by their meaning: half of them no rule was made by. */
import { describe, expect, it } from 'vitest';
import { loadRussianLexicon } from '../../src/pipeline/load-lexicon.ts';
import { scoreFillers } from './filler-words/score.ts';

describe('filler words in sentences of known meaning', () => {
  it.each([
    { language: 'en', half: 'dev' },
    { language: 'en', half: 'unseen' },
    { language: 'ru', half: 'dev' },
    { language: 'ru', half: 'unseen' },
  ] as const)('are told from ordinary words nine times of ten: $language, $half', async (half) => {
    const lexicon = half.language === 'ru' ? await loadRussianLexicon() : undefined;
    const { right, all, falseAlarms, missed, wrongByPhrase } = scoreFillers(half, lexicon);
    const worst = [...wrongByPhrase].toSorted(([, a], [, b]) => b - a).slice(0, 8);
    process.stdout.write(
      `${half.language} ${half.half}: ${right} of ${all} right, ${falseAlarms} false, ${missed} missed; ` +
        `${worst.map(([phrase, count]) => `${phrase} ${count}`).join(', ')}\n`,
    );
    expect(all).toBeGreaterThanOrEqual(100);
    expect(right / all).toBeGreaterThanOrEqual(0.9);
  });
});
