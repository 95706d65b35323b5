/** WebVTT subtitles. */
import type { Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { toCues } from './captions.ts';
import { formatTimestamp } from './clock.ts';
import type { Wording } from './wording.ts';

/** The words of a report as WebVTT; without a transcript a valid file whose note says why it is empty. */
export function toVtt(report: Report, wording: Wording): string {
  const { transcript } = report;
  if (!isPresent(transcript)) {
    const reason = wording.texts.transcriptAbsent(wording.reason(transcript.absent));
    return `WEBVTT\n\nNOTE ${escapeVtt(reason)}\n`;
  }
  const cues = toCues(report, transcript).map(({ startSec, endSec, lines }) => {
    const times = `${formatTimestamp(startSec, '.')} --> ${formatTimestamp(endSec, '.')}`;
    return `\n${times}\n${lines.map(escapeVtt).join('\n')}\n`;
  });
  return `WEBVTT\n${cues.join('')}`;
}

/** The escapes of WebVTT; with `>` among them no arrow is left to be taken for a time line. */
function escapeVtt(line: string): string {
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
