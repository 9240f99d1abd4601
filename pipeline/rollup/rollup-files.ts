/** A roll-up's figures → `rollup.json` for programs and `rollup.csv` for Excel. */
import type { MoneySum, Rollup, RollupDepartment } from "../contracts/index.ts";
import { encodeJson, type NewFile } from "../files/index.ts";
import { writeCsv } from "../lists/index.ts";
import { fields, moneyFields } from "../records/index.ts";

const header = [
  ...["序号", "部门", "文件夹", "项目数", "指标数"],
  ...moneyFields.map((name) => `${fields[`budget.${name}`].label.zh}（万元）`),
  ...["产出指标", "成本指标", "效益指标", "满意度指标", "其他指标"],
  ...["错误", "警告", "状态", "说明"],
];

export function rollupFiles(rollup: Rollup): readonly NewFile[] {
  const { departments, totals } = rollup;
  const { counted, failed } = totals;
  const rows = departments.map((one, index) => [String(index + 1), one.name, one.folder, ...cellsOf(one)]);
  const pairs = (rollup.doubled ?? []).map(({ first, second }) => `${first.folder} 与 ${second.folder}`);
  const says = [
    ...(failed === 0 ? [] : [`不含未能汇总的 ${failed} 个部门`]),
    ...(pairs.length === 0 ? [] : [`可能重复计入：${pairs.join("、")}`]),
  ].join("；");
  const sum = ["", "合计", `${counted} 个部门`, ...figureCells(totals), ...foundCells(totals), "", says];
  return [
    { name: "rollup.json", bytes: encodeJson(rollup) },
    { name: "rollup.csv", bytes: writeCsv(header, [...rows, sum]) },
  ];
}

function cellsOf(department: RollupDepartment): readonly string[] {
  const found = foundCells(department);
  if (department.state === "failed") {
    const reasons = department.failures.map(({ at, says, todo }) => `${at} ${says}。${todo}`);
    const counts = found.map((count) => (count === "0" ? "—" : count));
    return [...new Array<string>(10).fill(""), ...counts, "未能汇总", reasons.join("\n")];
  }
  const { money, stated } = department;
  const notes = [
    ...moneyFields.flatMap((name) => uncounted(fields[`budget.${name}`].label.zh, money[name])),
    ...(stated === undefined
      ? []
      : [`department.json 所填预算合计为 ${stated.total} 万元，相差 ${stated.difference} 万元`]),
  ];
  return [...figureCells(department), ...found, "已汇总", notes.join("；")];
}

function uncounted(name: string, { uncounted: projects }: MoneySum): readonly string[] {
  return projects === 0 ? [] : [`${projects} 个项目的${name}没有填写、无法读出，或没有写明单位，未计入`];
}

function figureCells({
  projects,
  indicators,
  money,
  kinds,
}: Omit<Rollup["totals"], "findings" | "counted" | "failed">) {
  return [
    ...[projects, indicators].map(String),
    ...moneyFields.map((name) => money[name].sum ?? ""),
    ...[kinds.output, kinds.cost, kinds.benefit, kinds.satisfaction, kinds.other].map(String),
  ];
}

function foundCells({ findings }: Pick<RollupDepartment, "findings">): readonly string[] {
  return [findings.error, findings.warning].map(String);
}
