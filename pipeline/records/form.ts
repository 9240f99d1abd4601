/** The schema of `templates/<form>/form.json`. A province that needs TypeScript has found a word this schema lacks. */
import { z } from "zod";
import { type FieldName, fieldNames, isFieldName } from "./fields.ts";
import { StyleSheet } from "./style-sheet.ts";
import { moneyUnits } from "./value.ts";

const fieldName = z
  .string()
  .refine(isFieldName, { error: "unknown field" })
  .meta({ examples: [...fieldNames] })
  .transform((name) => name as FieldName);

const FormField = z.strictObject({
  /** The one label this form prints for the field. */
  label: z.string().min(1),
  /** A project without it gets the finding `required-field-missing`. */
  required: z.boolean().default(false),
  /** Header spellings that only this form's exports use, beside the shared ones. */
  aliases: z.array(z.string().min(1)).default([]),
});
export type FormField = Readonly<z.infer<typeof FormField>>;

/** How amounts are printed. `as-given`: the source text. `fixed`: converted to `unit`, half up, with `places`. */
const MoneyFormat = z.discriminatedUnion("print", [
  z.strictObject({ print: z.literal("as-given"), unit: z.enum(moneyUnits) }),
  z.strictObject({
    print: z.literal("fixed"),
    unit: z.enum(moneyUnits),
    places: z.number().int().min(0).max(6),
    /** What an exact zero prints as. */
    zero: z.string().default("0"),
  }),
]);
export type MoneyFormat = Readonly<z.infer<typeof MoneyFormat>>;

/** How a form or a department sets a rule of the checker: off, more or less severe, or what it compares with. */
export const ruleSeverities = ["off", "info", "warning", "error"] as const;

/** Points by level-1 name, for example 产出 40, 效益 20. */
const WeightSplit = z.record(z.string(), z.number());

export const RuleSetting = z.union([
  z.enum(ruleSeverities),
  z.strictObject({
    severity: z.enum(ruleSeverities).optional(),
    /** The number that a rule compares with, for example the weights' 90. */
    expect: z.number().optional(),
    /** The weights of each level 1; of several splits the one that has a project's own level-1 names counts. */
    split: z.array(WeightSplit).optional(),
  }),
]);
export type RuleSetting = Readonly<z.infer<typeof RuleSetting>>;

/** By the code of a rule. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** Named changes to printed values; each is listed as a finding where it changes something. */
export const normalisations = ["operator-signs", "percent-word"] as const;

export const FormSpec = z.strictObject({
  $schema: z.string().optional(),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** `{department}` and `{year}` are replaced; with no year given, `{year}年度` and `{year}年` fall away. */
  title: z.string().min(1),
  /** Which horizons its indicator table prints; two are set side by side. */
  horizons: z.array(z.enum(["annual", "midTerm"])).min(1),
  cover: z.boolean().default(true),
  /** How Part 2 stands; `auto`: across the sheet where upright columns would be too narrow to read. */
  orientation: z.enum(["portrait", "landscape", "auto"]).default("auto"),
  /**
   * `given`: as the export has them, by 序号 if each project has a number of its own; `unit`: the same within each unit,
   * units by first appearance; `code`: by project code within each unit.
   */
  order: z.enum(["code", "given", "unit"]).default("given"),
  money: MoneyFormat,
  fields: z.partialRecord(fieldName, FormField),
  /** Facts of the department that it requires: `year`, `unitName`, `overall`, … */
  departmentRequired: z
    .array(z.enum(["year", "unitCode", "unitName", "overall", "subGoals", "safeguards"]))
    .default([]),
  /** By the code of a rule of the checker. */
  rules: z.record(z.string(), RuleSetting).default({}),
  normalise: z.array(z.enum(normalisations)).default([]),
  styles: StyleSheet.default({}),
});

/** A form: its specification and the name of its folder. */
export type FormSpec = Readonly<z.infer<typeof FormSpec>>;

/** The schema with the codes of the rules there are: a setting for another is an unknown key. */
export function formSpecFor(ruleCodes: readonly string[]) {
  const code = z
    .string()
    .refine((name) => ruleCodes.includes(name), { error: "unknown rule" })
    .meta({ examples: [...ruleCodes] });
  return FormSpec.extend({ rules: z.record(code, RuleSetting).default({}) });
}
