/** The English words of the reference. */
import type { PageTexts } from './page-texts.ts';

/** See {@link PageTexts}. */
export const en: PageTexts = {
  title: 'What the numbers mean',
  otherLanguage: 'По-русски',
  opening: [
    'Every number that a report may hold: what it is and how it is measured, what it is judged against, what moves it, ' +
      'how sure it is, and when it is missing. They stand here by subject and in the order of the reports. A short report ' +
      '(`text`) leaves out those that are marked “full reports”, unless they lie outside their band and are sure enough; ' +
      '`md` and `json` have all of them.',
    'Cited are the places of the recording that a number comes from: listen to them. Thresholds are those that hold ' +
      'unless others are set; a report keeps the ones in force (`parameters`). “The talk” is the time from the first ' +
      'speech to the last.',
  ],
  band: {
    term: 'Bands',
    text:
      'A band is the usual range of a number, its ends included; reports say “in range”. Inside it there is nothing to say. A number outside is a ' +
      'reason to listen again, not a fault: a pause that is held on purpose is long, too. Where two numbers show the same ' +
      'thing, one of them is judged.',
  },
  gradesLead: 'The letter says how well founded a band is:',
  confidence: {
    term: 'How sure a number is',
    text:
      'Each number has a confidence: high, medium or low. When it is not high, the report says why; of several reasons, ' +
      'the gravest. Advice never rests on a number of low confidence. A rate, a share or a mean also needs enough speech ' +
      'to be taken of:',
  },
  speechColumns: ['confidence', 'speech', 'words, where they are counted'],
  confidences: { high: 'high', medium: 'medium', low: 'low' },
  orMore: (amount) => `${amount} or more`,
  interval: {
    term: 'Intervals',
    text:
      'Some numbers have a range in brackets behind them. It holds the true value in four cases of five (80%). When ' +
      'the ranges of two talks overlap by much, the talks may not differ at all.',
  },
  absent: {
    term: 'What is missing',
    text: 'What could not be measured is absent, with the reason. It is never a zero.',
  },
  units: { s: 'time', ratio: 'share, in percent', count: 'how many' },
  onlyFull: 'full reports',
  labels: {
    band: 'Band',
    moves: 'What moves it',
    doubtedWhen: 'Less sure when',
    confidence: 'Confidence',
    interval: 'Interval',
    absentWhen: 'Absent when',
    absent: 'Absent',
    source: 'Source',
  },
  upTo: (max) => `up to ${max}`,
  from: (min) => `${min} or more`,
  graded: (limits, grade) => `${limits} (grade ${grade})`,
  inLanguage: (language, scenario, band) => `${language}${scenario === null ? '' : `, ${scenario}`}: ${band}`,
  ofPlan: 'the time that you planned (`--plan`)',
  noBand: 'none; the number is shown without a verdict',
  alwaysSure: 'always high',
  intervalGiven: 'in brackets behind the number, unless the talk is too short for one',
  neverAbsent: 'never',
  alwaysAbsent: (reason) => `always, as ${reason}`,
};
