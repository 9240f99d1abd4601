/** A budget project (预算项目) as it will be printed: one 绩效目标表. */
import type { Place } from "../diagnostics/index.ts";
import type { Indicator, IndicatorTables } from "./indicator.ts";
import type { Budget } from "./money.ts";
import type { Text } from "./text.ts";

/** Spending schedule (资金支出计划): cumulative share at each month's end, as given. */
export type Schedule = {
  readonly march?: Text;
  readonly june?: Text;
  readonly october?: Text;
  readonly december?: Text;
};

/** A goal as given: its lines in order. `items` are its numbered parts where it has any, else its lines. */
export type Goal = {
  readonly lines: readonly Text[];
  readonly items: readonly string[];
};

export type Project = {
  /** What identifies it: the code, else unit and name. */
  readonly key: string;
  /** Where its first row stands. */
  readonly at: Place;
  readonly code?: Text;
  readonly name?: Text;
  readonly unit?: Text;
  readonly unitCode?: Text;
  readonly department?: Text;
  readonly year?: Text;
  readonly annex?: Text;
  readonly order?: Text;
  readonly purpose?: Text;
  readonly attribute?: Text;
  readonly period?: Text;
  readonly lead?: Text;
  readonly midTermRange?: Text;
  readonly budget: Budget;
  readonly midTermBudget: Budget;
  readonly schedule: Schedule;
  readonly goals: { readonly annual?: Goal; readonly midTerm?: Goal };
  /** In the order of the export. */
  readonly indicators: readonly Indicator[];
  /** The same indicators, grouped for printing: interleaved groups are brought together by first appearance. */
  readonly tables: IndicatorTables;
  /** Fields that only this form has, by the name form.json gives them. */
  readonly own: Readonly<Record<string, Text>>;
};
