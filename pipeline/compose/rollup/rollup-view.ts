/** The figures of many departments → what rollup.hbs prints of them. */
import {
  columnOf,
  type FormFigure,
  type MoneySum,
  type OwnSource,
  type Rollup,
  type RollupDepartment,
} from "../../contracts/index.ts";
import { fields, moneyFields, percentOf, sumDecimals, withTwoPlaces } from "../../records/index.ts";
import { hanNumeral, printEach, printLines } from "../printing.ts";
import { flag, list, number, optional, record, text, texts, type ViewOf } from "../shape.ts";
import { plainReasons } from "./plain-reasons.ts";
import { contradicted, doubledNotes, figureNotes, incomplete, none, printedNotes } from "./printed-notes.ts";

const figuresShape = {
  projects: number,
  indicators: number,
  /** `further`: what no column of its own shows. */
  money: texts([...moneyFields, "further"]),
  kinds: record({ output: number, cost: number, benefit: number, satisfaction: number, other: number }),
};

/** A table whose columns depend on the forms of the departments. */
const columnsShape = record({
  caption: text,
  labels: list(text),
  /** How many there are. */
  count: number,
  /** A department that failed has no cells. */
  rows: list(record({ ordinal: number, name: text, failed: flag, cells: list(text) })),
  totals: list(text),
});

/** What rollup.hbs may name. */
export const rollupShape = record({
  title: text,
  year: text,
  /** 一, 二, 三 of the parts that are there. */
  parts: texts(["sources", "figures", "kinds", "failed"]),
  /** Whether there are sources besides the two of every form. */
  hasFurther: flag,
  rows: list(
    record({
      ordinal: number,
      name: text,
      errors: text,
      warnings: text,
      /** Absent for a department that failed. */
      figures: optional(figuresShape),
    }),
  ),
  totals: record({ ...figuresShape, counted: number, failed: number, errors: number, warnings: number }),
  /** What the marks in the table mean, and whatever else must be known of the figures. */
  notes: list(text),
  /** All sources of money; empty if the first table shows them. More columns than a page holds are several tables. */
  sources: list(columnsShape),
  /** The figures that forms give of their own. */
  figures: list(columnsShape),
  figureNotes: list(text),
  failed: list(record({ name: text, reasons: list(text) })),
});
export type RollupView = ViewOf<typeof rollupShape>;
type ColumnsView = RollupView["sources"][number];

/** Printed for what cannot be said although there is something to say. */
const unknown = "无法计算";
const unlistedLabel = "未列明来源";

export function rollupView({ title, year, departments, doubled, totals }: Rollup): RollupView {
  const { counted, failed, findings } = totals;
  const sources = sourceTables(departments, totals);
  const figures = figureTables(departments, totals);
  return {
    title: printLines(title),
    year: year ?? "",
    parts: numberParts({ sources: sources.length > 0, figures: figures.length > 0 }),
    hasFurther: sources.length > 0,
    rows: departments.map(rowView),
    totals: {
      ...figuresView({ ...totals, mark: "" }),
      ...{ counted, failed, errors: findings.error, warnings: findings.warning },
    },
    notes: [...printedNotes(departments, failed), ...doubledNotes({ doubled, departments })].map(printLines),
    sources,
    figures,
    figureNotes: figureNotes(departments).map(printLines),
    failed: departments.flatMap(failedView),
  };
}

/** The table of departments comes first, and is always there. */
function numberParts({ sources, figures }: { readonly sources: boolean; readonly figures: boolean }) {
  let last = 1;
  const next = (isThere: boolean) => {
    if (isThere) last += 1;
    return isThere ? hanNumeral(last) : "";
  };
  return { sources: next(sources), figures: next(figures), kinds: next(true), failed: next(true) };
}

function rowView(department: RollupDepartment, index: number): RollupView["rows"][number] {
  // Of one that could not be read nothing was checked: no findings are no good news.
  const printed = (count: number) => (count === 0 && department.state === "failed" ? none : String(count));
  const errors = printed(department.findings.error);
  const warnings = printed(department.findings.warning);
  const figures =
    department.state === "counted"
      ? figuresView({ ...department, mark: department.stated === undefined ? "" : contradicted })
      : undefined;
  return { ordinal: index + 1, name: printLines(department.name), errors, warnings, figures };
}

type Figures = Omit<Rollup["totals"], "counted" | "failed" | "findings">;

/** `mark` is printed beside the total. */
function figuresView({
  projects,
  indicators,
  kinds,
  money,
  mark,
  ...rest
}: Figures & { readonly mark: string }): NonNullable<RollupView["rows"][number]["figures"]> {
  const printed = printEach(moneyFields, (name) => printSum(money[name]));
  const further = printSum(furtherSum(rest));
  return { projects, indicators, kinds, money: { ...printed, total: printed.total + mark, further } };
}

function furtherSum({ sources, unlisted }: Pick<Figures, "sources" | "unlisted">): MoneySum {
  const sums = [...sources.flatMap(({ sum }) => sum ?? []), ...(unlisted === undefined ? [] : [unlisted])];
  const uncounted = sources.reduce((count, one) => count + one.uncounted, 0);
  return sums.length === 0 ? { uncounted } : { sum: withTwoPlaces(sumDecimals(sums)), uncounted };
}

function printSum({ sum, uncounted }: MoneySum): string {
  if (sum === undefined) return uncounted > 0 ? unknown : none;
  return uncounted > 0 ? sum + incomplete : sum;
}

type Column = { readonly label: string; readonly cell: (figures: Figures) => string };

/** One column a source: those of every form, those of some, and last what the totals come to beyond all of them. */
function sourceTables(
  departments: readonly RollupDepartment[],
  totals: Rollup["totals"],
): readonly ColumnsView[] {
  const isUnlisted = departments.some((one) => one.state === "counted" && one.unlisted !== undefined);
  if (totals.sources.length === 0 && !isUnlisted) return [];
  const columns: readonly Column[] = [
    ...moneyFields.map((name) => ({
      label: fields[`budget.${name}`].label.zh,
      cell: ({ money }: Figures) => printSum(money[name]),
    })),
    ...totals.sources.map(({ label }) => ({
      label,
      cell: ({ sources }: Figures) => printSum(sourceOf(label, sources)),
    })),
    ...(isUnlisted ? [{ label: unlistedLabel, cell: ({ unlisted }: Figures) => unlisted ?? none }] : []),
  ];
  return columnTables("各部门资金来源", columns, { departments, totals });
}

function sourceOf(label: string, sources: readonly OwnSource[]): MoneySum {
  return sources.find((source) => source.label === label) ?? { uncounted: 0 };
}

function figureTables(
  departments: readonly RollupDepartment[],
  totals: Rollup["totals"],
): readonly ColumnsView[] {
  const columns = totals.figures.map((total): Column => {
    const own = (figures: Figures) => figures.figures.find((one) => columnOf(one) === columnOf(total));
    return { label: headerOf(total), cell: (figures) => printFigure(own(figures)) };
  });
  return columnTables("各部门其他统计", columns, { departments, totals });
}

function headerOf({ label, unit }: FormFigure): string {
  return printLines(unit === "money" ? `${label}（万元）` : label);
}

function printFigure(figure: FormFigure | undefined): string {
  if (figure?.value === undefined) return figure !== undefined && figure.uncounted > 0 ? unknown : none;
  const { value, unit, places, uncounted } = figure;
  const printed = unit === "percent" ? percentOf(value, places) : value;
  return uncounted > 0 ? printed + incomplete : printed;
}

/** As many as a page across holds beside the name of the department. */
const mostColumns = 8;

function columnTables(
  caption: string,
  columns: readonly Column[],
  {
    departments,
    totals,
  }: { readonly departments: readonly RollupDepartment[]; readonly totals: Rollup["totals"] },
): readonly ColumnsView[] {
  const tables: ColumnsView[] = [];
  for (let from = 0; from < columns.length; from += mostColumns) {
    const own = columns.slice(from, from + mostColumns);
    const cellsOf = (figures: Figures) => own.map(({ cell }) => cell(figures));
    tables.push({
      caption,
      labels: own.map(({ label }) => printLines(label)),
      count: own.length,
      rows: departments.map((one, index) => ({
        ordinal: index + 1,
        name: printLines(one.name),
        failed: one.state === "failed",
        cells: one.state === "counted" ? cellsOf(one) : [],
      })),
      totals: cellsOf(totals),
    });
  }
  return tables;
}

function failedView(department: RollupDepartment): RollupView["failed"] {
  if (department.state === "counted") return [];
  return [{ name: printLines(department.name), reasons: plainReasons(department.failures) }];
}
