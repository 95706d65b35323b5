/** How much the pitch moves: what listeners hear as lively or monotone. */
import { defineMetric } from '../metric.ts';
import { quantile } from '../statistics.ts';
import { citeOutside } from '../stretches.ts';
import { blockInterval } from '../voice/interval.ts';
import type { PitchWindow } from '../voice/pitch-windows.ts';

const BLOCK_WINDOWS = 6;

export const pitchVariation = defineMetric({
  id: 'pitch-variation',
  unit: 'st',
  kind: 'average',
  en: {
    title: 'Pitch variation',
    definition:
      'Standard deviation of the pitch of the voice in semitones, in windows of 10 seconds; the median of the windows. ' +
      'Jumps that no voice makes are left out. Cited are the windows that lie furthest outside the band.',
    moves:
      'A voice that rises and falls with the meaning raises it; reading aloud, nerves and tiredness lower it.',
    source: 'Pitch dynamism (Hincks 2005), in semitones',
  },
  ru: {
    title: 'Подвижность тона',
    definition:
      'Стандартное отклонение высоты голоса в полутонах, в окнах по 10 секунд; берётся медиана окон. ' +
      'Скачки, на которые голос не способен, отброшены. Показаны окна, которые дальше всего от нормы.',
    moves:
      'Растёт, если голос поднимается и опускается вслед за смыслом; чтение по бумаге, волнение и усталость её снижают.',
    source: 'Подвижность тона (Hincks 2005), в полутонах',
  },
  needs: ['voice', 'speech'],
  hasInterval80: true,
  find({ voice: { pitchWindows }, speech: { talk } }, norm) {
    const value = medianOf(pitchWindows);
    return {
      value,
      interval80: blockInterval(inBlocks(pitchWindows), (blocks) => medianOf(blocks.flat())),
      evidence: citeOutside(
        pitchWindows.map((window) => ({ ...window, rate: window.sdSt })),
        norm,
        { ...talk, rate: value },
      ),
    };
  },
});

function medianOf(windows: readonly PitchWindow[]): number {
  return quantile(
    windows.map(({ sdSt }) => sdSt),
    0.5,
  );
}

/** Neighbouring windows share half of their time, and a mood lasts some sentences: half a minute hangs together. */
function inBlocks(windows: readonly PitchWindow[]): readonly (readonly PitchWindow[])[] {
  return windows.flatMap((_, index) =>
    index % BLOCK_WINDOWS === 0 ? [windows.slice(index, index + BLOCK_WINDOWS)] : [],
  );
}
