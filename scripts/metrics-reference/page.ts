/** The page that explains every metric to a speaker, as Markdown in one language. Pure: the same registry, the same page. */
import type { Metric } from '../../src/analysis/index.ts';
import { METRIC_GROUPS, NORMS, SPEECH_NEEDED, bandSource } from '../../src/analysis/index.ts';
import type { Wording } from '../../src/exports/index.ts';
import { createWording } from '../../src/exports/index.ts';
import type { ReasonCode, Unit } from '../../src/report/index.ts';
import { REASON_CODES } from '../../src/report/index.ts';
import { en } from './en.ts';
import type { PageTexts } from './page-texts.ts';
import { ru } from './ru.ts';

type PageLocale = 'en' | 'ru';
type Norm = (typeof NORMS)[number];

/** The file of each page. */
export const PAGE_NAMES = { en: 'metrics.md', ru: 'metrics.ru.md' } as const satisfies Record<
  PageLocale,
  string
>;

const PAGE_TEXTS = { en, ru } as const satisfies Record<PageLocale, PageTexts>;

/** With one of these a metric is not measured at all. */
const NEVER_MEASURED: ReadonlySet<ReasonCode> = new Set(['not-proven', 'not-measured-yet']);

interface Page {
  readonly texts: PageTexts;
  readonly wording: Wording;
}

/** Blocks of Markdown with an empty line between them. */
type Blocks = readonly string[];

/** The whole page: how to read it, its contents, and a section for each metric with its id as the anchor. */
export function metricsReference(locale: PageLocale): string {
  const page = { texts: PAGE_TEXTS[locale], wording: createWording(locale) };
  const { title, otherLanguage, opening } = page.texts;
  const other = PAGE_NAMES[locale === 'en' ? 'ru' : 'en'];
  const blocks = [
    '<!-- Made by scripts/metrics-reference.ts from the metric registry: change the metrics, not this page. -->',
    `# ${title}`,
    `[${otherLanguage}](${other})`,
    ...opening,
    ...explanations(page),
    contents(page),
    ...METRIC_GROUPS.flatMap(({ id, headline, details }) => [
      `## ${page.wording.texts.headings[id]}`,
      ...headline.flatMap((metric) => section(metric, page)),
      ...details.flatMap((metric) => section(metric, page, page.texts.onlyFull)),
    ]),
  ];
  // A plain space is easier to search for.
  return `${blocks.join('\n\n')}\n`.replaceAll('\u00A0', ' ');
}

function explanations({ texts, wording: { texts: words, numbers } }: Page): Blocks {
  const { band, gradesLead, confidence, speechColumns, confidences, orMore, interval, absent } = texts;
  const grades = (['A', 'B', 'C'] as const).map((grade) => `- **${grade}**: ${words.grades[grade]}`);
  const row = (name: string, { sec, words: count }: { readonly sec: number; readonly words: number }) =>
    `| ${name} | ${orMore(numbers.duration(sec))} | ${orMore(numbers.counted(count, 'word'))} |`;
  const table = [
    `| ${speechColumns.join(' | ')} |`,
    '| --- | --- | --- |',
    row(confidences.high, SPEECH_NEEDED.enough),
    row(confidences.medium, SPEECH_NEEDED.more),
    row(confidences.low, SPEECH_NEEDED.some),
  ];
  return [
    explained(band),
    `${gradesLead}\n\n${grades.join('\n')}`,
    explained(confidence),
    table.join('\n'),
    explained(interval),
    explained(absent),
  ];
}

function explained({ term, text }: PageTexts['band']): string {
  return `**${term}.** ${text}`;
}

function contents({ wording: { locale, texts } }: Page): string {
  return METRIC_GROUPS.map(({ id, headline, details }) => {
    const links = [...headline, ...details].map((metric) => `[${metric[locale].title}](#${metric.id})`);
    return `- **${texts.headings[id]}**: ${links.join(', ')}`;
  }).join('\n');
}

function section(metric: Metric, page: Page, ...marks: readonly string[]): Blocks {
  const { id, unit, [page.wording.locale]: text } = metric;
  const isMeasured = !metric.absentFor.some((reason) => NEVER_MEASURED.has(reason));
  const { labels, intervalGiven } = page.texts;
  const lines = [
    ...(isMeasured ? bandLines(metric, page) : []),
    line(labels.moves, text.moves),
    ...(isMeasured ? [sureness(metric, page)] : []),
    ...(metric.hasInterval80 ? [line(labels.interval, intervalGiven)] : []),
    absence(metric, page),
    line(labels.source, text.source),
  ];
  return [
    `<a id="${id}"></a>`,
    `### ${text.title}`,
    [`\`${id}\``, unitName(unit, page), ...marks].join(' · '),
    text.definition,
    lines.join('\n'),
  ];
}

/** An item of a list, with a full stop unless it has one. */
function line(label: string, text: string): string {
  return `- **${label}:** ${text}${text.endsWith('.') ? '' : '.'}`;
}

/** As it is counted many times: "syllables per second". */
function unitName(unit: Unit, { texts, wording }: Page): string {
  if (unit === 's' || unit === 'ratio' || unit === 'count') {
    return texts.units[unit];
  }
  const { many, other } = wording.texts.units[unit];
  return many ?? other;
}

/** Its limits with their source; of a metric that is judged differently by language and scenario, a line for each. */
function bandLines({ id, unit }: Metric, page: Page): readonly string[] {
  const { texts, wording } = page;
  const norms = NORMS.filter(({ metric }) => metric === id);
  const bandOf = (norm: Norm): string =>
    norm.grade === 'own'
      ? texts.ofPlan
      : `${limitsOf(norm, unit, page)}. ${bandSource(id, norm.source, wording.locale)}`;
  const [first] = norms;
  if (first?.language === undefined) {
    return [line(texts.labels.band, first === undefined ? texts.noBand : bandOf(first))];
  }
  return [
    `- **${texts.labels.band}:**`,
    ...norms.map(
      (norm) =>
        `  - ${texts.inLanguage(
          wording.numbers.language(norm.language ?? ''),
          norm.scenario === undefined ? null : wording.texts.scenarios[norm.scenario],
          bandOf(norm),
        )}.`,
    ),
  ];
}

function limitsOf({ min, max, grade }: Norm, unit: Unit, { texts, wording: { numbers } }: Page): string {
  const limits =
    min !== undefined && max !== undefined
      ? numbers.range(min, max, unit)
      : min !== undefined
        ? texts.from(numbers.withoutUnit(min, unit))
        : texts.upTo(numbers.withoutUnit(max ?? 0, unit));
  return texts.graded(limits, grade);
}

function sureness({ doubtedFor }: Metric, { texts: { labels, alwaysSure }, wording }: Page): string {
  return doubtedFor.length === 0
    ? line(labels.confidence, alwaysSure)
    : line(labels.doubtedWhen, reasonList(doubtedFor, wording));
}

function absence({ absentFor }: Metric, { texts, wording }: Page): string {
  const { labels, neverAbsent, alwaysAbsent } = texts;
  const always = absentFor.find((reason) => NEVER_MEASURED.has(reason));
  if (always !== undefined) {
    return line(labels.absent, alwaysAbsent(wording.reason(always)));
  }
  return absentFor.length === 0
    ? line(labels.absent, neverAbsent)
    : line(labels.absentWhen, reasonList(absentFor, wording));
}

/** In the order of the codes, whatever order a metric has them in. */
function reasonList(reasons: readonly ReasonCode[], wording: Wording): string {
  return REASON_CODES.filter((code) => reasons.includes(code))
    .map((code) => wording.reason(code))
    .join('; ');
}
