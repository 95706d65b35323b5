/** Why what metrics need may be absent: each layer for reasons of its own, and for those of the layers below it. */
import type { ReasonCode } from '../report/index.ts';
import type { Need } from './context.ts';

interface Layer {
  readonly on: readonly Need[];
  readonly own: readonly ReasonCode[];
}

const LAYERS: { readonly [N in Need]: Layer } = {
  speech: { on: [], own: ['no-speech'] },
  tracks: { on: ['speech'], own: ['no-tracks'] },
  voice: { on: ['tracks'], own: ['too-little-speech'] },
  words: { on: ['speech'], own: ['language-not-supported'] },
  timedWords: { on: ['words'], own: ['no-word-times', 'too-little-speech'] },
  sentences: { on: ['timedWords'], own: ['no-punctuation'] },
  lemmas: { on: ['words'], own: [] },
  wording: { on: ['timedWords', 'lemmas'], own: ['language-not-supported'] },
  fillers: { on: ['timedWords'], own: [] },
  shownFillers: { on: ['timedWords'], own: [] },
  restarts: { on: ['timedWords'], own: [] },
  phrases: { on: ['timedWords'], own: [] },
  pausePlaces: { on: ['timedWords'], own: ['no-punctuation'] },
  runs: { on: ['timedWords'], own: [] },
  missingPauses: { on: ['timedWords'], own: [] },
  paceCurve: { on: ['timedWords'], own: ['too-little-speech'] },
  paceStretches: { on: ['paceCurve'], own: [] },
  hesitations: { on: ['tracks', 'timedWords'], own: [] },
  spoken: { on: ['voice', 'timedWords'], own: ['poor-sound'] },
  plan: { on: ['speech'], own: ['no-plan'] },
};

/** Every reason for which one of the layers may be absent; a reason may come more than once. */
export function absencesOf(needs: readonly Need[]): readonly ReasonCode[] {
  return needs.flatMap((need) => {
    const { on, own } = LAYERS[need];
    return [...absencesOf(on), ...own];
  });
}
