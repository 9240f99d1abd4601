/** A department's facts and projects → the department that is printed; what Part 1 lacks is reported. */
import type { PartOneSection, Report } from "../diagnostics/index.ts";
import {
  type Amount,
  type Department,
  type DepartmentLists,
  namePlaceholder,
  type Project,
  type StatedTotal,
  type SubGoal,
} from "../records/index.ts";
import type { Context } from "./context.ts";
import { nameOf, nameOfFolder, type Statements, yearOf } from "./name-department.ts";
import { readAmount } from "./read-money.ts";

export type DepartmentParts = Statements & {
  readonly totals: readonly StatedTotal[];
  readonly own: Readonly<Record<string, Amount>>;
  readonly lists: DepartmentLists | undefined;
  /** Its department.json, if it has one. */
  readonly file: string | undefined;
};

export function assembleDepartment(parts: DepartmentParts, context: Context): Department {
  const { facts, projects, file = parts.folder } = parts;
  const { title, unitCode, unitName, overall, safeguards } = facts;
  const name = nameOf(parts, context.report);
  const year = yearOf(parts, context.report);
  const subGoals = facts.subGoals.length > 0 ? facts.subGoals : projectGoals(projects);
  reportPartOne(parts, subGoals, context.report);
  const total = facts.budgetTotal && readAmount(facts.budgetTotal, facts.moneyUnit?.unit, context);
  return {
    name: name ?? { text: namePlaceholder, at: { kind: "file", file: parts.folder } },
    folder: name === undefined ? nameOfFolder(parts.folder) : undefined,
    year,
    title,
    unitCode,
    unitName,
    overall,
    subGoals,
    safeguards,
    budgetTotal: total,
    rules: facts.rules,
    ignored: facts.ignored,
    styles: facts.styles,
    own: Object.keys(parts.own).length === 0 ? undefined : parts.own,
    lists: parts.lists,
    projects,
    source: { at: { kind: "file", file }, blanks: context.blanks, totals: parts.totals },
  };
}

/** One item a project, in printing order. */
function projectGoals(projects: readonly Project[]): SubGoal[] {
  return projects.flatMap(({ key, name, goals }) => {
    const goal = goals.annual ?? goals.midTerm;
    const at = goal?.lines[0]?.at;
    if (goal === undefined || at === undefined || goal.items.length === 0) return [];
    const items = goal.items.map((text) => ({ text, at }));
    return [{ name, goals: items, takenFrom: key }];
  });
}

function reportPartOne(
  { folder, facts, file, lists }: DepartmentParts,
  subGoals: readonly SubGoal[],
  report: Report,
): void {
  const at = { kind: "file", file: folder } as const;
  const sections: PartOneSection[] = [];
  if (facts.overall.length === 0) sections.push("overall");
  // A department that says what it does in a list of the form's own need not say it again.
  if (subGoals.length === 0 && lists === undefined) sections.push("subGoals");
  if (facts.safeguards.length === 0) sections.push("safeguards");
  const code = file === undefined ? "department-file-missing" : "part-one-section-missing";
  if (sections.length > 0) report({ code, at, args: { sections } });
  if (facts.subGoals.length === 0 && subGoals.length > 0)
    report({ code: "sub-goals-from-projects", at, args: {} });
}
