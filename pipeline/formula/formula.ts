/** What a formula of form.json is once it is read: an expression whose parts know where they stand in its text. */
import type { FormulaExpectation } from "../diagnostics/index.ts";
import type { Decimal, MoneyUnit } from "../records/index.ts";

export const arithmetic = ["+", "-", "*", "/"] as const;
export const comparisons = ["=", "!=", "<=", ">=", "<", ">"] as const;
export type Arithmetic = (typeof arithmetic)[number];
export type Comparator = (typeof comparisons)[number];
/** The same with its sides exchanged. */
export const mirrored = { "=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;
/**
 * `sum`, `count` and `distinct` (how many different values) look at all records of the level below the check's own; `min`
 * and `max` at what they are given.
 */
export const functionNames = ["sum", "count", "distinct", "min", "max"] as const;
export type FunctionName = (typeof functionNames)[number];

export function isAggregate(name: FunctionName): boolean {
  return name === "sum" || name === "count" || name === "distinct";
}

/** `at`: where it begins, in characters from 0. */
export type Formula = { readonly at: number } & (
  | NumberFormula
  | { readonly kind: "text"; readonly text: string }
  | Field
  | Call
  | { readonly kind: "negative"; readonly operand: Formula }
  /** `else`: the right side if the left one is blank. */
  | Infix<"arithmetic", Arithmetic | "else">
  | Infix<"comparison", Comparator>
  | Infix<"logic", "and" | "or">
  /** `given`, `blank`: a condition; `required`: a claim, which fails if the field is blank. */
  | { readonly kind: "given" | "blank" | "required"; readonly operand: FieldFormula }
);
/** With a unit it is an amount of money; one that is written in per cent, as 80%, has the value 0.8. */
type NumberFormula = {
  readonly kind: "number";
  readonly value: Decimal;
  readonly unit?: MoneyUnit | undefined;
  readonly inPercent?: true;
};
/** `where`: of the records below, only those for which it holds. */
type Call = {
  readonly kind: "call";
  readonly name: FunctionName;
  readonly args: readonly [Formula, ...Formula[]];
  readonly where?: Formula | undefined;
};
type Field = { readonly kind: "field"; readonly name: string };
export type FieldFormula = Field & { readonly at: number };
type Infix<Kind extends string, Operator extends string> = {
  readonly kind: Kind;
  readonly operator: Operator;
  readonly left: Formula;
  readonly right: Formula;
};

export function isCondition({ kind }: Formula): boolean {
  return kind === "comparison" || kind === "logic" || kind === "given" || kind === "blank";
}

export function operandsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case "call":
      return formula.where === undefined ? formula.args : [...formula.args, formula.where];
    case "negative":
    case "given":
    case "blank":
    case "required":
      return [formula.operand];
    case "arithmetic":
    case "comparison":
    case "logic":
      return [formula.left, formula.right];
    default:
      return [];
  }
}

/** `where … then …`: the claim is only made of records for which the condition holds. */
export type CheckFormula = { readonly where?: Formula; readonly that: Formula };

/** What is wrong with a formula, and where in its text. */
export class FormulaFault extends Error {
  readonly at: number;
  readonly found: string;
  readonly expected: FormulaExpectation;
  /** The nearest right word, "" if none is near. */
  readonly nearest: string;
  constructor({
    at,
    found,
    expected,
    nearest = "",
  }: {
    readonly at: number;
    readonly found: string;
    readonly expected: FormulaExpectation;
    readonly nearest?: string | undefined;
  }) {
    super(`${expected} expected at ${at}, found ${found}`);
    this.at = at;
    this.found = found;
    this.expected = expected;
    this.nearest = nearest;
  }
}
