/** A roll-up's figures → `rollup.xlsx`: numbers, and sums as formulas, to compute with. */
import { plainReasons } from "../compose/index.ts";
import { columnOf, type FormFigure, type Rollup, type RollupDepartment } from "../contracts/index.ts";
import { fields, moneyFields, placesOf } from "../records/index.ts";
import {
  type Worksheet,
  type WorksheetCell,
  type WorksheetColumn,
  writeWorkbook,
} from "../write/xlsx/index.ts";
import { notesOf } from "./notes.ts";

type Counted = Extract<RollupDepartment, { readonly state: "counted" }>;
type Totals = Rollup["totals"];

/** A column of numbers, with their sum below it. */
type Column = {
  readonly header: string;
  readonly format: Format;
  /** Undefined for what is not known, as most is not of a department that failed. */
  readonly of: (one: RollupDepartment | Totals) => string | undefined;
  /** What is computed in each row, the last one too, from other columns. */
  readonly formula?: (row: number) => string;
};

type Counts = (figures: Counted | Totals) => string | undefined;

function ofCounted(figure: Counts): Column["of"] {
  return (one) => ("state" in one && one.state === "failed" ? undefined : figure(one));
}

export function rollupWorkbook(rollup: Rollup): Promise<Uint8Array> {
  const sheets = [overview(rollup), ...ownFigures(rollup), ...leftOut(rollup)];
  return writeWorkbook(sheets);
}

/** How a number is shown: money with as many places as it has, and two at least. */
type Format = (value: string) => string;

const countFormat: Format = () => "0";
const moneyFormat: Format = (value) => thousands(Math.max(2, placesOf(value)));
const sideFormat: Format = (value) => thousands(placesOf(value));

function thousands(places: number): string {
  return `#,##${fixed(places)}`;
}

function fixed(places: number): string {
  return places === 0 ? "0" : `0.${"0".repeat(places)}`;
}

function overview({ departments, totals }: Rollup): Worksheet {
  const count = (header: string, of: (figures: Counted | Totals) => number): Column => ({
    header,
    format: countFormat,
    of: ofCounted((figures) => String(of(figures))),
  });
  const found = (header: string, of: (one: RollupDepartment | Totals) => number): Column => ({
    header,
    format: countFormat,
    // Of one that could not be read nothing was checked: no findings are no good news.
    of: (one) => (of(one) === 0 && "state" in one && one.state === "failed" ? undefined : String(of(one))),
  });
  const money = (label: string, of: Counts): Column => ({
    header: `${label}（万元）`,
    format: moneyFormat,
    of: ofCounted(of),
  });
  const counts = [
    count("项目数", ({ projects }) => projects),
    count("指标数", ({ indicators }) => indicators),
  ];
  const [total, ...shared] = moneyFields.map((name) =>
    money(fields[`budget.${name}`].label.zh, (figures) => figures.money[name].sum),
  );
  const own = totals.sources.map(({ label }) =>
    money(label, ({ sources }) => sources.find((source) => source.label === label)?.sum),
  );
  const sources = [...shared, ...own, money("未列明来源", ({ unlisted }) => unlisted)];
  const columns = [
    ...counts,
    ...(total === undefined ? [] : [total]),
    ...sources,
    count("产出指标", ({ kinds }) => kinds.output),
    count("成本指标", ({ kinds }) => kinds.cost),
    count("效益指标", ({ kinds }) => kinds.benefit),
    count("满意度指标", ({ kinds }) => kinds.satisfaction),
    count("其他指标", ({ kinds }) => kinds.other),
    found("错误", ({ findings }) => findings.error),
    found("警告", ({ findings }) => findings.warning),
  ];
  const notes = (one: RollupDepartment) =>
    text(one.state === "failed" ? "未能汇总" : notesOf(one).join("；"));
  return sheetOf("各部门情况", { departments, totals, columns, notes });
}

/** What forms say of their own. Of a ratio and a mean both sides are columns, so that they can be added. */
function ownFigures({ departments, totals }: Rollup): readonly Worksheet[] {
  if (totals.figures.length === 0) return [];
  const columns: Column[] = [];
  for (const figure of totals.figures) {
    const own = ({ figures }: Counted | Totals) => figures.find((one) => columnOf(one) === columnOf(figure));
    const { label, how } = figure;
    if (how !== "ratio" && how !== "mean") {
      const of = ofCounted((one) => own(one)?.sum);
      columns.push({ header: withUnit(figure), format: formatOf(figure), of });
      continue;
    }
    const at = firstColumn + columns.length;
    const [upper, lower] = [at, at + 1].map(letters);
    const [sum, over] = how === "mean" ? ["合计", "个数"] : ["分子", "分母"];
    columns.push(
      { header: `${label}：${sum}`, format: sideFormat, of: ofCounted((one) => own(one)?.sum) },
      {
        header: `${label}：${over}`,
        format: sideFormat,
        of: ofCounted((one) => (own(one)?.sum === undefined ? undefined : own(one)?.over)),
      },
      {
        header: withUnit(figure),
        format: formatOf(figure),
        of: ofCounted((one) => own(one)?.value),
        formula: (row) => `IF(N(${lower}${row})=0,"",${upper}${row}/${lower}${row})`,
      },
    );
  }
  return [sheetOf("各部门其他统计", { departments, totals, columns, notes: () => ({ kind: "blank" }) })];
}

function withUnit({ label, unit }: FormFigure): string {
  return unit === "money" ? `${label}（万元）` : label;
}

function formatOf({ unit, places }: FormFigure): Format {
  return () =>
    unit === "percent" ? `${fixed(places)}%` : unit === "money" ? thousands(places) : fixed(places);
}

/** Those that failed, with the place of each fault, for whoever asks for corrected data. */
function leftOut({ departments }: Rollup): readonly Worksheet[] {
  const failed = departments.filter((one) => one.state === "failed");
  if (failed.length === 0) return [];
  const columns: readonly WorksheetColumn[] = [
    { header: "部门", width: 36 },
    { header: "原因", width: 40 },
    { header: "位置", width: 40 },
    { header: "详情", width: 80 },
  ];
  const rows = failed.flatMap(({ name, folder, failures }) => {
    const reason = plainReasons(failures.map(({ code }) => code)).join("");
    const faults = failures.length === 0 ? [{ at: folder, says: "", todo: "" }] : failures;
    return faults.map(({ at, says, todo }) =>
      [name, reason, `${folder} ${at}`, `${says}。${todo}`].map(text),
    );
  });
  return [{ name: "未能汇总的部门", columns, rows }];
}

/** Columns before those of figures: 序号, 部门, 文件夹, 表式. */
const firstColumn = 4;

function sheetOf(
  name: string,
  {
    departments,
    totals,
    columns,
    notes,
  }: {
    readonly departments: readonly RollupDepartment[];
    readonly totals: Totals;
    readonly columns: readonly Column[];
    readonly notes: (department: RollupDepartment) => WorksheetCell;
  },
): Worksheet {
  const last = departments.length + 1;
  const rows = departments.map((one, index) => [
    number(String(index + 1), countFormat),
    ...[one.name, one.folder, one.state === "counted" ? one.form : ""].map(text),
    ...columns.map((column) => cellIn(column, one, index + 2)),
    notes(one),
  ]);
  const sums = columns.map((column, index): WorksheetCell => {
    if (column.formula !== undefined) return cellIn(column, totals, last + 1);
    const letter = letters(firstColumn + index);
    const formula = `SUM(${letter}2:${letter}${last})`;
    const value = column.of(totals) ?? "0";
    return { kind: "formula", formula, value, format: column.format(value) };
  });
  return {
    name,
    columns: [
      { header: "序号", width: 6 },
      { header: "部门", width: 36 },
      { header: "文件夹", width: 20, hidden: true },
      { header: "表式", width: 12 },
      ...columns.map(({ header }) => ({ header, width: 16 })),
      { header: "说明", width: 50 },
    ],
    rows: [...rows, [blank, text("合计"), blank, blank, ...sums, blank]],
    totalRows: 1,
  };
}

function cellIn({ of, format, formula }: Column, one: RollupDepartment | Totals, row: number): WorksheetCell {
  const value = of(one);
  if (formula !== undefined)
    return { kind: "formula", formula: formula(row), value: value ?? "", format: format(value ?? "") };
  return value === undefined ? blank : number(value, format);
}

const blank: WorksheetCell = { kind: "blank" };

function text(words: string): WorksheetCell {
  return words === "" ? blank : { kind: "text", text: words };
}

function number(value: string, format: Format): WorksheetCell {
  return { kind: "number", value, format: format(value) };
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}
