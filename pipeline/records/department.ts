/** A department (部门): its own facts, its Part 1, and its projects in printing order. */
import type { CellPlace, FilePlace, JsonPlace, Place } from "../diagnostics/index.ts";
import type { FieldName } from "./field-name.ts";
import type { RuleSettings } from "./form.ts";
import type { Project } from "./project.ts";
import type { StyleSheet } from "./style-sheet.ts";
import type { Amount, Text } from "./value.ts";

/** One numbered item of 分项绩效目标: a project or a duty, then its goals. */
export type SubGoal = {
  readonly name?: Text;
  readonly goals: readonly Text[];
  /** The key of the project it was taken from, if the department itself gives no such list. */
  readonly takenFrom?: string;
};

/** The header of a field's column in a table, or the value of a JSON key that holds nothing. */
export type BlankPlace = { readonly field: FieldName; readonly at: CellPlace | JsonPlace };

/** An amount that an export states as a sum, and the projects' amounts that it covers. */
export type StatedTotal = {
  /** What its row is called. */
  readonly label: string;
  readonly amount: Amount;
  readonly of: readonly Amount[];
};

/** Where findings about blanks point: a blank has no text with a place of its own. */
export type DepartmentSource = {
  /** department.json, or else the folder. */
  readonly at: FilePlace;
  readonly blanks: readonly BlankPlace[];
  /** What total rows of the exports say. */
  readonly totals?: readonly StatedTotal[];
};

/** One row of a list of the department's own. */
export type ListRow = {
  /** The list, and the columns in it, by the names that form.json gives them. */
  readonly list: string;
  readonly values: Readonly<Record<string, Amount>>;
  readonly at: Place;
};

/** 年度主要任务, 部门绩效指标: what a form lists of the department itself. */
export type DepartmentLists = Readonly<Record<string, readonly ListRow[]>>;

/** What department.json says of findings that are ignored: which, why, who says so, and until which day. */
export type IgnoreEntry = {
  readonly at: Place;
  /** Absent: of any rule. */
  readonly codes?: readonly string[] | undefined;
  /** By code or name; absent: of any project, and of none. */
  readonly projects?: readonly Text[] | undefined;
  /** As places are shown, or the beginning of it. */
  readonly place?: Text | undefined;
  readonly reason: Text;
  readonly by?: Text | undefined;
  /** YYYY-MM-DD */
  readonly until?: Text | undefined;
};

/** What department.json says of the edition that may be published. */
export type PublicSettings = {
  /** Projects that it leaves out, by code or name. */
  readonly leftOut: readonly Text[];
  /** Names of persons that it masks. */
  readonly names: readonly Text[];
  /** What fields are called in which whatever stands is a name of a person. */
  readonly nameFields: readonly Text[];
};

/** Printed if nothing says the department's name. */
export const namePlaceholder = "【部门名称】";

export type Department = {
  readonly name: Text;
  /** The name of its folder, which stands in for that of the department in the names of files if nothing says it. */
  readonly folder?: string;
  readonly year?: Text;
  readonly title?: Text;
  readonly unitCode?: Text;
  readonly unitName?: Text;
  readonly overall: readonly Text[];
  readonly subGoals: readonly SubGoal[];
  readonly safeguards: readonly Text[];
  /** The department's own statement of its total, checked against the projects' sum. */
  readonly budgetTotal?: Amount;
  /** How the department sets the checker's rules; overrides the form. */
  readonly rules?: RuleSettings;
  readonly ignored?: readonly IgnoreEntry[];
  readonly public?: PublicSettings | undefined;
  /** What its report changes in the form's style. */
  readonly styles?: StyleSheet;
  /** Fields that only this form has, by the name form.json gives them. */
  readonly own?: Readonly<Record<string, Amount>>;
  /** Only those that have rows. */
  readonly lists?: DepartmentLists;
  readonly projects: readonly Project[];
  /** Absent in records that were not read from files. */
  readonly source?: DepartmentSource;
};
