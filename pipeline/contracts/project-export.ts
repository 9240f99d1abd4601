/** The canonical JSON export: what a system that can choose its keys writes of its projects. Of other keys a form may have fields. */
import { z } from "zod";
import {
  DepartmentFile,
  indicatorFields,
  keysIn,
  moneyFields,
  moneyUnits,
  projectTextFields,
  sectionKeys,
} from "../records/index.ts";

/** Numbers keep the digits that the file has. */
const text = z.union([z.string(), z.number()]).nullish();
const lines = z.union([z.string(), z.array(z.string())]).nullish();

/** A form's own fields, by the names that its form.json gives them. */
const own = z.record(z.string(), text).nullish();

/** What a form calls a field of its own, in a project: a value, lines, or an object of amounts (年初预算数). */
const ofForm = z.union([z.string(), z.number(), z.null(), z.array(z.string()), z.record(z.string(), text)]);

function textsOf<Name extends string>(names: readonly Name[]): Record<Name, typeof text> {
  return Object.fromEntries(names.map((name) => [name, text])) as Record<Name, typeof text>;
}

const Budget = z
  .object({
    moneyUnit: z.enum(moneyUnits).nullish(),
    ...textsOf(moneyFields),
    own,
  })
  .catchall(text)
  .meta({ id: "budget" });

const Indicator = z
  .object({
    ...textsOf(indicatorFields),
    horizon: z.enum(["annual", "midTerm", "年度", "中期"]).nullish(),
    own,
  })
  .catchall(text)
  .meta({ id: "indicator" });
const Indicators = z.array(Indicator);
const Sides = z
  .strictObject({ annual: Indicators.nullish(), midTerm: Indicators.nullish() })
  .meta({ id: "indicatorsByHorizon" });

const Goals = z
  .object({ annual: lines, midTerm: lines, own: z.record(z.string(), lines).nullish() })
  .catchall(lines)
  .meta({ id: "goals" });

const Project = z
  .object({
    ...textsOf(projectTextFields),
    budget: Budget.nullish(),
    midTermBudget: Budget.nullish(),
    goals: z.union([Goals, lines]).nullish(),
    indicators: z.union([Indicators, Sides]).nullish(),
    own,
  })
  .catchall(ofForm)
  .meta({ id: "project" });

/** What a form calls a field of its own of the department, or a list (年度主要任务). */
const ofDepartment = z.union([text, z.array(z.record(z.string(), text))]);

/** The keys of department.json may be beside the projects, and the projects in department.json. */
export const DepartmentWithProjects = DepartmentFile.extend({
  projects: z.array(Project).nullish(),
  own,
}).catchall(ofDepartment);
export const ProjectExport = z.union([
  DepartmentFile.extend({ projects: z.array(Project), own }).catchall(text),
  z.array(Project),
  Project,
]);

/** The Chinese keys of each object, by canonical key; `own` has none. */
export const projectKeys = {
  ...keysIn("project"),
  budget: sectionKeys.budget[0],
  midTermBudget: sectionKeys.midTermBudget[0],
  goals: sectionKeys.goals[0],
  indicators: sectionKeys.indicators[0],
} satisfies Record<Exclude<keyof z.infer<typeof Project>, "own">, string>;
export const budgetKeys = { ...keysIn("budget"), moneyUnit: keysIn("department").moneyUnit };
export const horizonKeys = keysIn("goals");
export const indicatorKeys = keysIn("indicator");
