/** A required value or an indicator that a template leaves out is noticed; what is not required may be. */
import { expect, test } from "vitest";
import { composePart, loadForm, renderReport } from "../compose/index.ts";
import { amount, department, formFiles, group, indicator, project } from "../testing/trial-form.ts";
import { openPrintedValues, printedIn, valuesToPrint } from "./unprinted-values.ts";

const rows = [indicator("甲"), indicator("乙")];
const given = department({
  projects: [
    project({
      budget: { total: amount("5"), own: { bond: amount("3") } },
      indicators: [...rows, indicator("丙", { horizon: "midTerm" })],
      tables: { annual: [group(rows)], midTerm: [], aligned: [] },
    }),
    project({ key: "P2", code: undefined, indicators: [] }),
  ],
});

function leftOut(template: string) {
  const sound = () => expect.unreachable();
  const form = loadForm(formFiles(template), sound);
  const rendered = form && renderReport({ form, department: given, draft: false, day: "" }, sound);
  if (form === undefined || rendered === undefined) return expect.unreachable();
  const printed = openPrintedValues();
  for (const part of rendered.sections.flatMap(({ parts }) => parts)) {
    const ordinals = part.projects.map(({ ordinal }) => ordinal);
    printed.note(printedIn(composePart(part, rendered.markup, sound) ?? [], ordinals));
  }
  const wanted = valuesToPrint({ form, department: given });
  return printed.leftOut(wanted, "project.hbs").map(({ args }) => args);
}

const heading = "{{project.code}} {{project.name}}";
const indicators = "{{#each indicators.annual.rows}}{{indicator.level3}}{{/each}}";

test.each([
  ["all that is required", `<p>${heading} {{budget.total}}</p><p>${indicators}</p>`, []],
  [
    "no total",
    `<p>${heading}</p><p>${indicators}</p>`,
    [{ project: "道路维护", projects: 1, fields: ["预算数"], rows: 0 }],
  ],
  [
    "no indicators",
    `<p>${heading} {{budget.total}}</p>`,
    [{ project: "道路维护", projects: 1, fields: ["三级指标"], rows: 2 }],
  ],
])("a template that prints %s", (_, template, expected) => {
  expect(leftOut(template)).toEqual(expected);
});
