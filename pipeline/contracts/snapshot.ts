/** The schema of `records.json`: what an edition's report says, without the places it came from, to be compared years later. */
import { z } from "zod";
import { isRecord } from "../files/index.ts";
import {
  checkJson,
  type DeepReadonly,
  indicatorFields,
  type JsonProblem,
  moneyFields,
  moneyUnits,
  projectTextFields,
} from "../records/index.ts";

export const recordsName = "records.json";

const horizons = ["annual", "midTerm"] as const;
const text = z.string();
const lines = z.array(z.string());

/** An optional entry for each name, in the names' order, which is the order of the keys in the file. */
function optional<Name extends string, Type extends z.ZodType>(
  names: readonly Name[],
  type: Type,
): Record<Name, z.ZodOptional<Type>> {
  // One entry for each name, which Object.fromEntries forgets.
  return Object.fromEntries(names.map((name) => [name, type.optional()])) as Record<
    Name,
    z.ZodOptional<Type>
  >;
}

const Amount = z
  .strictObject({
    /** As the report prints it. */
    printed: text,
    /** Exact, in plain notation, counted in `unit`; absent if the text is not a number. */
    value: z
      .string()
      .regex(/^-?\d+(?:\.\d+)?$/u)
      .optional(),
    unit: z.enum(moneyUnits).optional(),
  })
  .meta({ id: "amount" });
export type SnapshotAmount = DeepReadonly<z.infer<typeof Amount>>;

/** A form's own field: an amount if its type has a value. */
const Own = z.record(z.string(), z.union([text, Amount])).optional();
export type SnapshotOwn = DeepReadonly<z.infer<typeof Own>>;

const Budget = z
  .strictObject({
    ...optional(moneyFields, Amount),
    own: z.record(z.string(), Amount).optional(),
  })
  .meta({ id: "budget" });
export type SnapshotBudget = DeepReadonly<z.infer<typeof Budget>>;

const Indicator = z
  .strictObject({
    horizon: z.enum(horizons),
    ...optional(indicatorFields, text),
    /** Operator, value and unit as one text. */
    printedValue: text.optional(),
    own: Own,
  })
  .meta({ id: "indicator" });
export type SnapshotIndicator = DeepReadonly<z.infer<typeof Indicator>>;

const Project = z
  .strictObject({
    /** From 1, in the report. */
    ordinal: z.number().int().min(1),
    ...optional(projectTextFields, text),
    own: Own,
    budget: Budget.optional(),
    midTermBudget: Budget.optional(),
    goals: z
      .strictObject({ ...optional(horizons, lines), own: z.record(z.string(), lines).optional() })
      .meta({ id: "goals" })
      .optional(),
    /** In printing order. */
    indicators: z.array(Indicator),
  })
  .meta({ id: "project" });
export type SnapshotProject = DeepReadonly<z.infer<typeof Project>>;

const SubGoal = z
  .strictObject({
    name: text.optional(),
    goals: lines,
    /** The department gives no such list, and this one repeats a project's own goals. */
    fromProject: z.literal(true).optional(),
  })
  .meta({ id: "subGoal" });
export type SnapshotSubGoal = DeepReadonly<z.infer<typeof SubGoal>>;

const departmentTexts = ["year", "title", "unitCode", "unitName"] as const;

/** A fact that is blank has no key. A change that an older program could misread raises `schema`. */
export const Snapshot = z.strictObject({
  schema: z.literal(1),
  department: z
    .strictObject({
      /** Absent if nothing said it. */
      name: text.optional(),
      ...optional(departmentTexts, text),
      budgetTotal: Amount.optional(),
      own: Own,
      /** Rows of the form's lists, by the names that form.json gives lists and columns. */
      lists: z.record(z.string(), z.array(z.record(z.string(), z.union([text, Amount])))).optional(),
      /** What the report says of all projects by the form's figures, as printed, by the names that form.json gives them. */
      figures: z.record(z.string(), text).optional(),
      overall: lines,
      subGoals: z.array(SubGoal),
      safeguards: lines,
    })
    .meta({ id: "department" }),
  form: text,
  /** What the form calls its fields, by canonical name. */
  labels: z.record(z.string(), text),
  projects: z.array(Project),
});
export type Snapshot = DeepReadonly<z.infer<typeof Snapshot>>;

/** Compact, and the same for the same records. */
export function writeSnapshot({ projects, ...rest }: Snapshot): Uint8Array {
  // Project by project: as one text, those of a large department would take as much memory again as their report.
  const head = JSON.stringify(rest);
  const pieces = projects.map((project, index) =>
    Buffer.from(`${index === 0 ? "" : ","}${JSON.stringify(project)}`),
  );
  return Buffer.concat([Buffer.from(`${head.slice(0, -1)},"projects":[`), ...pieces, Buffer.from("]}\n")]);
}

export type ReadSnapshot =
  | { readonly success: true; readonly snapshot: Snapshot }
  /** Not JSON, or JSON that is no snapshot of this schema; `problem`: the first. */
  | { readonly success: false; readonly problem?: JsonProblem };

/** All of it is checked: the schema's number alone does not tell what another version wrote. */
export function readSnapshot(bytes: Uint8Array): ReadSnapshot {
  const value = parse(bytes);
  if (value === undefined) return { success: false };
  const checked = checkJson(Snapshot, withOwnTogether(value));
  return checked.success
    ? { success: true, snapshot: checked.data }
    : { success: false, problem: checked.problems[0] };
}

/** Editions of the first programs kept one form's own fields apart, in `schedule`. */
function withOwnTogether(value: unknown): unknown {
  if (!isRecord(value) || !Array.isArray(value.projects)) return value;
  const projects = value.projects.map((project: unknown) => {
    if (!isRecord(project) || !isRecord(project.schedule)) return project;
    const { schedule, own, ...rest } = project;
    return { ...rest, own: { ...schedule, ...(isRecord(own) ? own : {}) } };
  });
  return { ...value, projects };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
