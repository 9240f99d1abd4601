/** The figures of many departments → what rollup.hbs prints of them. */
import type { MoneySum, Rollup, RollupDepartment } from "../../contracts/index.ts";
import { fields, moneyFields } from "../../records/index.ts";
import { printEach, printLines } from "../printing.ts";
import { list, number, optional, record, text, texts, type ViewOf } from "../shape.ts";

const figuresShape = {
  projects: number,
  indicators: number,
  money: texts(moneyFields),
  kinds: record({ output: number, cost: number, benefit: number, satisfaction: number, other: number }),
};

/** What rollup.hbs may name. */
export const rollupShape = record({
  title: text,
  year: text,
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
  failed: list(record({ name: text, folder: text, reasons: list(text) })),
});
export type RollupView = ViewOf<typeof rollupShape>;

/** Printed for money of which nothing can be counted. */
const unknown = "无法计算";
/** Printed if no project gives an amount of the kind. */
const none = "—";
const incomplete = "※";
const contradicted = "△";

export function rollupView({ title, year, departments, doubled, totals }: Rollup): RollupView {
  const { counted, failed, findings } = totals;
  return {
    title: printLines(title),
    year: year ?? "",
    rows: departments.map(rowView),
    totals: {
      ...figuresView({ ...totals, mark: "" }),
      ...{ counted, failed, errors: findings.error, warnings: findings.warning },
    },
    notes: [...notesOf(departments, failed), ...doubledNotes(doubled)].map(printLines),
    failed: departments.flatMap(failedView),
  };
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

type Figures = Pick<Rollup["totals"], "projects" | "indicators" | "kinds" | "money">;

/** `mark` is printed beside the total. */
function figuresView({
  projects,
  indicators,
  kinds,
  money,
  mark,
}: Figures & { readonly mark: string }): NonNullable<RollupView["rows"][number]["figures"]> {
  const printed = printEach(moneyFields, (name) => printSum(money[name]));
  return { projects, indicators, kinds, money: { ...printed, total: printed.total + mark } };
}

function printSum({ sum, uncounted }: MoneySum): string {
  if (sum === undefined) return uncounted > 0 ? unknown : none;
  return uncounted > 0 ? sum + incomplete : sum;
}

function notesOf(departments: readonly RollupDepartment[], failed: number): readonly string[] {
  const counted = departments.filter((one) => one.state === "counted");
  const partial = counted.flatMap(({ name, money }) =>
    moneyFields.flatMap((field) => {
      const { sum, uncounted } = money[field];
      if (uncounted === 0) return [];
      const label = fields[`budget.${field}`].label.zh;
      const what = `${name}有 ${uncounted} 个项目的${label}没有填写、无法读出，或没有写明单位`;
      return [
        sum === undefined
          ? `${what}，该部门的${label}无法计算，未计入合计。`
          : `${incomplete}${what}，未计入。`,
      ];
    }),
  );
  const contradictions = counted.flatMap(({ name, stated, money }) =>
    stated === undefined
      ? []
      : [
          `${contradicted}${name}：department.json 所填预算合计为 ${stated.total} 万元，各项目之和为 ${money.total.sum ?? none} 万元，相差 ${stated.difference} 万元。`,
        ],
  );
  const years = new Set(counted.flatMap(({ year }) => year ?? []));
  return [
    ...partial,
    ...contradictions,
    ...(failed > 0 ? [`合计不含未能汇总的 ${failed} 个部门。`] : []),
    ...(years.size > 1 ? [`各部门填报的年度不一致：${[...years].toSorted().join("、")}。`] : []),
  ];
}

/** Codes named; the rest are counted. */
const mostCodes = 3;

function doubledNotes(doubled: Rollup["doubled"] = []): readonly string[] {
  return doubled.map(({ first, second, sameName, codes }) => {
    const named = codes.slice(0, mostCodes).join("、") + (codes.length > mostCodes ? "等" : "");
    const alike = [
      ...(sameName ? ["名称相同"] : []),
      ...(codes.length === 0 ? [] : [`有 ${codes.length} 个项目编码相同（${named}）`]),
    ].join("，");
    const pair = [first, second].map(({ name, folder }) => `${name}（${folder}）`).join("与");
    return `${pair}${alike}，都已计入合计，请核对是否重复。`;
  });
}

function failedView(department: RollupDepartment): RollupView["failed"] {
  if (department.state === "counted") return [];
  const reasons = department.failures.map(({ at, says, todo }) => printLines(`${at} ${says}。${todo}`));
  return [{ name: printLines(department.name), folder: printLines(department.folder), reasons }];
}
