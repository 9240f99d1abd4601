/** The figures of many departments → sentences for the printed page on what is missing, contradicted or counted twice in them. */
import type { MoneySum, Rollup, RollupDepartment } from "../../contracts/index.ts";
import { fields, groupBy, moneyFields } from "../../records/index.ts";

/** Printed if nothing is given. */
export const none = "—";
/** Beside a figure of which something could not be counted. */
export const incomplete = "※";
/** Beside a total that is not the one which the department states. */
export const contradicted = "△";

/** Of the table of departments and that of sources. */
export function printedNotes(departments: readonly RollupDepartment[], failed: number): readonly string[] {
  const counted = departments.filter((one) => one.state === "counted");
  const partial = counted.flatMap(({ name, money }) =>
    moneyFields.flatMap((field) => {
      const { sum, uncounted } = money[field];
      if (uncounted === 0) return [];
      return [uncountedNote({ name, label: fields[`budget.${field}`].label.zh, sum, uncounted })];
    }),
  );
  const ownPartial = counted.flatMap(({ name, sources }) =>
    sources.flatMap((source) => (source.uncounted === 0 ? [] : [uncountedNote({ ...source, name })])),
  );
  const excess = counted.flatMap(({ name, unlisted }) =>
    unlisted?.startsWith("-") ? [`${name}：各项来源之和比预算数多 ${unlisted.slice(1)} 万元。`] : [],
  );
  const contradictions = counted.flatMap(({ name, stated, money }) =>
    stated === undefined
      ? []
      : [
          `${contradicted}${name}：部门所填预算合计为 ${stated.total} 万元，各项目之和为 ${money.total.sum ?? none} 万元，相差 ${stated.difference} 万元。`,
        ],
  );
  const years = new Set(counted.flatMap(({ year }) => year ?? []));
  return [
    ...partial,
    ...ownPartial,
    ...excess,
    ...contradictions,
    ...(failed > 0 ? [`合计不含未能汇总的 ${failed} 个部门。`] : []),
    ...(years.size > 1 ? [`各部门填报的年度不一致：${[...years].toSorted().join("、")}。`] : []),
  ];
}

type Uncounted = MoneySum & { readonly name: string; readonly label: string };

function uncountedNote({ name, label, sum, uncounted }: Uncounted): string {
  const what = `${name}有 ${uncounted} 个项目的${label}没有填写、无法读出，或没有写明单位`;
  if (sum === undefined) return `${what}，该部门的${label}无法计算，未计入合计。`;
  return `${incomplete}${what}，未计入。`;
}

/** Of the figures that forms give of their own. */
export function figureNotes(departments: readonly RollupDepartment[]): readonly string[] {
  const counted = departments.filter((one) => one.state === "counted");
  const partial = counted.flatMap(({ name, figures }) => {
    // One score that is blank is missing in each figure that is made of it: that is one line.
    const gaps = figures.filter(({ uncounted }) => uncounted > 0);
    const alike = groupBy(gaps, ({ uncounted, value }) => `${uncounted} ${value === undefined}`);
    return [...alike.values()].flatMap(([first, ...others]): readonly string[] => {
      if (first === undefined) return [];
      const labels = [first, ...others].map(({ label }) => `“${label}”`).join("");
      const each = others.length === 0 ? "" : "各";
      const what = `${name}的${labels}${each}有 ${first.uncounted} 处没有填写或无法读出`;
      return [
        first.value === undefined ? `${what}，无法计算，未计入合计。` : `${incomplete}${what}，未计入。`,
      ];
    });
  });
  const isMixed = new Set(counted.map(({ form }) => form)).size > 1;
  return [...partial, ...(isMixed ? [`“${none}”表示该部门采用的表式没有这一项，或没有填写。`] : [])];
}

/** Codes named; the rest are counted. */
const mostCodes = 3;

/** Departments are told apart by their rows, as two may have one name. */
export function doubledNotes({
  doubled = [],
  departments,
}: Pick<Rollup, "doubled" | "departments">): readonly string[] {
  const rows = new Map(departments.map(({ folder }, index) => [folder, index + 1]));
  return doubled.map(({ first, second, sameName, codes }) => {
    const named = codes.slice(0, mostCodes).join("、") + (codes.length > mostCodes ? "等" : "");
    const alike = [
      ...(sameName ? ["名称相同"] : []),
      ...(codes.length === 0 ? [] : [`有 ${codes.length} 个项目编码相同（${named}）`]),
    ].join("，");
    const pair = [first, second].map(({ name, folder }) => `${name}（序号${rows.get(folder)}）`).join("与");
    return `${pair}${alike}，都已计入合计，请核对是否重复。`;
  });
}
