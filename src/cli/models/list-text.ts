/** The list of models as a person reads it: three tables in one, and what their marks mean. */
import { styleText } from 'node:util';
import type { Locale } from '../../errors/index.ts';
import { toPrintable } from '../../errors/index.ts';
import type { ModelStatus } from '../../speech/index.ts';
import { padEnd, padStart, textColumns, wrapText } from '../fit.ts';
import { sizeText } from '../size-text.ts';
import type { CliTexts } from '../texts/en.ts';

/** What is taken, or could be pulled, for speech in a language. */
export interface LanguageChoice {
  readonly language: Locale;
  /** The model that is taken for it; undefined when none is installed. */
  readonly use: string | undefined;
  /** The model to pull when none is installed. */
  readonly pull: string | undefined;
  /** Why this one, a sentence; empty when there is none. */
  readonly reason: string;
}

/** What the list is made from. */
export interface ListFacts {
  /** The folder of the models, absolute. */
  readonly folder: string;
  readonly models: readonly ModelStatus[];
  readonly choices: readonly LanguageChoice[];
  readonly texts: CliTexts;
  readonly locale: Locale;
  readonly color: boolean;
  /** That sentences may take. */
  readonly columns: number;
}

/** The languages that the product measures: they are named first, and have an error column each. */
export const LANGUAGES = ['en', 'ru'] as const satisfies readonly Locale[];

/** The list; its table takes 80 columns unless names are long. */
export function listText(facts: ListFacts): string {
  const { models, folder, texts, color } = facts;
  const { installedIn, noneInstalled, toPull, toPullUnverified } = texts.models;
  const notes = createNotes();
  const errorColumns = LANGUAGES.map((language) => ({ language, common: commonOrigin(models, language) }));
  const groups = [
    { title: installedIn(toPrintable(folder)), of: models.filter(isHere), empty: `  ${noneInstalled}\n` },
    { title: toPull, of: models.filter((model) => !isHere(model) && !model.unverified), empty: '' },
    { title: toPullUnverified, of: models.filter((model) => !isHere(model) && model.unverified), empty: '' },
  ].filter(({ of, empty }) => of.length > 0 || empty !== '');
  const rows = groups.map(({ of }) => of.map((model) => rowOf(model, errorColumns, facts, notes)));
  const { name, languages, size, en, ru, engine, licence } = texts.models.columns;
  const header: Row = { cells: [name, languages, size, en, ru, engine, licence], mark: ' ', remark: '' };
  const widths = header.cells.map((_, column) =>
    Math.max(...[header, ...rows.flat()].map(({ cells }) => textColumns(cells[column] ?? ''))),
  );
  const strong = (text: string): string =>
    color ? styleText('bold', text, { validateStream: false }) : text;
  const tables = groups.map(({ title, empty }, index) => {
    const lines = (rows[index] ?? []).map((row) => rowText(row, widths)).join('');
    return `${strong(title)}\n${lines || empty}`;
  });
  return `${strong(rowText(header, widths).trimEnd())}\n\n${tables.join('\n')}\n${legend(facts, notes)}`;
}

function isHere({ state }: ModelStatus): boolean {
  return state !== 'missing';
}

interface Row {
  readonly cells: readonly string[];
  readonly mark: string;
  /** What is wrong with it, on a line of its own; empty when nothing is. */
  readonly remark: string;
}

/** A column of errors: the language, and the origin of the figures that most models have. */
interface ErrorColumn {
  readonly language: Locale;
  readonly common: string | undefined;
}

function rowOf(
  model: ModelStatus,
  errorColumns: readonly ErrorColumn[],
  { texts, locale, choices }: ListFacts,
  notes: Notes,
): Row {
  const isChosen = choices.some(({ use, pull }) => (use ?? pull) === model.name);
  const errors = errorColumns.map((column) => errorsText(model, column, locale, notes));
  return {
    cells: [
      toPrintable(model.name),
      languagesText(model, texts),
      sizeText(model.sizeBytes, locale),
      ...errors,
      model.engine ?? '',
      toPrintable(model.licence),
    ],
    mark: isChosen ? '*' : ' ',
    remark: remarkOf(model, texts),
  };
}

function remarkOf({ name, state, isKnown, unverified }: ModelStatus, { models }: CliTexts): string {
  switch (state) {
    case 'installed':
      return isKnown && unverified ? models.untried : '';
    case 'missing':
      return '';
    case 'damaged':
      return isKnown ? models.damaged(name) : models.ownDamaged;
    case 'unreadable':
      return models.unreadable;
    default:
      return state satisfies never;
  }
}

/** The first two languages, those that are measured before others, and the number of the rest: `en ru +97`. */
export function languagesText(
  { languages, role }: Pick<ModelStatus, 'languages' | 'role'>,
  texts: CliTexts,
): string {
  if (role === 'vad') {
    return texts.models.anyLanguage;
  }
  const measured = LANGUAGES.filter((language) => languages.includes(language));
  const ordered = new Set<string>([...measured, ...languages]);
  const rest = ordered.size - 2;
  return [...ordered].slice(0, 2).join(' ') + (rest > 0 ? ` +${rest}` : '');
}

/** The figure for a language that compares best with those of other models, with the number of its note. */
function errorsText(
  { wordErrors }: ModelStatus,
  { language, common }: ErrorColumn,
  locale: Locale,
  notes: Notes,
): string {
  const figures = wordErrors.filter((each) => each.language === language);
  const figure = figures.find((each) => originOf(each) === common) ?? figures[0];
  if (figure === undefined) {
    return '–';
  }
  const percent = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return percent.format(figure.percent) + notes.mark(figure);
}

type Figure = ModelStatus['wordErrors'][number];

/** Figures with the same origin can be compared. */
function originOf({ set, by, where }: Figure): string {
  return `${set}; ${by}; ${where}`;
}

/** The origin that gives the figures of most models in a language; undefined when there are none. */
function commonOrigin(models: readonly ModelStatus[], language: Locale): string | undefined {
  const figures = models.flatMap(({ wordErrors }) => wordErrors.filter((each) => each.language === language));
  const byOrigin = Object.groupBy(figures, originOf);
  const [most] = Object.entries(byOrigin).toSorted(([, a = []], [, b = []]) => b.length - a.length);
  return most?.[0];
}

/** Numbers the origins of figures in the order in which they come. */
interface Notes {
  mark(figure: Figure): string;
  list(): readonly { readonly mark: string; readonly figure: Figure }[];
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A raised number, from 1. */
function markOf(index: number): string {
  return String(index + 1).replaceAll(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? '');
}

function createNotes(): Notes {
  const figures: Figure[] = [];
  return {
    mark: (figure) => {
      const same = figures.findIndex((each) => originOf(each) === originOf(figure));
      return markOf(same === -1 ? figures.push(figure) - 1 : same);
    },
    list: () => figures.map((figure, index) => ({ mark: markOf(index), figure })),
  };
}

function legend({ choices, columns, texts: { models, languageNames } }: ListFacts, notes: Notes): string {
  const wrapped = (line: string): string => `${wrapText(line, columns, '    ')}\n`;
  const chosen = choices.map(({ language, use, pull, reason }) => {
    const name = languageNames[language];
    if (use === undefined) {
      return wrapped(`  ${name}: ${pull === undefined ? models.noneKnown : models.notChosen(language)}`);
    }
    return wrapped(`  ${name}: ${toPrintable(use)}. ${reason}`);
  });
  const sources = notes
    .list()
    .map(({ mark, figure: { set, by, where } }) =>
      wrapped(`  ${mark} ${set}; ${models.measuredBy[by]} (${where})`),
    );
  return [
    `${models.choicesLegend}\n${chosen.join('')}`,
    ...(sources.length === 0 ? [] : [`${models.errorsLegend}\n${sources.join('')}`]),
  ].join('\n');
}

/** Columns from the left, but numbers from the right. */
const RIGHT: ReadonlySet<number> = new Set([2, 3, 4]);

function rowText({ cells, mark, remark }: Row, widths: readonly number[]): string {
  const padded = cells.map((cell, column) => {
    const width = widths[column] ?? 0;
    return RIGHT.has(column) ? padStart(cell, width) : padEnd(cell, width);
  });
  return `${`${mark} ${padded.join('  ')}`.trimEnd()}\n${remark === '' ? '' : `    ${remark}\n`}`;
}
