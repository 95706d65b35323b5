/** What a page of the reference says besides what the metrics, bands and reports say themselves. */
import type { Unit } from '../../src/report/index.ts';

/** The words of one language. Functions take finished pieces: numbers are already written in the language's way. */
export interface PageTexts {
  readonly title: string;
  /** Leads to the page in the other language. */
  readonly otherLanguage: string;
  /** Paragraphs before everything else. */
  readonly opening: readonly string[];
  readonly band: Explained;
  /** Said before the letters of the grades. */
  readonly gradesLead: string;
  readonly confidence: Explained;
  /** Head of the table of how much speech an average needs. */
  readonly speechColumns: readonly [confidence: string, speech: string, words: string];
  readonly confidences: { readonly high: string; readonly medium: string; readonly low: string };
  readonly orMore: (amount: string) => string;
  readonly interval: Explained;
  readonly absent: Explained;
  /** Units as a reader sees them; the others are those of the reports. */
  readonly units: { readonly [U in Extract<Unit, 's' | 'ratio' | 'count'>]: string };
  /** Marks a number that a short report leaves out. */
  readonly onlyFull: string;
  readonly labels: {
    readonly band: string;
    readonly moves: string;
    readonly doubtedWhen: string;
    readonly confidence: string;
    readonly interval: string;
    readonly absentWhen: string;
    readonly absent: string;
    readonly source: string;
  };
  readonly upTo: (max: string) => string;
  readonly from: (min: string) => string;
  /** A band with its grade. */
  readonly graded: (limits: string, grade: string) => string;
  /** A band that holds for talks in one language only, or for one kind of them; null: for all others. */
  readonly inLanguage: (language: string, scenario: string | null, band: string) => string;
  readonly ofPlan: string;
  readonly noBand: string;
  readonly alwaysSure: string;
  readonly intervalGiven: string;
  readonly neverAbsent: string;
  /** Of what is never measured, for a reason. */
  readonly alwaysAbsent: (reason: string) => string;
}

/** A term and what it means. */
interface Explained {
  readonly term: string;
  readonly text: string;
}
