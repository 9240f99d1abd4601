/** A source of money left blank, which counts as 0 where totals are compared; one note for each project. */
import type { Place } from "../../diagnostics/index.ts";
import type { FieldName, Project } from "../../records/index.ts";
import { eachBudget } from "../money.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const sourceBlank: Rule<"source-blank"> = {
  about: { zh: "资金来源空白（按 0 计）", en: "a source of money left blank (counts as 0)" },
  *check(context) {
    for (const project of context.department.projects) {
      const [first, ...others] = blanksOf(project, context);
      if (first === undefined) continue;
      yield {
        at: first.at,
        also: others.map(({ at }) => at),
        subject: subjectOf(project),
        args: { label: first.label },
      };
    }
  },
};

type Blank = { readonly at: Place; readonly label: string };

function* blanksOf(project: Project, { spec, blankAt }: RuleContext): Iterable<Blank> {
  for (const { horizon, budget } of eachBudget([project])) {
    if (budget.total === undefined || (budget.fiscal === undefined) === (budget.other === undefined))
      continue;
    const source = budget.fiscal === undefined ? "fiscal" : "other";
    const field: FieldName = `${horizon === "annual" ? "budget" : "midTermBudget"}.${source}`;
    const label = spec.fields[field]?.label;
    // A form without this source has nothing to fill in.
    if (label !== undefined) yield { at: blankAt(budget.total.at, field), label };
  }
}
