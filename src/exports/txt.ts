/** The transcript as plain text: nothing but the words, a paragraph from long pause to long pause. */
import type { Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { toPassages } from './passages.ts';
import type { Wording } from './wording.ts';

/** See the head of this file; without a transcript one line in brackets that says why. */
export function toTxt(report: Report, wording: Wording): string {
  const { transcript } = report;
  if (!isPresent(transcript)) {
    return `[${wording.texts.transcriptAbsent(wording.reason(transcript.absent))}]\n`;
  }
  const paragraphs: string[][] = [];
  for (const { text, opensParagraph } of toPassages(report, transcript)) {
    if (opensParagraph) {
      paragraphs.push([]);
    }
    paragraphs.at(-1)?.push(text);
  }
  return paragraphs.map((texts) => `${texts.join(' ')}\n`).join('\n');
}
