/** Word times beside forced alignment, over some hundred recorded prompts: how far starts and ends are off. */
import { percentile } from '../test/support/percentile.ts';
import { createListener } from './support/listen.ts';
import { fetchPrompts } from './support/prompts.ts';
import { printTable } from './support/table.ts';
import { measureWordTimes } from './support/word-time-errors.ts';

const [warmUp] = fetchPrompts('en');
const listener = await createListener({
  model: 'moonshine-tiny-en',
  slots: 1,
  warmUp: warmUp?.wav ?? '',
});
const { prompts, startsSec, endsSec } = await measureWordTimes(listener);
await listener.close();

const toRow = (name: string, errorsSec: readonly number[]): readonly string[] => {
  const milliseconds = (share: number): string => `${Math.round(percentile(errorsSec, share) * 1000)} ms`;
  const within = errorsSec.filter((errorSec) => errorSec <= 0.12).length / errorsSec.length;
  return [name, milliseconds(0.5), milliseconds(0.9), `${(within * 100).toFixed(1)} %`];
};
console.log(
  `${startsSec.length} words of ${prompts} prompts. Reach: starts median 40 ms, 90 % within 120 ms.\n`,
);
printTable(
  ['error of word', 'median', '90 %', 'within 120 ms'],
  [toRow('starts', startsSec), toRow('ends', endsSec)],
);
