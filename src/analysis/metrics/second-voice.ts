/** Whether somebody else speaks: not measured, as no test has shown that it can be found. */
import { defineMetric } from '../metric.ts';

export const secondVoice = defineMetric({
  id: 'second-voice',
  unit: 'ratio',
  kind: 'total',
  en: {
    title: 'Second voice',
    definition:
      'Share of the speech that another voice says. It is not measured: one voice that plays roles and two voices that are ' +
      'alike are not told apart surely enough.',
    moves: 'Questions from the audience and a second speaker would raise it.',
    source: 'Speaker diarisation',
  },
  ru: {
    title: 'Второй голос',
    definition:
      'Доля речи, которую произносит другой человек. Не измеряется: один голос, говорящий по ролям, и два похожих голоса пока не удаётся ' +
      'надёжно различить.',
    moves: 'Росла бы от вопросов из зала и от второго выступающего.',
    source: 'Разделение речи по говорящим',
  },
  needs: ['speech'],
  absentFor: ['not-proven'],
  find: () => ({ absent: 'not-proven' }),
});
