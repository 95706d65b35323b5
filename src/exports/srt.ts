/** SubRip subtitles. The format has no comments: without words the file is empty. */
import type { Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { toCues } from './captions.ts';
import { formatTimestamp } from './clock.ts';

/** The words of a report as SubRip; an empty text when there is no transcript or no word in it. */
export function toSrt(report: Report): string {
  if (!isPresent(report.transcript)) {
    return '';
  }
  return toCues(report, report.transcript)
    .map(({ startSec, endSec, lines }, index) => {
      const times = `${formatTimestamp(startSec, ',')} --> ${formatTimestamp(endSec, ',')}`;
      return `${index + 1}\n${times}\n${lines.map(escapeSrt).join('\n')}\n`;
    })
    .join('\n');
}

/**
 * SubRip knows no escapes. What a player would take for a time line, a tag or an override code gets a look-alike or
 * loses its mark, so that every word is still shown.
 */
function escapeSrt(line: string): string {
  return line
    .replaceAll(/\{(?=\\)/g, '(')
    .replaceAll(/<(?=[/a-z])/gi, '‹')
    .replaceAll('-->', '→');
}
