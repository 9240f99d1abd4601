/** One budget with amounts in different units, or a column in another unit than that of the form. */
import { columnKey } from "../../diagnostics/index.ts";
import { type Amount, groupBy, type Project } from "../../records/index.ts";
import { amountsOf, budgetsOf } from "../money.ts";
import { rule } from "../rule.ts";

export const moneyUnitsMixed = rule("money-units-mixed", {
  number: 19,
  severity: "error",
  about: { zh: "同一项目的总额与各项来源用了不同的金额单位", en: "amounts of one budget in different units" },
  says: {
    zh: "同一项目的金额单位不一致：这里是{unit}，别处是{first}",
    en: "The amounts of one project have different units: {unit} here, {first} elsewhere",
  },
  todo: { zh: "请统一用元或万元。", en: "Use 元 or 万元 throughout." },
  *project(project) {
    for (const { budget } of budgetsOf(project)) {
      const amounts = amountsOf(budget).filter(({ unit }) => unit !== undefined);
      const [first] = amounts;
      const other = amounts.find((amount) => amount?.unit !== first?.unit);
      if (first?.unit === undefined || other?.unit === undefined) continue;
      yield { at: other, also: [first], args: { unit: other.unit, first: first.unit } };
    }
  },
});

/** Only if the form prints amounts as given; one note for each column. */
export const moneyUnitDiffers = rule("money-unit-differs", {
  number: 19,
  severity: "info",
  about: {
    zh: "表头的金额单位与表式不同（按原数印出的表式）",
    en: "a column counted in another unit than the form's, where amounts are printed as given",
  },
  says: {
    zh: "导出数据的金额单位是{unit}，本表式是{printed}：这一列的 {count:number} 个金额按原数印出，并加印“{unit}”",
    en: "The export is in {unit}, the form in {printed}; the {count:number} amount(s) of this column are printed as given, followed by {unit}",
  },
  todo: {
    zh: "不需要处理；如要按表式的单位印出，请在源系统里按该单位导出。",
    en: "Nothing to do; to print the form's unit, export in that unit.",
  },
  *department({ department, spec: { money } }) {
    if (money.print !== "as-given") return;
    const columns = groupBy(otherUnits(department.projects, money.unit), columnOf);
    for (const [first, ...others] of columns.values()) {
      if (first?.unit === undefined) continue;
      yield { at: first, args: { unit: first.unit, printed: money.unit, count: others.length + 1 } };
    }
  },
});

/** Amounts that the form prints with their unit; those that give it in their own cell keep it anyway. */
function otherUnits(projects: readonly Project[], unit: string): readonly Amount[] {
  return projects
    .flatMap(budgetsOf)
    .flatMap(({ budget }) => amountsOf(budget))
    .filter((amount) => {
      const counted = amount.value !== undefined && /[1-9]/u.test(amount.value);
      return counted && amount.unit !== undefined && amount.unit !== unit && amount.unitFrom !== "cell";
    });
}

function columnOf({ at, unit }: Amount): string {
  return `${columnKey(at) ?? ""} ${unit}`;
}
