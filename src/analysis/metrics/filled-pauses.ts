/** Filler sounds such as um: not counted from words, as recognisers leave most of them out. */
import { defineMetric } from '../metric.ts';

export const filledPauses = defineMetric({
  id: 'filled-pauses',
  unit: 'per-min',
  kind: 'total',
  en: {
    title: 'Filler sounds per minute',
    definition:
      'Sounds such as um and uh per minute. They have to be heard in the sound: recognisers drop most.',
  },
  ru: {
    title: 'Звуков-паразитов в минуту',
    definition:
      'Звуки вроде «э» и «м» в минуту. Их нужно искать в самом звуке: распознаватель пропускает почти все.',
  },
  source: 'Filled pauses (Laske & DiGennaro Reed 2024)',
  needs: [],
  find: () => ({ absent: 'not-measured-yet' }),
});
