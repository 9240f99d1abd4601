/** A roll-up's figures → `rollup.json` for programs, and for people to go on with `rollup.csv` and `rollup.xlsx`. */
import { plainReasons } from "../compose/index.ts";
import type { FormFigure, Rollup, RollupDepartment } from "../contracts/index.ts";
import { encodeJson, type NewFile } from "../files/index.ts";
import { writeCsv } from "../lists/index.ts";
import { percentOf } from "../records/index.ts";
import { notesOf } from "./notes.ts";
import { figureHeader, figureIn, findingColumns, type RollupRow, sharedColumns } from "./rollup-columns.ts";
import { rollupWorkbook } from "./rollup-workbook.ts";

export async function rollupFiles(rollup: Rollup): Promise<readonly NewFile[]> {
  return [
    { name: "rollup.json", bytes: encodeJson(rollup) },
    { name: "rollup.csv", bytes: rollupCsv(rollup) },
    { name: "rollup.xlsx", bytes: await rollupWorkbook(rollup) },
  ];
}

function rollupCsv({ departments, totals, doubled = [] }: Rollup): Uint8Array {
  const { counted, failed, figures } = totals;
  const shared = sharedColumns(totals);
  const header = [
    ...["序号", "部门", "文件夹"],
    ...shared.map((column) => column.header),
    ...figures.map(figureHeader),
    ...findingColumns.map((column) => column.header),
    ...["状态", "说明"],
  ];
  const cells = (row: RollupRow) => [
    ...shared.map((column) => column.of(row) ?? ""),
    ...figures.map((column) => csvFigure(figureIn(row, column))),
    ...findingColumns.map((column) => column.of(row) ?? "—"),
  ];
  const rows = departments.map((one, index) => [
    ...[String(index + 1), one.name, one.folder],
    ...cells(one),
    ...stateOf(one),
  ]);
  const pairs = doubled.map(({ first, second }) => `${first.folder} 与 ${second.folder}`);
  const says = [
    ...(failed === 0 ? [] : [`不含未能汇总的 ${failed} 个部门`]),
    ...(pairs.length === 0 ? [] : [`可能重复计入：${pairs.join("、")}`]),
  ].join("；");
  const sum = ["", "合计", `${counted} 个部门`, ...cells(totals), "", says];
  return writeCsv(header, [...rows, sum]);
}

function stateOf(department: RollupDepartment): readonly string[] {
  if (department.state === "counted") return ["已汇总", notesOf(department).join("；")];
  return ["未能汇总", plainReasons(department.failures).join("")];
}

function csvFigure(figure: FormFigure | undefined): string {
  if (figure?.value === undefined) return "";
  return figure.unit === "percent" ? percentOf(figure.value, figure.places) : figure.value;
}
