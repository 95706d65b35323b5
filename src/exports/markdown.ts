/** The report as Markdown: what the terminal shows, as tables, with the sources of the bands and the transcript. */
import type { Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { formatClock } from './clock.ts';
import type { AdviceRow, Content, Heading } from './content.ts';
import { toContent, toHeading, toNotices } from './content.ts';
import type { NumbersContent } from './content-numbers.ts';
import { toPassages } from './passages.ts';
import type { Texts } from './texts/texts.ts';
import type { Wording } from './wording.ts';

/** Parts of a document; an empty line stands between each two. */
type Blocks = readonly string[];

/** The report with its transcript. */
export function toMarkdown(report: Report, wording: Wording): string {
  const content = toContent(report, wording);
  const { texts } = wording;
  return joinBlocks([
    ...openingBlocks(content.heading, content.notices),
    ...adviceBlocks(content, texts),
    ...numbersBlocks(content.numbers, texts),
    ...pausesBlocks(content, texts),
    ...fillersBlocks(content, wording),
    ...phrasesBlocks(content, texts),
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

function numbersBlocks({ rows, footnotes, hasIntervals }: NumbersContent, texts: Texts): Blocks {
  if (rows.length === 0) {
    return [];
  }
  const { measure, value, verdict } = texts.columns;
  const notes = footnotes.map(({ mark, text }) => `${mark} ${text}`);
  return [
    `## ${texts.headings.numbers}`,
    table(
      [measure, value, verdict],
      rows.map((row) => [
        escape(row.title),
        escape(row.mark === '' ? row.value : `${row.value} ${row.mark}`),
        row.verdict?.outside === true ? `**${escape(row.verdict.text)}**` : escape(row.verdict?.text ?? ''),
      ]),
    ),
    ...[...notes, ...(hasIntervals ? [texts.intervalNote] : [])].map(escape),
  ];
}

function pausesBlocks({ pauses }: Content, texts: Texts): Blocks {
  if (pauses === null) {
    return [];
  }
  const { at, length, context } = texts.columns;
  const rows = pauses.longest.map((row) => [row.at, row.length, escape(row.context)]);
  return [
    `## ${texts.headings.pauses}`,
    escape(pauses.summary),
    ...(rows.length === 0 ? [] : [table([at, length, context], rows)]),
  ];
}

function fillersBlocks({ fillers }: Content, { texts, numbers }: Wording): Blocks {
  if (fillers === null) {
    return [];
  }
  const { filler, count, places } = texts.columns;
  const rows = fillers.map((row) => [escape(row.text), numbers.number(row.count), row.places.join(', ')]);
  return [
    `## ${texts.headings.fillers}`,
    rows.length === 0 ? texts.fillers.none : table([filler, count, places], rows),
  ];
}

function phrasesBlocks({ phrases }: Content, texts: Texts): Blocks {
  if (phrases === null) {
    return [];
  }
  const { phrase, value, at, context } = texts.columns;
  const rows = phrases.examples.map((row) => [row.label, row.value, row.at, escape(row.context)]);
  return [
    `## ${texts.headings.phrases}`,
    escape(phrases.summary),
    ...(rows.length === 0 ? [] : [table([phrase, value, at, context], rows)]),
  ];
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
