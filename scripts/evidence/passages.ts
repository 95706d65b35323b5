/** The passages that a report cites, each once, with everything that cites it. */
import type { Report, TimeRange } from '../../src/report/index.ts';
import { isPresent } from '../../src/report/index.ts';

/** A cited passage. */
export interface Passage {
  readonly range: TimeRange;
  /** What cites it: ids of metrics, codes of advice, kinds of layers. */
  readonly citedBy: readonly string[];
  /** The words that the report has there, pauses included as `[1.9 s]`. */
  readonly words: string;
}

/** All cited passages in order of time. */
export function citedPassages(report: Report): readonly Passage[] {
  const cited = new Map<string, { readonly range: TimeRange; readonly by: Set<string> }>();
  const cite = (range: TimeRange, by: string): void => {
    const key = `${range.startSec}-${range.endSec}`;
    const passage = cited.get(key) ?? { range, by: new Set() };
    passage.by.add(by);
    cited.set(key, passage);
  };
  for (const [id, measure] of Object.entries(report.metrics)) {
    if (isPresent(measure)) {
      for (const range of measure.evidence) {
        cite(range, id);
      }
    }
  }
  for (const advice of report.advice) {
    for (const range of advice.evidence) {
      cite(range, `advice: ${advice.code}`);
    }
  }
  for (const filler of isPresent(report.fillers) ? report.fillers : []) {
    cite({ startSec: filler.startSec, endSec: filler.endSec }, `filler: ${filler.text}`);
  }
  return [...cited.values()]
    .toSorted((a, b) => a.range.startSec - b.range.startSec)
    .map(({ range, by }) => ({ range, citedBy: [...by], words: wordsIn(report, range) }));
}

function wordsIn(report: Report, range: TimeRange): string {
  const words = isPresent(report.transcript) ? report.transcript.words : [];
  const pauses = isPresent(report.pauses) ? report.pauses : [];
  const items = [
    ...words.map(({ text, startSec, endSec }) => ({ text, startSec, endSec })),
    ...pauses.map(({ startSec, endSec }) => ({
      text: `[${(endSec - startSec).toFixed(1)} s]`,
      startSec,
      endSec,
    })),
  ];
  return items
    .filter(({ startSec, endSec }) => startSec < range.endSec && endSec > range.startSec)
    .toSorted((a, b) => a.startSec - b.startSec)
    .map(({ text }) => text)
    .join(' ');
}
