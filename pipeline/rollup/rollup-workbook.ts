/** A roll-up's figures → `rollup.xlsx`: numbers, and sums as formulas, to compute with. */
import { plainReasons } from "../compose/index.ts";
import type { FormFigure, Rollup, RollupDepartment } from "../contracts/index.ts";
import { columnLetters } from "../diagnostics/index.ts";
import { placesOf } from "../records/index.ts";
import {
  type Worksheet,
  type WorksheetCell,
  type WorksheetColumn,
  writeWorkbook,
} from "../write/xlsx/index.ts";
import { notesOf } from "./notes.ts";
import {
  figureHeader,
  figureIn,
  findingColumns,
  type NumberColumn,
  type RollupRow,
  sharedColumns,
} from "./rollup-columns.ts";

/** A column of numbers, with their sum below it. */
type Column = Pick<NumberColumn, "header" | "of"> & {
  readonly format: Format;
  /** What is computed in each row, the last one too, from other columns. */
  readonly formula?: (row: number) => string;
};

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
  const columns = [...sharedColumns(totals), ...findingColumns].map(
    ({ kind, ...column }): Column => ({ ...column, format: kind === "money" ? moneyFormat : countFormat }),
  );
  const notes = (one: RollupDepartment) =>
    text(one.state === "failed" ? "未能汇总" : notesOf(one).join("；"));
  return sheetOf("各部门情况", { departments, totals, columns, notes });
}

/** What forms say of their own. Of a ratio and a mean both sides are columns, so that they can be added. */
function ownFigures({ departments, totals }: Rollup): readonly Worksheet[] {
  if (totals.figures.length === 0) return [];
  const columns: Column[] = [];
  for (const figure of totals.figures) {
    const own = (row: RollupRow) => figureIn(row, figure);
    const { label, how } = figure;
    if (how !== "ratio" && how !== "mean") {
      columns.push({ header: figureHeader(figure), format: formatOf(figure), of: (row) => own(row)?.sum });
      continue;
    }
    const at = firstColumn + columns.length;
    const [upper, lower] = [at + 1, at + 2].map(columnLetters);
    const [sum, over] = how === "mean" ? ["合计", "个数"] : ["分子", "分母"];
    columns.push(
      { header: `${label}：${sum}`, format: sideFormat, of: (row) => own(row)?.sum },
      {
        header: `${label}：${over}`,
        format: sideFormat,
        of: (row) => (own(row)?.sum === undefined ? undefined : own(row)?.over),
      },
      {
        header: figureHeader(figure),
        format: formatOf(figure),
        of: (row) => own(row)?.value,
        formula: (row) => `IF(N(${lower}${row})=0,"",${upper}${row}/${lower}${row})`,
      },
    );
  }
  return [sheetOf("各部门其他统计", { departments, totals, columns, notes: () => ({ kind: "blank" }) })];
}

function formatOf({ unit, places }: FormFigure): Format {
  return () =>
    unit === "percent" ? `${fixed(places)}%` : unit === "money" ? thousands(places) : fixed(places);
}

/** Those that failed, and in a sentence why: where the fault is stands in rollup.json and in what `check` finds. */
function leftOut({ departments }: Rollup): readonly Worksheet[] {
  const failed = departments.filter((one) => one.state === "failed");
  if (failed.length === 0) return [];
  const columns: readonly WorksheetColumn[] = [
    { header: "部门", width: 36 },
    folderColumn,
    { header: "原因", width: 80 },
  ];
  const rows = failed.map(({ name, folder, failures }) =>
    [name, folder, plainReasons(failures).join("")].map(text),
  );
  return [{ name: "未能汇总的部门", columns, rows }];
}

const folderColumn: WorksheetColumn = { header: "文件夹", width: 20, hidden: true };

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
    readonly totals: Rollup["totals"];
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
    const letter = columnLetters(firstColumn + index + 1);
    const formula = `SUM(${letter}2:${letter}${last})`;
    const value = column.of(totals) ?? "0";
    return { kind: "formula", formula, value, format: column.format(value) };
  });
  return {
    name,
    columns: [
      { header: "序号", width: 6 },
      { header: "部门", width: 36 },
      folderColumn,
      { header: "表式", width: 12 },
      ...columns.map(({ header }) => ({ header, width: 16 })),
      { header: "说明", width: 50 },
    ],
    rows: [...rows, [blank, text("合计"), blank, blank, ...sums, blank]],
    totalRows: 1,
  };
}

function cellIn({ of, format, formula }: Column, one: RollupRow, row: number): WorksheetCell {
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
