/** A department's facts and projects → the department that is printed; what Part 1 lacks is reported. */
import { type PartOneSection, partOneSections, type Report } from "../../diagnostics/index.ts";
import {
  type Amount,
  type Department,
  type DepartmentLists,
  namePlaceholder,
  type Project,
  type StatedTotal,
  type SubGoal,
} from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import { readAmount } from "../drafts/read-money.ts";
import { nameOf, nameOfFolder, type Statements, yearOf } from "./name-department.ts";

export type DepartmentParts = Statements & {
  readonly totals: readonly StatedTotal[];
  readonly own: Readonly<Record<string, Amount>>;
  readonly lists: DepartmentLists | undefined;
  /** Its department.json, if it has one. */
  readonly file: string | undefined;
  /** The sections of Part 1 that its form prints; all, if that is not known. */
  readonly sections: readonly PartOneSection[] | undefined;
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
    public: facts.public,
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
    const items = (goal?.items ?? []).flatMap(({ text, line }) => {
      const at = goal?.lines[line]?.at;
      return at === undefined ? [] : [{ text, at }];
    });
    return items.length === 0 ? [] : [{ name, goals: items, takenFrom: key }];
  });
}

function reportPartOne(
  { folder, facts, file, lists, sections: printed }: DepartmentParts,
  subGoals: readonly SubGoal[],
  report: Report,
): void {
  const at = { kind: "file", file: folder } as const;
  const prints = (section: PartOneSection) => printed?.includes(section) ?? true;
  const missing: Readonly<Record<PartOneSection, boolean>> = {
    overall: facts.overall.length === 0,
    // A department that says what it does in a list of the form's own need not say it again.
    subGoals: subGoals.length === 0 && lists === undefined,
    safeguards: facts.safeguards.length === 0,
  };
  const sections = partOneSections.filter((section) => missing[section] && prints(section));
  const code = file === undefined ? "department-file-missing" : "part-one-section-missing";
  if (sections.length > 0) report({ code, at, args: { sections } });
  if (facts.subGoals.length === 0 && subGoals.length > 0 && prints("subGoals"))
    report({ code: "sub-goals-from-projects", at, args: {} });
}
