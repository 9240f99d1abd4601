/** The schema of `rollup.json`: the figures of many departments, and what they come to. */
import { z } from "zod";
import { FindingCounts } from "./findings.ts";
import { CutRecord } from "./manifest.ts";

const count = z.number().int();

/** Indicators by their level 1; those under none of the four are `other`. */
export const KindCounts = z
  .object({ output: count, cost: count, benefit: count, satisfaction: count, other: count })
  .readonly();
export type KindCounts = z.infer<typeof KindCounts>;

/** Amounts of projects added up. */
export const MoneySum = z
  .object({
    /** 万元, exact; absent if no amount can be counted. */
    sum: z.string().exactOptional(),
    /** Projects whose amount is not in the sum: it is required and missing, or cannot be read. */
    uncounted: count,
  })
  .readonly();
export type MoneySum = z.infer<typeof MoneySum>;

export const RollupMoney = z.object({ total: MoneySum, fiscal: MoneySum, other: MoneySum }).readonly();
export type RollupMoney = z.infer<typeof RollupMoney>;

/** A source of money that only some forms have. */
export const OwnSource = z.object({ label: z.string(), ...MoneySum.unwrap().shape }).readonly();
export type OwnSource = z.infer<typeof OwnSource>;

/** A figure of a form's own, as form.json has it under `rollup`. */
export const FormFigure = z
  .object({
    label: z.string(),
    how: z.enum(["sum", "ratio", "mean", "count"]),
    /** `money`: 万元; `percent`: 0.95 for 95%. */
    unit: z.enum(["money", "number", "percent"]),
    places: count,
    /** The figure, rounded; absent if nothing says it. */
    value: z.string().exactOptional(),
    /** What was added up, exact; and what it is divided by. */
    sum: z.string().exactOptional(),
    over: z.string(),
    /** Projects, or indicators, of which it cannot be said although it should be. */
    uncounted: count,
  })
  .readonly();
export type FormFigure = z.infer<typeof FormFigure>;

/** Figures of one column are of one label, and made in one way. */
export function columnOf({ label, how, unit }: FormFigure): string {
  return [how, unit, label].join("/");
}

const figures = {
  projects: count,
  indicators: count,
  kinds: KindCounts,
  money: RollupMoney,
  /** In the order of the forms. */
  sources: z.array(OwnSource).readonly(),
  /** 万元; what the totals come to beyond all sources that are given, or below them. Absent if it is nothing. */
  unlisted: z.string().exactOptional(),
  figures: z.array(FormFigure).readonly(),
};

/** What kept a department out. */
const Failure = z.object({ code: z.string(), at: z.string(), says: z.string(), todo: z.string() }).readonly();

/** Two departments that may be one, both counted. */
const Doubled = z
  .object({
    first: z.object({ folder: z.string(), name: z.string() }).readonly(),
    second: z.object({ folder: z.string(), name: z.string() }).readonly(),
    sameName: z.boolean(),
    /** Project codes that both have. */
    codes: z.array(z.string()).readonly(),
  })
  .readonly();

const about = { folder: z.string(), name: z.string(), findings: FindingCounts };

export const RollupDepartment = z.union([
  z
    .object({
      ...about,
      state: z.literal("counted"),
      year: z.string().exactOptional(),
      form: z.string(),
      ...figures,
      /** 万元; the total that department.json gives, if the projects' differs. */
      stated: z.object({ total: z.string(), difference: z.string() }).readonly().exactOptional(),
    })
    .readonly(),
  z.object({ ...about, state: z.literal("failed"), failures: z.array(Failure).readonly() }).readonly(),
]);
export type RollupDepartment = z.infer<typeof RollupDepartment>;

export const Rollup = z
  .object({
    /** Of the program. */
    version: z.string(),
    title: z.string(),
    /** If all departments that give one give the same. */
    year: z.string().exactOptional(),
    departments: z.array(RollupDepartment).readonly(),
    /** Absent if there are none. */
    doubled: z.array(Doubled).readonly().exactOptional(),
    /** Characters that no font has: the PDF shows 〓 in their place. Absent if there are none. */
    unset: z.array(z.string()).readonly().exactOptional(),
    /** Texts that are too long for their pages, which show their beginning. Absent if there are none. */
    cut: z.array(CutRecord).readonly().exactOptional(),
    totals: z.object({ counted: count, failed: count, ...figures, findings: FindingCounts }).readonly(),
  })
  .readonly();
export type Rollup = z.infer<typeof Rollup>;
