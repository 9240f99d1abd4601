/** The schema of `templates/<form>/form.json`. A province that needs TypeScript has found a word this schema lacks. */
import { z } from "zod";
import type { Need } from "../diagnostics/index.ts";
import {
  type FieldName,
  type FieldType,
  fieldNames,
  fieldTypes,
  isFieldName,
  isListName,
  isMeantAsOwn,
  isOwnField,
} from "./field-name.ts";
import { StyleSheet } from "./style-sheet.ts";
import { moneyUnits } from "./value.ts";

const fieldName = z
  .string()
  .superRefine((name, context) => {
    if (isFieldName(name)) return;
    context.addIssue({ code: "custom", params: isMeantAsOwn(name) ? { name: "plain" } : {} });
  })
  .meta({ examples: [...fieldNames] })
  .transform((name) => name as FieldName);

const FormField = z.strictObject({
  /** The one label this form prints for the field. */
  label: z.string().min(1),
  /** A project without it gets the finding `required-field-missing`. */
  required: z.boolean().default(false),
  /** Header spellings that only this form's exports use, beside the shared ones. */
  aliases: z.array(z.string().min(1)).default([]),
  /** What a field of the form's own holds; see `kindOf` for what one without a type holds. */
  type: z.enum(typeNames()).optional(),
  /** Of own money in a budget: whether it is one of the sources that add up to the total. */
  source: z.boolean().optional(),
  /** Of an own number, percent or amount: the places that it is rounded to, half up, when it is printed. */
  places: z.number().int().min(0).max(6).optional(),
});
export type FormField = Readonly<z.infer<typeof FormField>>;

/** Object.keys forgets which names there are. */
function typeNames(): readonly FieldType[] {
  return Object.keys(fieldTypes) as FieldType[];
}

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
    /** The level-2 kinds that every project has to have, for example 数量, 时效. */
    kinds: z.array(z.string()).optional(),
  }),
]);
export type RuleSetting = Readonly<z.infer<typeof RuleSetting>>;

/** By the code of a rule. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** A sentence in Chinese alone, or in both languages; English then falls back on the formula. */
const FormSentence = z.union([
  z.string().min(1),
  z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
]);

/** A text that is written in one way, which a message says. */
function written(pattern: RegExp, of: OnlyOf) {
  return z
    .string()
    .refine((text) => pattern.test(text), { params: { of } })
    .meta({ pattern: pattern.source });
}

/** A rule that a form brings as data. Its formulas are those of `formula`; its finding's code is 〈form〉/〈check〉. */
const FormCheck = z.strictObject({
  /** What must hold: a comparison or `required 〈field〉`, behind `where 〈condition〉 then` if it is not asked of all; or several. */
  that: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  /** By how much the sides may differ: `0.01` (of money, in the form's unit) or `0.1%`. */
  within: written(/^\d+(?:\.\d+)?%?$/u, "within").optional(),
  severity: z.enum(["off", "info", "warning", "error"]).default("error"),
  /**
   * What was found; `{left}` and `{right}` are the two sides, `{〈formula〉}` is what it comes to, and `{〈field〉}` what a field
   * says, of many records each saying once. `{label}` is what the form calls the first field of the formula.
   */
  says: FormSentence,
  /** What to do about it. */
  todo: FormSentence,
});
export type FormCheck = Readonly<z.infer<typeof FormCheck>>;

/** The formulas of a check, each of which is asked on its own. */
export function formulasOfCheck({ that }: Pick<FormCheck, "that">): readonly string[] {
  return typeof that === "string" ? [that] : that;
}

const dashed = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;
/** What a form calls its checks and figures. */
const checkName = z
  .string()
  .refine((name) => dashed.test(name), { params: { name: "dashed" } })
  .meta({ pattern: dashed.source });

/** What it calls its lists. */
const listName = z
  .string()
  .refine(isListName, { params: { name: "plain" } })
  .meta({ pattern: "^[a-z][A-Za-z0-9]*$" });

const figure = {
  /** Departments in other forms whose figure has the same label are in the same column. */
  label: z.string().min(1),
  /** A formula of `formula`; what is counted may be a condition: `project.own.totalScore < 80`. */
  of: z.string().min(1),
  places: z.number().int().min(0).max(6).default(2),
};

/** What a roll-up of many departments says of one in this form, beside projects, indicators and sources of money. */
const RollupFigure = z.discriminatedUnion("how", [
  z.strictObject({ how: z.enum(["sum", "mean", "count"]), ...figure }),
  /** The sum of `of` divided by the sum of `to`. */
  z.strictObject({ how: z.literal("ratio"), ...figure, to: z.string().min(1) }),
]);
export type RollupFigure = Readonly<z.infer<typeof RollupFigure>>;

/** Named changes to printed values; each is listed as a finding where it changes something. */
export const normalisations = ["operator-signs", "percent-word"] as const;

/** What closing.hbs prints behind the projects, beside the figures of `rollup`. */
const Closing = z.strictObject({
  /** 优, 良, 中, 差: a project has the first grade, from the best down, whose bound it reaches. */
  grades: z
    .strictObject({
      /** What a roll-up calls them together: 自评等级. */
      label: z.string().min(1),
      /** What a project is graded by. */
      of: z.string().min(1),
      /** The least of each grade. */
      bounds: z.record(z.string().min(1), z.number()),
      /** The grade below all bounds. */
      below: z.string().min(1),
    })
    .optional(),
  /** The condition by which projects are listed. */
  listed: z.string().min(1).optional(),
});

const horizonName = z.enum(["annual", "midTerm"]);

/** A goal, or a term of the form's own: 五年目标, by any of its spellings; `horizon`: in which table it is. */
const NamedGroup = z
  .union([
    z.string().min(1),
    z.strictObject({
      name: z.string().min(1),
      aliases: z.array(z.string().min(1)).default([]),
      horizon: horizonName.optional(),
    }),
  ])
  .transform((group): NamedGroup => (typeof group === "string" ? { name: group, aliases: [] } : group));
export type NamedGroup = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly horizon?: z.infer<typeof horizonName> | undefined;
};

export const FormSpec = z.strictObject({
  $schema: z.string().optional(),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** `{department}` and `{year}` are replaced; with no year given, `{year}年度` and `{year}年` fall away. */
  title: written(/^(?:[^{}]|\{(?:department|year)\})+$/u, "title"),
  /** Which horizons its indicator table prints; two are set side by side. */
  horizons: z.array(horizonName).min(1),
  cover: z.boolean().default(true),
  /** It is taken only where it is named: its columns are those of other forms, too. */
  byName: z.boolean().default(false),
  /** Tables of the department's own, by name; their columns are fields: `tasks.amount`. */
  lists: z
    .record(
      listName,
      z.strictObject({
        /** What department.json calls it, and messages. */
        label: z.string().min(1),
        aliases: z.array(z.string().min(1)).default([]),
        /** Columns whose equal values below each other are one merged cell, outermost first; a blank repeats the one above. */
        groups: z.array(z.string().min(1)).default([]),
      }),
    )
    .default({}),
  /** `tables`: project.hbs prints one project after the other; `list`: part-two.hbs prints all of them, as one table. */
  layout: z.enum(["tables", "list"]).default("tables"),
  /** A text of the form's own by which its indicators are grouped outside of level 1: 长期目标1, 长期目标2. */
  groupBy: written(/^indicator\.own\.[a-z][A-Za-z0-9]*$/u, "group").optional(),
  /** Those groups, in their order; what is not among them comes behind, as the export has it. */
  groupOrder: z.array(NamedGroup).default([]),
  /** How Part 2 stands; `auto`: across the sheet where upright columns would be too narrow to read. */
  orientation: z.enum(["portrait", "landscape", "auto"]).default("auto"),
  /**
   * `given`: as the export has them, by 序号 if each project has a number of its own; `unit`: the same within each unit,
   * units by first appearance; `code`: by project code within each unit.
   */
  order: z.enum(["code", "given", "unit"]).default("given"),
  money: MoneyFormat,
  fields: z.partialRecord(fieldName, FormField).superRefine(settingsFit),
  /** Facts of the department that it requires: `year`, `unitName`, `overall`, … */
  departmentRequired: z
    .array(z.enum(["year", "unitCode", "unitName", "overall", "subGoals", "safeguards"]))
    .default([]),
  /** By the code of a rule of the checker. */
  rules: z.record(z.string(), RuleSetting).default({}),
  /** Rules of the form's own, by name. */
  checks: z.record(checkName, FormCheck).default({}),
  /** How blank fields of the form's own follow from others, by field; what is filled in is printed as it is. */
  compute: z.partialRecord(fieldName, z.string().min(1)).default({}),
  /** Its figures in a roll-up, by name. */
  rollup: z.record(checkName, RollupFigure).default({}),
  /** A part behind the projects; closing.hbs is its template. */
  closing: Closing.optional(),
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

/** Only a form's own fields have a type, only money of a budget is a source, and only what is counted is rounded. */
function settingsFit(
  listed: Readonly<Record<string, FormField | undefined>>,
  context: z.RefinementCtx,
): void {
  for (const [field, settings] of Object.entries(listed)) {
    const { type, source, places } = settings ?? {};
    const isBudget = /^(?:b|midTermB)udget\.own\./u.test(field);
    const isCounted = isBudget || type === "money" || type === "number" || type === "percent";
    const fixed = isBudget ? "money" : field.startsWith("goals.") ? "lines" : type;
    const wrong = (key: keyof FormField, of: OnlyOf) =>
      context.addIssue({ code: "custom", path: [field, key], params: { of } });
    if (type !== undefined && !(isOwnField(field) && type === fixed)) wrong("type", "own");
    if (source !== undefined && !isBudget) wrong("source", "budget");
    if (places !== undefined && !(isOwnField(field) && isCounted)) wrong("places", "counted");
  }
}

type OnlyOf = Extract<Need, { kind: "only" }>["of"];
