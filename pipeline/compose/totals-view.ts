/** All projects of a department → what their amounts and numbers come to, printed as each of them is. */
import { type Department, fieldValue, isFieldName, moneyFields } from "../records/index.ts";
import { type Fields, ownNames, type Printing, printEach } from "./printing.ts";
import { number, record, texts, textsWithOwn, type ViewOf } from "./shape.ts";
import { printSum } from "./sum-of.ts";

/** Its names are those of form.json's fields: the sum of `budget.total` is `totals.budget.total`. */
export function totalsShape(spec: Fields) {
  return record({
    projects: number,
    indicators: number,
    budget: textsWithOwn({ scope: "budget", addedUp: true }, moneyFields, ownNames(spec, "budget")),
    midTermBudget: textsWithOwn(
      { scope: "midTermBudget", addedUp: true },
      moneyFields,
      ownNames(spec, "midTermBudget"),
    ),
    /** Of texts and percentages there is no sum: they are blank. */
    project: record({ own: texts(ownNames(spec, "project"), { scope: "project.own", addedUp: true }) }),
  });
}
type TotalsView = ViewOf<ReturnType<typeof totalsShape>>;

export function totalsView(department: Department, printing: Printing): TotalsView {
  const print = (field: string) => totalOf(field, department, printing);
  const budget = (scope: "budget" | "midTermBudget") => ({
    ...printEach(moneyFields, (name) => print(`${scope}.${name}`)),
    own: printEach(ownNames(printing.spec, scope), (name) => print(`${scope}.own.${name}`)),
  });
  return {
    projects: department.projects.length,
    indicators: department.projects.reduce((count, { indicators }) => count + indicators.length, 0),
    budget: budget("budget"),
    midTermBudget: budget("midTermBudget"),
    project: { own: printEach(ownNames(printing.spec, "project"), (name) => print(`project.own.${name}`)) },
  };
}

function totalOf(field: string, department: Department, { spec }: Printing): string {
  if (!isFieldName(field)) return "";
  const given = department.projects.flatMap((project) => fieldValue(field, { department, project }) ?? []);
  return printSum(given, field, spec);
}
