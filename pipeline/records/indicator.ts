/** One row of the indicator table, and the groups that its merged labels cover. */
import type { Text } from "./text.ts";

/** annual: 年度; midTerm: 中期, 实施期. */
export type Horizon = "annual" | "midTerm";

/** A level-3 indicator (三级指标). Every field is as given; `printedValue` is operator + value + unit. */
export type Indicator = {
  readonly horizon: Horizon;
  readonly level1?: Text;
  readonly level2?: Text;
  readonly level3?: Text;
  readonly description?: Text;
  readonly operator?: Text;
  readonly value?: Text;
  readonly unit?: Text;
  /** What the form prints as 指标值; absent when operator, value and unit are all blank. */
  readonly printedValue?: Text;
  readonly basis?: Text;
  readonly weight?: Text;
  readonly scoringRule?: Text;
  readonly lastYear?: Text;
  readonly evidence?: Text;
  /** Fields that only this form has, by the name form.json gives them. */
  readonly own: Readonly<Record<string, Text>>;
};

/** Rows below one level-2 label (二级指标). `span` = number of rows. */
export type Level2Group<Row> = {
  readonly label: string;
  readonly span: number;
  readonly rows: readonly Row[];
};

/** Level-2 groups below one level-1 label (一级指标). `span` = number of rows of all its groups. */
export type Level1Group<Row> = {
  readonly label: string;
  readonly span: number;
  readonly groups: readonly Level2Group<Row>[];
};

/** One row of a side-by-side table; the shorter side has none. */
export type AlignedRow = { readonly midTerm?: Indicator; readonly annual?: Indicator };

/** A level-2 group of a side-by-side table: both labels, so that a side that lacks the group still shows it. */
export type IndicatorTables = {
  readonly annual: readonly Level1Group<Indicator>[];
  readonly midTerm: readonly Level1Group<Indicator>[];
  /** Both horizons aligned on (level 1, level 2); a group has as many rows as its longer side. */
  readonly aligned: readonly Level1Group<AlignedRow>[];
};
