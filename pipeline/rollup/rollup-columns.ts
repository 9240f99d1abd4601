/** A roll-up → the columns of its figures, in the order in which `rollup.csv` and `rollup.xlsx` have them. */
import { columnOf, type FormFigure, type Rollup, type RollupDepartment } from "../contracts/index.ts";
import { fields, moneyFields } from "../records/index.ts";

/** A row of figures: a department, or all of them. */
export type RollupRow = RollupDepartment | Rollup["totals"];
type Counted = Extract<RollupDepartment, { readonly state: "counted" }> | Rollup["totals"];

export type NumberColumn = {
  readonly header: string;
  readonly kind: "count" | "money";
  /** Undefined for what is not known, as most is not of a department that failed. */
  readonly of: (row: RollupRow) => string | undefined;
};

/** What there is of every form: counts, and money by its sources. */
export function sharedColumns({ sources }: Rollup["totals"]): readonly NumberColumn[] {
  return [
    count("项目数", ({ projects }) => projects),
    count("指标数", ({ indicators }) => indicators),
    ...moneyFields.map((name) => money(fields[`budget.${name}`].label.zh, (row) => row.money[name].sum)),
    ...sources.map(({ label }) =>
      money(label, (row) => row.sources.find((source) => source.label === label)?.sum),
    ),
    money("未列明来源", ({ unlisted }) => unlisted),
    count("产出指标", ({ kinds }) => kinds.output),
    count("成本指标", ({ kinds }) => kinds.cost),
    count("效益指标", ({ kinds }) => kinds.benefit),
    count("满意度指标", ({ kinds }) => kinds.satisfaction),
    count("其他指标", ({ kinds }) => kinds.other),
  ];
}

export const findingColumns: readonly NumberColumn[] = [
  found("错误", ({ findings }) => findings.error),
  found("警告", ({ findings }) => findings.warning),
];

function count(header: string, of: (row: Counted) => number): NumberColumn {
  return { header, kind: "count", of: ofCounted((row) => String(of(row))) };
}

function money(label: string, of: (row: Counted) => string | undefined): NumberColumn {
  return { header: inTenThousands(label), kind: "money", of: ofCounted(of) };
}

function found(header: string, of: (row: RollupRow) => number): NumberColumn {
  // Of one that could not be read nothing was checked: no findings are no good news.
  return {
    header,
    kind: "count",
    of: (row) => (of(row) === 0 && hasFailed(row) ? undefined : String(of(row))),
  };
}

/** The figure of a form's own that is in a column, if the row has it. */
export function figureIn(row: RollupRow, column: FormFigure): FormFigure | undefined {
  return hasFailed(row) ? undefined : row.figures.find((one) => columnOf(one) === columnOf(column));
}

export function figureHeader({ label, unit }: FormFigure): string {
  return unit === "money" ? inTenThousands(label) : label;
}

function inTenThousands(label: string): string {
  return `${label}（万元）`;
}

function ofCounted(of: (row: Counted) => string | undefined): NumberColumn["of"] {
  return (row) => (hasFailed(row) ? undefined : of(row));
}

function hasFailed(row: RollupRow): row is Extract<RollupDepartment, { readonly state: "failed" }> {
  return "state" in row && row.state === "failed";
}
