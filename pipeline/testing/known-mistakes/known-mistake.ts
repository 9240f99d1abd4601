/** A mistake that certainly stands in a sample department, whether or not a rule finds it. */
import type { CheckCode, RuleCode } from "../../check/index.ts";

/** What a reviewer would file it under. */
export type Kind =
  | "relations"
  | "time"
  | "direction"
  | "completeness"
  | "copies"
  | "values"
  | "levels"
  | "money"
  | "wording"
  | "spelling";

type Standing = {
  /** Every place of the mistake: cells as `indicators.csv K4`, JSON pointers, or a file. */
  readonly at: readonly string[];
  readonly what: string;
};

/** Found if the rule's findings name all its places. One that no rule finds says why. */
export type KnownMistake = Standing & ({ readonly code: RuleCode | CheckCode } | { readonly missed: string });

export type KnownMistakes = Readonly<Partial<Record<Kind, readonly KnownMistake[]>>>;

/** `places("indicators.csv D", 5, 6)`: the cells of one column. */
export function places(column: string, ...rows: readonly number[]): readonly string[] {
  return rows.map((row) => `${column}${row}`);
}
