/** A source of money left blank, which counts as 0 when totals are compared; one note for each project. */
import type { FieldName } from "../../records/index.ts";
import { budgetsOf } from "../money.ts";
import { rule } from "../rule.ts";

export const sourceBlank = rule("source-blank", {
  number: 18,
  severity: "info",
  about: { zh: "资金来源空白（按 0 计）", en: "a source of money left blank (counts as 0)" },
  says: { zh: "“{label}”空白，核对合计时按 0 计", en: "“{label}” is blank and counted as 0 in sums" },
  todo: { zh: "没有这项资金的，可填 0。", en: "Write 0 if there is none." },
  project(project, { spec, blankAt }) {
    const blanks = budgetsOf(project).flatMap(({ horizon, budget }) => {
      const { total, fiscal, other } = budget;
      if (total === undefined || (fiscal === undefined) === (other === undefined)) return [];
      const source = fiscal === undefined ? "fiscal" : "other";
      const field: FieldName = `${horizon === "annual" ? "budget" : "midTermBudget"}.${source}`;
      const label = spec.fields[field]?.label;
      // A form without this source has nothing to fill in.
      return label === undefined ? [] : [{ at: blankAt(total.at, field), label }];
    });
    const [first, ...others] = blanks;
    return first && { at: first.at, also: others.map(({ at }) => at), args: { label: first.label } };
  },
});
