/** A diagnostic is data: a code, a place, and the facts its sentences need. */
import { comparing } from "./comparing.ts";
import { composing } from "./composing.ts";
import { describingDepartment } from "./describing-department.ts";
import { disclosing } from "./disclosing.ts";
import { findingDepartments } from "./finding-departments.ts";
import { laying } from "./laying.ts";
import { matchingColumns } from "./matching-columns.ts";
import { normalising } from "./normalising.ts";
import { opening } from "./opening.ts";
import { parsingMarkup } from "./parsing-markup.ts";
import type { Place, SourceLine } from "./place.ts";
import { publishing } from "./publishing.ts";
import { reading } from "./reading.ts";
import { readingBack } from "./reading-back.ts";
import { readingFormulas } from "./reading-formulas.ts";
import { readingValues } from "./reading-values.ts";
import type { ArgsOf, Severity } from "./row.ts";
import { running } from "./running.ts";
import { sortingRows } from "./sorting-rows.ts";
import { unattended } from "./unattended.ts";

/** What the stages of a department find; a file of rows belongs to the stage that reports them. */
const departmentRows = {
  ...reading,
  ...opening,
  ...normalising,
  ...matchingColumns,
  ...sortingRows,
  ...readingValues,
  ...describingDepartment,
  ...comparing,
  ...composing,
  ...readingFormulas,
  ...parsingMarkup,
  ...laying,
  ...readingBack,
  ...disclosing,
};

/** The rows of every stage but the check, whose rules have their own. */
export const stageRows = {
  ...departmentRows,
  ...findingDepartments,
  ...publishing,
  ...running,
  ...unattended,
};

/** Which project a finding is about, for the list that goes back to the units. */
export type Subject = {
  readonly unit?: string;
  readonly code?: string;
  readonly project?: string;
};

/** Why a finding is ignored, who says so, and the last day. */
export type IgnoredAs = {
  readonly reason: string;
  readonly by?: string | undefined;
  readonly until?: string | undefined;
};

/** Which indicator a finding is about, as it is written. */
export type IndicatorLevels = {
  readonly level1?: string;
  readonly level2?: string;
  readonly level3?: string;
};

/** How often something was found, and where: all of it in few words. */
export type AlikeFindings = { readonly count: number; readonly where: readonly AlikePlaces[] };

/** Of one table its rows, of a JSON document its records, from 1. */
export type AlikePlaces = {
  readonly table: string;
  readonly unit: "row" | "record";
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
};

export type DiagnosticOf<Code extends string, Args> = {
  readonly code: Code;
  readonly at: Place;
  /** Further places that belong to it, for example the other of two cells that disagree. */
  readonly also?: readonly Place[];
  readonly subject?: Subject;
  /** Added by whoever has the records. */
  readonly indicator?: IndicatorLevels;
  /** Of a rule, or as a form or a department sets it; else that of its row. */
  readonly severity?: Severity;
  /** Its rule is on trial: it does not count until it is set. */
  readonly trial?: true;
  /** It was found when a form printed data that nobody has. */
  readonly madeUp?: true;
  /** All the projects that it touches, the first of them included, if it is not one alone. */
  readonly subjects?: readonly Subject[];
  /** What these have in common, as a hash; and of which kind, if they can have but one of it in common. */
  readonly shared?: { readonly hash: string; readonly kind?: string | undefined };
  /** The projects by their numbers in the report, until whoever has the records says which they are. */
  readonly ordinals?: readonly number[];
  /** What is written at the place. */
  readonly found?: string;
  /** The part of it that is meant, if it is long. */
  readonly part?: string;
  /** Somebody lets it stand. */
  readonly ignored?: IgnoredAs;
  /** It stands for so many that `also` names the first of them only. */
  readonly alike?: AlikeFindings;
  /** The line of the file, for lists that show it; added by whoever has the file. */
  readonly source?: SourceLine;
  /** The printed number of the report's page that shows the place; added by whoever has the pages. */
  readonly page?: string;
  readonly args: Args;
};

type StageRows = typeof stageRows;
export type Diagnostic = {
  readonly [C in keyof StageRows]: DiagnosticOf<C, ArgsOf<StageRows[C]>>;
}[keyof StageRows];

/** What is found of a department's data by other stages than the check, and no failure: it can be set as a rule can. */
export const settableCodes: readonly (keyof typeof departmentRows)[] = codesOf(departmentRows).filter(
  (code) => departmentRows[code].severity !== "failure",
);

/** All that other stages than the check find, failures too. */
export const stageCodes: readonly (keyof StageRows)[] = codesOf(stageRows);

function codesOf<Rows extends object>(rows: Rows): readonly (keyof Rows)[] {
  // One key for each row, which Object.keys forgets.
  return Object.keys(rows) as (keyof Rows)[];
}

export type Report = (diagnostic: Diagnostic) => void;

/** How severe a diagnostic is: a rule's finding carries its severity, a stage's has that of its row unless it is set. */
export function severityOf(diagnostic: Diagnostic | { readonly severity: Severity }): Severity {
  return diagnostic.severity ?? stageRows[diagnostic.code].severity;
}
