/** How a form or a department sets a rule of the checker: off, graver, milder, or what it compares with. */
import { z } from "zod";

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
