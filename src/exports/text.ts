/** The report as a person reads it on a terminal. */
import type { Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { Style } from './ansi.ts';
import { createStyle } from './ansi.ts';
import { formatClock } from './clock.ts';
import type { Content, Heading } from './content.ts';
import { toContent, toHeading, toNotices } from './content.ts';
import type { NumbersContent } from './content-numbers.ts';
import { toPassages } from './passages.ts';
import { layoutTable } from './table.ts';
import { wrapText } from './width.ts';
import type { Wording } from './wording.ts';

/** What a terminal can show. */
export interface TerminalOptions {
  readonly color: boolean;
  /** Columns a line may take; fewer than 40 are taken as 40. */
  readonly columns: number;
}

/** Lines that stand together. */
type Block = readonly string[];

interface Page {
  readonly style: Style;
  readonly columns: number;
  readonly wording: Wording;
}

const MIN_COLUMNS = 40;
const INDENT = '  ';
const MAX_FILLER_PLACES = 8;

/** The report without its transcript: notices first, then what was measured, then what to change. */
export function toText(report: Report, wording: Wording, options: TerminalOptions): string {
  const content = toContent(report, wording);
  const page = createPage(wording, options);
  return joinBlocks([
    ...openingBlocks(content.heading, content.notices, page),
    numbersBlock(content.numbers, page),
    pausesBlock(content, page),
    fillersBlock(content, page),
    phrasesBlock(content, page),
    notMeasuredBlock(content, page),
    adviceBlock(content, page),
  ]);
}

/** The transcript alone, phrase by phrase with its time. */
export function toTranscriptText(report: Report, wording: Wording, options: TerminalOptions): string {
  const page = createPage(wording, options);
  const { transcript } = report;
  const opening = openingBlocks(toHeading(report, wording), toNotices(report, wording), page);
  if (!isPresent(transcript)) {
    const reason = wording.texts.transcriptAbsent(wording.reason(transcript.absent));
    return joinBlocks([...opening, wrapText(reason, page.columns)]);
  }
  const gutter = formatClock(report.recording.durationSec).length;
  const paragraphs: string[][] = [];
  for (const { startSec, text, opensParagraph } of toPassages(report, transcript)) {
    if (opensParagraph || paragraphs.length === 0) {
      paragraphs.push([]);
    }
    const clock = formatClock(startSec).padStart(gutter);
    const indent = ' '.repeat(gutter + 2);
    const [first = '', ...rest] = wrapText(text, page.columns - indent.length);
    paragraphs.at(-1)?.push(`${page.style.dim(clock)}  ${first}`, ...rest.map((line) => indent + line));
  }
  return joinBlocks([...opening, ...paragraphs]);
}

function openingBlocks({ title, facts }: Heading, notices: readonly string[], page: Page): readonly Block[] {
  const { style, columns } = page;
  return [
    [...wrapText(title, columns).map(style.bold), ...wrapText(facts.join(' · '), columns).map(style.dim)],
    notices.flatMap((notice) => hanging('! ', notice, page, style.yellow)),
  ];
}

function numbersBlock({ rows, footnotes, hasIntervals }: NumbersContent, page: Page): Block {
  const { style, columns, wording } = page;
  if (rows.length === 0) {
    return [];
  }
  const table = rows.map(({ title, value, mark, verdict }) => [
    { text: title },
    { text: `${value}${mark === '' ? '' : ` ${mark}`}`, style: style.bold },
    { text: verdict?.text ?? '', style: verdict?.outside === true ? style.yellow : style.dim },
  ]);
  return [
    style.bold(wording.texts.headings.numbers),
    ...layoutTable(table, columns),
    ...footnotes.flatMap(({ mark, text }) => hanging(`${INDENT}${mark} `, text, page, style.dim)),
    ...(hasIntervals ? indented(wording.texts.intervalNote, page, style.dim) : []),
  ];
}

function pausesBlock({ pauses }: Content, page: Page): Block {
  const { style, columns, wording } = page;
  if (pauses === null) {
    return [];
  }
  const rows = pauses.longest.map(({ at, length, context }) => [
    { text: at, align: 'end' as const, style: style.dim },
    { text: length, align: 'end' as const },
    { text: context },
  ]);
  return [
    style.bold(wording.texts.headings.pauses),
    ...indented(pauses.summary, page),
    ...layoutTable(rows, columns),
  ];
}

function fillersBlock({ fillers }: Content, page: Page): Block {
  const { style, columns, wording } = page;
  if (fillers === null) {
    return [];
  }
  const heading = style.bold(wording.texts.headings.fillers);
  if (fillers.length === 0) {
    return [heading, ...indented(wording.texts.fillers.none, page)];
  }
  const rows = fillers.map(({ text, count, places }) => {
    const hidden = places.length - MAX_FILLER_PLACES;
    const more = hidden > 0 ? [wording.texts.fillers.more(wording.numbers.number(hidden))] : [];
    return [
      { text },
      { text: wording.numbers.number(count), align: 'end' as const, style: style.bold },
      { text: [...places.slice(0, MAX_FILLER_PLACES), ...more].join('  '), style: style.dim },
    ];
  });
  return [heading, ...layoutTable(rows, columns)];
}

function phrasesBlock({ phrases }: Content, page: Page): Block {
  const { style, columns, wording } = page;
  if (phrases === null) {
    return [];
  }
  const rows = phrases.examples.map(({ label, value, at, context }) => [
    { text: label },
    { text: value },
    { text: at, align: 'end' as const, style: style.dim },
    { text: context },
  ]);
  return [
    style.bold(wording.texts.headings.phrases),
    ...indented(phrases.summary, page),
    ...layoutTable(rows, columns),
  ];
}

function notMeasuredBlock({ notMeasured }: Content, page: Page): Block {
  if (notMeasured.length === 0) {
    return [];
  }
  const lines = notMeasured.flatMap(({ titles, reason }) =>
    indented(`${titles.join(', ')}: ${reason}`, page, page.style.dim),
  );
  return [page.style.bold(page.wording.texts.headings.notMeasured), ...lines];
}

function adviceBlock({ advice, allInside }: Content, page: Page): Block {
  const { style, wording } = page;
  const { headings, allInside: praise, listenAt } = wording.texts;
  if (advice.length === 0) {
    return allInside ? [style.bold(headings.advice), ...indented(praise, page)] : [];
  }
  const items = advice.flatMap(({ title, text, places }, index) => {
    const number = `${INDENT}${index + 1}. `;
    const indent = ' '.repeat(number.length);
    return [
      ...hanging(number, title, page, style.bold),
      ...hanging(indent, text, page),
      ...(places.length === 0 ? [] : hanging(indent, `${listenAt} ${places.join(', ')}`, page, style.dim)),
    ];
  });
  return [style.bold(headings.advice), ...items];
}

function createPage(wording: Wording, { color, columns }: TerminalOptions): Page {
  return { wording, style: createStyle(color), columns: Math.max(MIN_COLUMNS, Math.floor(columns)) };
}

function indented(text: string, page: Page, style?: (line: string) => string): Block {
  return hanging(INDENT, text, page, style);
}

/** `text` after `lead`, its further lines below its first. */
function hanging(lead: string, text: string, page: Page, style = (line: string) => line): Block {
  const indent = ' '.repeat(lead.length);
  return wrapText(text, page.columns - lead.length).map(
    (line, index) => (index === 0 ? lead : indent) + style(line),
  );
}

/** Blocks with an empty line between them. No-break spaces have done their work: a plain one is easier to search. */
function joinBlocks(blocks: readonly Block[]): string {
  const filled = blocks.filter((block) => block.length > 0);
  return `${filled.map((block) => block.join('\n')).join('\n\n')}\n`.replaceAll('\u00A0', ' ');
}
