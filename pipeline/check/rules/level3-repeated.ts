/** The same level-3 name twice under one level 2: a repeat, or names that an export has cut to the same beginning. */
import { groupBy, type Indicator, outerGroup } from "../../records/index.ts";
import type { PrintedIndicator } from "../indicator-blocks.ts";
import { widthOf } from "../name-width.ts";
import { isNotApplicable } from "../not-applicable.ts";
import { type RuleContext, rule } from "../rule.ts";

export const level3Repeated = rule("level3-repeated", {
  number: 6,
  ofLists: true,
  severity: "error",
  about: { zh: "同一二级指标下三级指标重复", en: "the same level 3 twice under one level 2" },
  says: {
    zh: "“{level2}”之下三级指标“{name}”重复",
    en: "Duplicate level-3 indicator “{name}” under “{level2}”",
  },
  todo: { zh: "请删去重复的指标，或改正名称。", en: "Remove the duplicate, or correct its name." },
  department: (context) => repeats(context, { cut: false }),
});

export const level3RepeatedWhenCut = rule("level3-repeated-when-cut", {
  number: 6,
  ofLists: true,
  severity: "warning",
  about: { zh: "三级指标因截断而同名", en: "level-3 names that are the same because they were cut short" },
  says: {
    zh: "“{level2}”之下有同名的三级指标“{name}”，看来是名称在导出时被截断所致",
    en: "Several level-3 indicators under “{level2}” are named “{name}”; the export seems to have truncated their names",
  },
  todo: { zh: "请从系统核对完整的指标名称。", en: "Look up the full names in the system." },
  department: (context) => repeats(context, { cut: true }),
});

/** `cut`: the values differ and the name is as long as this department's names are when cut, so they may be two indicators. */
function* repeats(context: RuleContext, wanted: { readonly cut: boolean }) {
  for (const { project, indicators } of context.blocks) {
    for (const [first, ...others] of groupBy(indicators, (one) =>
      groupKey(one, context.spec.groupBy),
    ).values()) {
      if (first?.level3 === undefined || others.length === 0) continue;
      const cut = widthOf(first.level3.text) === context.cut?.width && allDiffer([first, ...others]);
      if (cut !== wanted.cut) continue;
      const also = others.flatMap(({ level3 }) => level3 ?? []);
      const args = { name: first.level3.text, level2: first.level2?.text ?? "" };
      yield { at: first.level3, also, project, args };
    }
  }
}

/** The same name below two of a form's own groups is no repeat. */
function groupKey(indicator: PrintedIndicator, by: string | undefined): string | undefined {
  const { level3, identity } = indicator;
  if (level3 === undefined || isNotApplicable(level3.text)) return undefined;
  return `${outerGroup(indicator, by) ?? ""}\n${identity}`;
}

function allDiffer(indicators: readonly Indicator[]): boolean {
  const values = indicators.map((indicator) => indicator.printedValue?.text);
  return new Set(values).size === values.length;
}
