/** How much the loudness of words differs: whether some are said with more weight. */
import { defineMetric } from '../metric.ts';
import { blockInterval } from '../voice/interval.ts';
import { levelDoubts } from '../voice/sound-quality.ts';
import type { WordSound } from '../voice/word-sounds.ts';

/** Fewer words do not tell how they differ. */
const MIN_WORDS = 10;
/** Words that are said within such a time hang together. */
const BLOCK_MS = 10_000;

export const loudnessVariation = defineMetric({
  id: 'loudness-variation',
  unit: 'dB',
  kind: 'average',
  en: {
    title: 'Loudness variation',
    definition:
      'Standard deviation of the levels of the words in decibels: of the voiced sound of each, the noise taken out. Words ' +
      'that hardly stand out of the noise are not counted. How loud the recording is does not matter.',
    moves:
      'Giving weight to some words and passing lightly over others raises it; saying all of them alike lowers it. ' +
      'Swaying to and from the microphone raises it too.',
    source: 'Standard deviation of word levels',
  },
  ru: {
    title: 'Подвижность громкости',
    definition:
      'Стандартное отклонение громкости слов в децибелах: у каждого берётся звучание голоса за вычетом шума. Слова, которые почти ' +
      'тонут в шуме, не считаются. Общая громкость записи значения не имеет.',
    moves:
      'Растёт, если одни слова произносить весомо, а другие вскользь; если все они звучат одинаково, снижается. ' +
      'Растёт и тогда, когда вы то приближаетесь к микрофону, то отходите от него.',
    source: 'Стандартное отклонение громкости слов',
  },
  needs: ['spoken', 'tracks', 'speech'],
  absentFor: ['too-little-speech'],
  doubtedFor: ['poor-sound'],
  hasInterval80: true,
  find({ spoken: { sounds }, tracks }) {
    if (sounds.length < MIN_WORDS) {
      return { absent: 'too-little-speech' };
    }
    const firstMs = sounds[0]?.startMs ?? 0;
    const groups = Map.groupBy(sounds, ({ startMs }) => Math.floor((startMs - firstMs) / BLOCK_MS));
    const blocks = [...groups.values()].map(momentsOf);
    return {
      value: deviation(blocks),
      interval80: blockInterval(blocks, deviation),
      doubts: levelDoubts(tracks.sound),
    };
  },
});

/** Sums over some words, from which the deviation of any of them together follows. */
interface Moments {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

function momentsOf(sounds: readonly WordSound[]): Moments {
  return {
    count: sounds.length,
    sum: sounds.reduce((sum, { levelDb }) => sum + levelDb, 0),
    squares: sounds.reduce((sum, { levelDb }) => sum + levelDb ** 2, 0),
  };
}

function deviation(blocks: readonly Moments[]): number {
  const total = (pick: (moments: Moments) => number): number =>
    blocks.reduce((sum, block) => sum + pick(block), 0);
  const count = total((block) => block.count);
  const middle = total((block) => block.sum) / count;
  return Math.sqrt(Math.max(0, total((block) => block.squares) / count - middle ** 2));
}
