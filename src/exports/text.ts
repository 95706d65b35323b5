/** The report as a person reads it on a terminal. */
import type { Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { Style } from './ansi.ts';
import { createStyle } from './ansi.ts';
import { formatClock } from './clock.ts';
import type { Content, Heading, Section } from './content.ts';
import { toContent, toHeading, toNotices } from './content.ts';
import type { NumberRow } from './content-numbers.ts';
import type { Listing, ListingCell } from './listing.ts';
import { toPassages } from './passages.ts';
import type { Cell } from './table.ts';
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
const MAX_PLACES = 8;

/**
 * The report without its transcript: notices first, then what was measured, by subject, then what to change, which
 * stays on the screen. Numbers that say little by themselves are left out.
 */
export function toText(report: Report, wording: Wording, options: TerminalOptions): string {
  const content = toContent(report, wording, 'short');
  const page = createPage(wording, options);
  return joinBlocks([
    ...openingBlocks(content.heading, content.notices, page),
    ...content.sections.map((section) => sectionBlock(section, page)),
    notesBlock(content, page),
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

function sectionBlock({ title, rows, listings }: Section, page: Page): Block {
  return [
    page.style.bold(title),
    ...layoutTable(
      rows.map((row) => numberCells(row, page)),
      page.columns,
    ),
    ...listings.flatMap((listing) => listingLines(listing, page)),
  ];
}

function numberCells({ title, value, mark, verdict }: NumberRow, { style }: Page): readonly Cell[] {
  return [
    { text: title },
    { text: `${value}${mark === '' ? '' : ` ${mark}`}`, style: style.bold },
    { text: verdict?.text ?? '', style: verdict?.outside === true ? style.yellow : style.dim },
  ];
}

function listingLines({ lead, rows }: Listing, page: Page): Block {
  return [
    ...(lead === '' ? [] : indented(lead, page)),
    ...layoutTable(
      rows.map((row) => row.map((cell) => toCell(cell, page))),
      page.columns,
    ),
  ];
}

function toCell(cell: ListingCell, { style, wording }: Page): Cell {
  if ('places' in cell) {
    const hidden = cell.places.length - MAX_PLACES;
    const more = hidden > 0 ? [wording.texts.morePlaces(wording.numbers.number(hidden))] : [];
    return { text: [...cell.places.slice(0, MAX_PLACES), ...more].join('  '), style: style.dim };
  }
  const { text, tone, align = 'start' } = cell;
  return {
    text,
    align,
    ...(tone === undefined ? {} : { style: tone === 'strong' ? style.bold : style.dim }),
  };
}

/** What the marks at the numbers mean, and how many numbers there are besides. */
function notesBlock({ numbers }: Content, page: Page): Block {
  const { style, wording } = page;
  const { footnotes, hasIntervals, hiddenCount } = numbers;
  return [
    ...footnotes.flatMap(({ mark, text }) => hanging(`${mark} `, text, page, style.dim)),
    ...(hasIntervals ? hanging('', wording.texts.intervalNote, page, style.dim) : []),
    ...(hiddenCount === 0
      ? []
      : hanging('', wording.texts.moreNumbers(wording.numbers.number(hiddenCount)), page, style.dim)),
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
