/** The JSON of an export: of fields by their canonical keys what they hold; around them, answers, trees and keys of any name as systems write them. */
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

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A choice as systems answer it: {"code": "01", "name": "产出指标"}; an amount with its unit. */
const Choice = z.record(z.string(), scalar).meta({ id: "choice" });

/** Numbers keep the digits that the file has. */
const text = z.union([z.string(), z.number()]).nullish();
const Value = z.union([z.string(), z.number(), z.null(), Choice]).meta({ id: "value" });
const lines = z.union([z.string(), z.array(z.string())]).nullish();

/** A form's own fields, by the names that its form.json gives them. */
const own = z.record(z.string(), text).nullish();

/**
 * What any other key holds: a field of a form's own, what a system says of its answer, or an object or a list further
 * down, in which the known keys are what they are everywhere. Rows of values have their columns beside them.
 */
const Anything: z.ZodType = z
  .lazy(() => z.union([scalar, z.array(z.union([scalar, z.array(scalar), Project])), Project]))
  .meta({ id: "anything" });

function textsOf<Name extends string>(names: readonly Name[]): Record<Name, z.ZodOptional<typeof Value>> {
  const optional = Value.optional();
  return Object.fromEntries(names.map((name) => [name, optional])) as Record<Name, typeof optional>;
}

const Budget = z
  .object({
    moneyUnit: z.enum(moneyUnits).nullish(),
    ...textsOf(moneyFields),
    own,
  })
  .catchall(scalar)
  .meta({ id: "budget" });

const Indicator = z
  .object({
    ...textsOf(indicatorFields),
    // Also a code that 取值 in department.json explains, or the name of a goal.
    horizon: text,
    own,
    get children(): z.ZodType {
      return Indicators.nullish();
    },
  })
  .catchall(z.union([scalar, Choice]))
  .meta({ id: "indicator" });
/** Also as PHP writes a list with gaps, and as GraphQL does. */
const Indicators = z.union([
  z.array(Indicator),
  z.record(z.string().regex(/^\d+$/u), Indicator),
  z.object({ edges: z.array(z.object({ node: Indicator }).catchall(scalar)) }).catchall(Choice),
]);

/** Below the names of levels, or of goals: 产出指标, 长期目标1. */
const IndicatorGroup: z.ZodType = z
  .lazy(() => z.union([Indicators, z.record(z.string(), IndicatorGroup), z.null()]))
  .meta({ id: "indicatorGroup" });
const Sides = z
  .object({ annual: IndicatorGroup.optional(), midTerm: IndicatorGroup.optional() })
  .catchall(IndicatorGroup)
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
    // Or records of goals beside the projects.
    goals: z.union([Goals, lines, z.array(z.record(z.string(), scalar))]).nullish(),
    indicators: z.union([Indicators, Sides, z.string()]).nullish(),
    own,
    /** Those of a unit, or of a project of several. */
    get projects(): z.ZodType {
      return Projects.nullish();
    },
  })
  .catchall(Anything)
  .meta({ id: "project" });

/** Or what holds them one way or another: by their codes, page by page. */
const Projects = z.union([z.array(Project), z.record(z.string(), Anything)]);

/** What a form calls a field of its own of the department, or a list (年度主要任务). */
const ofDepartment = z.union([text, z.array(z.record(z.string(), text))]);

/** The keys of department.json may be beside the projects, and the projects in department.json. */
export const DepartmentWithProjects = DepartmentFile.extend({
  projects: z.array(Project).nullish(),
  own,
}).catchall(ofDepartment);
export const ProjectExport = z.union([
  DepartmentFile.extend({ projects: Projects, own }).catchall(Anything),
  z.array(z.union([Project, z.array(scalar)])),
  Project,
]);

/** The Chinese keys of each object, by canonical key; `own` has none. */
export const projectKeys = {
  ...keysIn("project"),
  budget: sectionKeys.budget[0],
  midTermBudget: sectionKeys.midTermBudget[0],
  goals: sectionKeys.goals[0],
  indicators: sectionKeys.indicators[0],
  projects: "项目",
} satisfies Record<Exclude<keyof z.infer<typeof Project>, "own">, string>;
export const budgetKeys = { ...keysIn("budget"), moneyUnit: keysIn("department").moneyUnit };
export const horizonKeys = keysIn("goals");
export const indicatorKeys = keysIn("indicator");
