/** A roll-up's figures → `rollup.json` for programs, and for people to go on with `rollup.csv` and `rollup.xlsx`. */
import { columnOf, type FormFigure, type Rollup, type RollupDepartment } from "../contracts/index.ts";
import { encodeJson, type NewFile } from "../files/index.ts";
import { writeCsv } from "../lists/index.ts";
import { fields, moneyFields, shiftDecimal } from "../records/index.ts";
import { notesOf } from "./notes.ts";
import { rollupWorkbook } from "./rollup-workbook.ts";

/** The columns that depend on the forms of the departments. */
type Columns = { readonly sources: readonly string[]; readonly figures: readonly FormFigure[] };

function headerOf({ sources, figures }: Columns): readonly string[] {
  return [
    ...["序号", "部门", "文件夹", "项目数", "指标数"],
    ...moneyFields.map((name) => `${fields[`budget.${name}`].label.zh}（万元）`),
    ...[...sources, "未列明来源"].map((label) => `${label}（万元）`),
    ...["产出指标", "成本指标", "效益指标", "满意度指标", "其他指标"],
    ...figures.map(({ label, unit }) => (unit === "money" ? `${label}（万元）` : label)),
    ...["错误", "警告", "状态", "说明"],
  ];
}

export async function rollupFiles(rollup: Rollup): Promise<readonly NewFile[]> {
  const { departments, totals } = rollup;
  const { counted, failed } = totals;
  const columns = { sources: totals.sources.map(({ label }) => label), figures: totals.figures };
  const header = headerOf(columns);
  const rows = departments.map((one, index) => [
    ...[String(index + 1), one.name, one.folder],
    ...cellsOf(one, columns),
  ]);
  const pairs = (rollup.doubled ?? []).map(({ first, second }) => `${first.folder} 与 ${second.folder}`);
  const says = [
    ...(failed === 0 ? [] : [`不含未能汇总的 ${failed} 个部门`]),
    ...(pairs.length === 0 ? [] : [`可能重复计入：${pairs.join("、")}`]),
  ].join("；");
  const sum = [
    "",
    "合计",
    `${counted} 个部门`,
    ...figureCells(totals, columns),
    ...foundCells(totals),
    "",
    says,
  ];
  return [
    { name: "rollup.json", bytes: encodeJson(rollup) },
    { name: "rollup.csv", bytes: writeCsv(header, [...rows, sum]) },
    { name: "rollup.xlsx", bytes: await rollupWorkbook(rollup) },
  ];
}

function cellsOf(department: RollupDepartment, columns: Columns): readonly string[] {
  const found = foundCells(department);
  if (department.state === "failed") {
    const reasons = department.failures.map(({ at, says, todo }) => `${at} ${says}。${todo}`);
    const counts = found.map((count) => (count === "0" ? "—" : count));
    const blank = new Array<string>(11 + columns.sources.length + columns.figures.length).fill("");
    return [...blank, ...counts, "未能汇总", reasons.join("\n")];
  }
  return [...figureCells(department, columns), ...found, "已汇总", notesOf(department).join("；")];
}

function figureCells(
  { projects, indicators, money, sources, unlisted, kinds, figures }: Figures,
  columns: Columns,
): readonly string[] {
  return [
    ...[projects, indicators].map(String),
    ...moneyFields.map((name) => money[name].sum ?? ""),
    ...columns.sources.map((label) => sources.find((source) => source.label === label)?.sum ?? ""),
    unlisted ?? "",
    ...[kinds.output, kinds.cost, kinds.benefit, kinds.satisfaction, kinds.other].map(String),
    ...columns.figures.map((column) => csvFigure(figures.find((one) => columnOf(one) === columnOf(column)))),
  ];
}

function csvFigure(figure: FormFigure | undefined): string {
  if (figure?.value === undefined) return "";
  return figure.unit === "percent" ? `${shiftDecimal(figure.value, 2)}%` : figure.value;
}

type Figures = Omit<Rollup["totals"], "findings" | "counted" | "failed">;

function foundCells({ findings }: Pick<RollupDepartment, "findings">): readonly string[] {
  return [findings.error, findings.warning].map(String);
}
