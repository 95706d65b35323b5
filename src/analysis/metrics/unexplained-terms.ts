/** How many terms come without an explanation. */
import { citeWording } from '../wording/cite.ts';
import { defineMetric } from '../metric.ts';

export const unexplainedTerms = defineMetric({
  id: 'unexplained-terms',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Terms without explanation',
    definition:
      'Abbreviations and business words that nothing explains where they are said first. Well-known ones are not counted. Each is cited once.',
    moves: 'A new abbreviation raises it; saying what it stands for at its first use does not.',
    source: 'Abbreviations by their capitals, business words by list',
  },
  ru: {
    title: 'Термины без пояснения',
    definition:
      'Сокращения и профессиональные слова, которые при первом упоминании никак не объяснены. Общеизвестные не считаются. Каждый показан один раз.',
    moves: 'Растёт от нового сокращения; если при первом упоминании сказать, что оно значит, не растёт.',
    source: 'Сокращения по прописным буквам, деловые слова по списку',
  },
  needs: ['wording'],
  find: ({ wording: { unexplained } }) => ({
    value: unexplained.length,
    evidence: citeWording(unexplained),
  }),
});
