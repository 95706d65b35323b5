/** The report as Markdown: what the terminal shows, as tables, with the sources of the bands and the transcript. */
import type { Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { formatClock } from './clock.ts';
import type { AdviceRow, Content, Heading, Section } from './content.ts';
import { toContent, toHeading, toNotices } from './content.ts';
import type { NumberRow, NumbersContent } from './content-numbers.ts';
import type { Listing } from './listing.ts';
import { toPassages } from './passages.ts';
import type { Texts } from './texts/texts.ts';
import type { Wording } from './wording.ts';

/** Parts of a document; an empty line stands between each two. */
type Blocks = readonly string[];

/** The whole report, by subject, with its transcript; what to change comes first. */
export function toMarkdown(report: Report, wording: Wording): string {
  const content = toContent(report, wording, 'full');
  const { texts } = wording;
  return joinBlocks([
    ...openingBlocks(content.heading, content.notices),
    ...adviceBlocks(content, texts),
    ...content.sections.flatMap((section) => sectionBlocks(section, texts)),
    ...notesBlocks(content.numbers, texts),
    ...notMeasuredBlocks(content, texts),
    ...rangesBlocks(content.numbers, texts),
    ...transcriptBlocks(report, wording),
  ]);
}

/** The transcript alone. */
export function toTranscriptMarkdown(report: Report, wording: Wording): string {
  return joinBlocks([
    ...openingBlocks(toHeading(report, wording), toNotices(report, wording)),
    ...transcriptBlocks(report, wording),
  ]);
}

function openingBlocks({ title, facts }: Heading, notices: readonly string[]): Blocks {
  return [
    `# ${escape(title)}`,
    escape(facts.join(' · ')),
    ...notices.map((notice) => `> **!** ${escape(notice)}`),
  ];
}

function adviceBlocks({ advice, allInside }: Content, texts: Texts): Blocks {
  const heading = `## ${texts.headings.advice}`;
  if (advice.length === 0) {
    return allInside ? [heading, texts.allInside] : [];
  }
  return [heading, advice.map((row, index) => adviceItem(row, index, texts)).join('\n')];
}

function adviceItem({ title, text, places }: AdviceRow, index: number, texts: Texts): string {
  const listen = places.length === 0 ? '' : ` *${texts.listenAt} ${places.join(', ')}.*`;
  return `${index + 1}. **${escape(title)}.** ${escape(text)}${listen}`;
}

function sectionBlocks({ title, rows, listings }: Section, texts: Texts): Blocks {
  return [
    `## ${title}`,
    ...(rows.length === 0 ? [] : [numbersTable(rows, texts)]),
    ...listings.flatMap(listingBlocks),
  ];
}

function numbersTable(rows: readonly NumberRow[], { columns }: Texts): string {
  return table(
    [columns.measure, columns.value, columns.verdict],
    rows.map((row) => [
      escape(row.title),
      escape(row.mark === '' ? row.value : `${row.value} ${row.mark}`),
      row.verdict?.outside === true ? `**${escape(row.verdict.text)}**` : escape(row.verdict?.text ?? ''),
    ]),
  );
}

function listingBlocks({ lead, head, rows }: Listing): Blocks {
  const cells = rows.map((row) =>
    row.map((cell) => ('places' in cell ? cell.places.join(', ') : escape(cell.text))),
  );
  return [...(lead === '' ? [] : [escape(lead)]), ...(rows.length === 0 ? [] : [table(head, cells)])];
}

function notesBlocks({ footnotes, hasIntervals }: NumbersContent, { intervalNote }: Texts): Blocks {
  const notes = footnotes.map(({ mark, text }) => `${mark} ${text}`);
  return [...notes, ...(hasIntervals ? [intervalNote] : [])].map(escape);
}

function notMeasuredBlocks({ notMeasured }: Content, texts: Texts): Blocks {
  const rows = notMeasured.map(({ titles, reason }) => [escape(titles.join(', ')), escape(reason)]);
  return rows.length === 0
    ? []
    : [`## ${texts.headings.notMeasured}`, table([texts.columns.measure, texts.columns.reason], rows)];
}

function rangesBlocks({ ranges }: NumbersContent, texts: Texts): Blocks {
  const items = ranges.map(({ title, source, grade }) => `- ${escape(title)}: ${escape(source)} (${grade})`);
  return items.length === 0 ? [] : [`## ${texts.headings.ranges}`, items.join('\n')];
}

function transcriptBlocks(report: Report, { texts, reason }: Wording): Blocks {
  const { transcript } = report;
  const heading = `## ${texts.headings.transcript}`;
  if (!isPresent(transcript)) {
    return [heading, escape(texts.transcriptAbsent(reason(transcript.absent)))];
  }
  const passages = toPassages(report, transcript);
  return [heading, ...passages.map(({ startSec, text }) => `**${formatClock(startSec)}** ${escape(text)}`)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * A cleaned line as literal text anywhere in Markdown, a table cell among them. Whatever could open emphasis, code,
 * a link, HTML, a formula, a cell or an entity gets a backslash; so does what makes a list or a heading at its start.
 */
function escape(line: string): string {
  return line
    .replaceAll(/[\\`*_[\]<>#|~&$]/g, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])(?= |$)/, String.raw`$1\$2`)
    .replace(/^(?:[-+=])/, String.raw`\$&`);
}

/** No-break spaces have done their work: a plain one is easier to search. */
function joinBlocks(blocks: Blocks): string {
  return `${blocks.join('\n\n')}\n`.replaceAll('\u00A0', ' ');
}
