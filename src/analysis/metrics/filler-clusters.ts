/** In how many places fillers come thick. */
import { citeFillers } from '../fillers.ts';
import { defineMetric } from '../metric.ts';

export const fillerClusters = defineMetric({
  id: 'filler-clusters',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Filler clusters',
    definition:
      'Places with three or more filler words and sounds within ten seconds: there the thread was lost, or nearly. Each is cited.',
    moves:
      'Several fillers close together add one, as at a hard question, a lost thread or a part that was not ' +
      'rehearsed; a pause there avoids it.',
    source: 'Filler clusters (first estimate)',
  },
  ru: {
    title: 'Скопления слов-паразитов',
    definition:
      'Места, где за десять секунд прозвучало не меньше трёх слов или звуков-паразитов: там мысль терялась. Показаны все.',
    moves:
      'Единицу прибавляют несколько таких слов и звуков подряд: так бывает после трудного вопроса, когда мысль ' +
      'потеряна или место не отрепетировано. Если остановиться и помолчать, скопления не будет.',
    source: 'Скопления слов-паразитов (предварительно)',
  },
  needs: ['hesitations', 'timedWords', 'fillers'],
  find: ({ hesitations: { clusters } }) => ({ value: clusters.length, evidence: citeFillers(clusters) }),
});
