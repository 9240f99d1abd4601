/** The schema of `changes.json`: what differs between two editions of a department's records, in the domain's words. */
import { z } from "zod";
import type { DeepReadonly } from "../records/index.ts";
import { KnownFinding } from "./known-findings.ts";

const text = z.string();
const number = z.number().int().min(1);

/** What a field is called, by its form or by the house. */
const Label = z.strictObject({ zh: text, en: text }).meta({ id: "label" });
export type Label = DeepReadonly<z.infer<typeof Label>>;

/** A paragraph, or a line of a goal. `number`: its place among the new ones; of a removed one, among the old. */
const LineChange = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("added"), number, after: text }),
    z.strictObject({ kind: z.literal("removed"), number, before: text }),
    z.strictObject({ kind: z.literal("changed"), number, before: text, after: text }),
  ])
  .meta({ id: "lineChange" });
export type LineChange = DeepReadonly<z.infer<typeof LineChange>>;

const LinesChange = z
  .strictObject({
    lines: z.array(LineChange),
    /** Lines that both editions have follow each other in another order. */
    reordered: z.boolean(),
  })
  .meta({ id: "linesChange" });
export type LinesChange = DeepReadonly<z.infer<typeof LinesChange>>;

const FieldChange = z
  .strictObject({
    /** The canonical name, for example `budget.total`. */
    field: text,
    label: Label,
    /** Absent if it was blank. */
    before: text.optional(),
    after: text.optional(),
    /** Of both amounts, which are exact then. */
    unit: z.literal("万元").optional(),
    /** A text of several lines, line by line. */
    lines: LinesChange.optional(),
  })
  .meta({ id: "fieldChange" });
export type FieldChange = DeepReadonly<z.infer<typeof FieldChange>>;

const Totals = z
  .strictObject({
    projects: z.number().int().min(0),
    indicators: z.number().int().min(0),
    /** Sums in 万元, exact; absent if no project states an amount that can be counted. */
    total: text.optional(),
    fiscal: text.optional(),
    other: text.optional(),
  })
  .meta({ id: "totals" });
export type ComparedTotals = DeepReadonly<z.infer<typeof Totals>>;

const Side = z
  .strictObject({
    /** Its number in the department's history. */
    edition: number.optional(),
    /** The folder, if it is not a numbered edition. */
    name: text.optional(),
    totals: Totals,
  })
  .meta({ id: "side" });
export type ComparedSide = DeepReadonly<z.infer<typeof Side>>;

const ProjectName = z
  .strictObject({
    /** In its edition's report. */
    number,
    code: text.optional(),
    name: text.optional(),
    unit: text.optional(),
    /** Its 预算数 in 万元. */
    total: text.optional(),
  })
  .meta({ id: "projectName" });
export type ComparedProject = DeepReadonly<z.infer<typeof ProjectName>>;

const IndicatorName = z
  .strictObject({
    horizon: z.enum(["annual", "midTerm"]),
    level1: text.optional(),
    level2: text.optional(),
    level3: text.optional(),
    /** Operator, value and unit. */
    value: text.optional(),
  })
  .meta({ id: "indicatorName" });
export type ComparedIndicator = DeepReadonly<z.infer<typeof IndicatorName>>;

const IndicatorChange = z
  .strictObject({
    /** As the new edition has it. */
    indicator: IndicatorName,
    fields: z.array(FieldChange),
  })
  .meta({ id: "indicatorChange" });
export type IndicatorChange = DeepReadonly<z.infer<typeof IndicatorChange>>;

const IndicatorsChange = z
  .strictObject({
    added: z.array(IndicatorName),
    removed: z.array(IndicatorName),
    changed: z.array(IndicatorChange),
    reordered: z.boolean(),
  })
  .meta({ id: "indicatorsChange" });
export type IndicatorsChange = DeepReadonly<z.infer<typeof IndicatorsChange>>;

const ProjectChange = z
  .strictObject({
    /** As the new edition has it. */
    project: ProjectName,
    fields: z.array(FieldChange),
    indicators: IndicatorsChange,
  })
  .meta({ id: "projectChange" });
export type ProjectChange = DeepReadonly<z.infer<typeof ProjectChange>>;

const SubGoal = z
  .strictObject({ number, name: text.optional(), goals: z.array(text) })
  .meta({ id: "comparedSubGoal" });
export type ComparedSubGoal = DeepReadonly<z.infer<typeof SubGoal>>;

const SubGoalChange = z
  .strictObject({ number, name: text.optional(), fields: z.array(FieldChange) })
  .meta({ id: "subGoalChange" });
export type SubGoalChange = DeepReadonly<z.infer<typeof SubGoalChange>>;

const SubGoalsChange = z
  .strictObject({
    added: z.array(SubGoal),
    removed: z.array(SubGoal),
    changed: z.array(SubGoalChange),
    reordered: z.boolean(),
  })
  .meta({ id: "subGoalsChange" });
export type SubGoalsChange = DeepReadonly<z.infer<typeof SubGoalsChange>>;

/** Projects that both editions have and whose number in the report differs: said once, not project by project. */
const Renumbered = z
  .strictObject({
    /** False: they only moved up or down because others came, went, or changed the code or unit that they are sorted by. */
    reordered: z.boolean(),
    projects: z.array(z.strictObject({ before: number, after: number, name: text.optional() })),
  })
  .meta({ id: "renumbered" });
export type Renumbered = DeepReadonly<z.infer<typeof Renumbered>>;

export const Changes = z.strictObject({
  schema: z.literal(1),
  department: text,
  /** Absent for the first edition, which has nothing to be compared with. */
  before: Side.optional(),
  /** There was an edition before this one, and its records cannot be read: no change is listed, and there may be many. */
  unknown: z.literal(true).optional(),
  after: Side,
  /** Of the findings; absent if those of the edition before are not known. They count as no changes. */
  findings: z
    .strictObject({
      added: z.array(KnownFinding),
      gone: z.array(KnownFinding),
      remaining: z.number().int().min(0),
    })
    .optional(),
  /** How many changes are listed below. */
  count: z.number().int().min(0),
  facts: z.array(FieldChange),
  partOne: z
    .strictObject({ overall: LinesChange, subGoals: SubGoalsChange, safeguards: LinesChange })
    .meta({ id: "partOne" }),
  projects: z
    .strictObject({
      added: z.array(ProjectName),
      removed: z.array(ProjectName),
      changed: z.array(ProjectChange),
      renumbered: Renumbered,
    })
    .meta({ id: "projects" }),
});
export type Changes = DeepReadonly<z.infer<typeof Changes>>;
