/** The page that lists what was found at each cited passage. */
import { formatClock } from '../../src/exports/index.ts';
import type { Report } from '../../src/report/index.ts';
import type { Passage } from './passages.ts';

/** A passage, and what the recording holds there. */
export interface Checked {
  readonly passage: Passage;
  /** File name of its picture. */
  readonly image: string;
  /** What the recogniser hears in the cut alone, its margins included. */
  readonly heardAlone: string;
  readonly insideDbfs: number;
  /** The level of the cut with its margins: a pause lies well under it. */
  readonly aroundDbfs: number;
}

/** Markdown: one row a passage. */
export function toIndex(report: Report, checked: readonly Checked[]): string {
  const rows = checked.map(({ passage, image, heardAlone, insideDbfs, aroundDbfs }) => {
    const { startSec, endSec } = passage.range;
    const cells = [
      `[${formatClock(startSec)}](${image})`,
      `${startSec.toFixed(2)}–${endSec.toFixed(2)}`,
      passage.citedBy.join(', '),
      passage.words,
      heardAlone,
      `${insideDbfs.toFixed(0)} / ${aroundDbfs.toFixed(0)}`,
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [
    `# Evidence of ${report.recording.name}`,
    '',
    '| at | seconds | cited by | the report has | the cut alone | dBFS inside / with margins |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
