/** A department's facts and projects → the department that is printed; what Part 1 lacks is reported. */
import type { PartOneSection, Report } from "../diagnostics/index.ts";
import type { Department, Project, StatedTotal, SubGoal, Text } from "../records/index.ts";
import type { Context } from "./context.ts";
import type { Facts } from "./department-facts.ts";
import { readAmount } from "./read-money.ts";

export type DepartmentParts = {
  readonly folder: string;
  readonly facts: Facts;
  readonly projects: readonly Project[];
  readonly totals: readonly StatedTotal[];
  /** Its department.json, if it has one. */
  readonly file: string | undefined;
};

export function assembleDepartment(parts: DepartmentParts, context: Context): Department {
  const { facts, projects, file = parts.folder } = parts;
  const { name: given, title, unitCode, unitName, overall, safeguards } = facts;
  const name = given ?? takeName(parts, context.report);
  const year = facts.year ?? commonYear(parts, context.report);
  const subGoals = facts.subGoals.length > 0 ? facts.subGoals : projectGoals(projects);
  reportPartOne(parts, subGoals, context.report);
  const total = facts.budgetTotal && readAmount(facts.budgetTotal, facts.moneyUnit?.unit, context);
  return {
    name,
    year,
    title,
    unitCode,
    unitName,
    overall,
    subGoals,
    safeguards,
    budgetTotal: total,
    rules: facts.rules,
    styles: facts.styles,
    projects,
    source: { at: { kind: "file", file }, blanks: context.blanks, totals: parts.totals },
  };
}

/** The unit that most projects name, or else their 主管部门, or else the folder. */
function takeName({ folder, projects }: DepartmentParts, report: Report): Text {
  const units = countTexts(projects.flatMap(({ unit }) => unit ?? []));
  const departments = countTexts(projects.flatMap(({ department }) => department ?? []));
  const [name, ...others] = units.length > 0 ? units : departments;
  const at = { kind: "file", file: folder } as const;
  const taken = name ?? { text: folder.split(/[\\/]/u).findLast((part) => part !== "") ?? folder, at };
  report({
    code: "department-name-taken",
    at,
    args: { name: taken.text, others: others.map(({ text }) => text) },
  });
  return taken;
}

function commonYear({ folder, projects }: DepartmentParts, report: Report): Text | undefined {
  const [year, ...others] = countTexts(projects.flatMap((project) => project.year ?? []));
  if (year === undefined || others.length === 0) return year;
  const years = [year, ...others].map(({ text }) => text);
  report({ code: "department-years-differ", at: { kind: "file", file: folder }, args: { years } });
  return undefined;
}

/** Each text once, the most frequent first; the earlier one if they are equally frequent. */
function countTexts(texts: readonly Text[]): Text[] {
  const counts = new Map<string, { readonly first: Text; count: number }>();
  for (const text of texts) {
    const counted = counts.get(text.text);
    if (counted === undefined) counts.set(text.text, { first: text, count: 1 });
    else counted.count += 1;
  }
  return [...counts.values()].sort((left, right) => right.count - left.count).map(({ first }) => first);
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
  { folder, facts, file }: DepartmentParts,
  subGoals: readonly SubGoal[],
  report: Report,
): void {
  const at = { kind: "file", file: folder } as const;
  const sections: PartOneSection[] = [];
  if (facts.overall.length === 0) sections.push("overall");
  if (subGoals.length === 0) sections.push("subGoals");
  if (facts.safeguards.length === 0) sections.push("safeguards");
  const code = file === undefined ? "department-file-missing" : "part-one-section-missing";
  if (sections.length > 0) report({ code, at, args: { sections } });
  if (facts.subGoals.length === 0 && subGoals.length > 0)
    report({ code: "sub-goals-from-projects", at, args: {} });
}
