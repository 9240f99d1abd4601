/** Each rule's example as a unit would hand it in: the wrong one is found, the right one is not. */
import { expect, test } from "vitest";
import { exportOf } from "../testing/example-export.ts";
import { runSources } from "../testing/run-case.ts";
import { readShippedForms } from "../testing/shipped-forms.ts";
import { type ExampleData, ruleCodes, ruleExamples, rules } from "./index.ts";

const forms = readShippedForms();
const offUnlessSet = new Set<string>(rules.flatMap((rule) => ("offUnlessSet" in rule ? rule.code : [])));

test.each(ruleCodes)("%s", (code) => {
  const { form, setting, wrong, right } = ruleExamples[code];
  const rules =
    setting !== undefined || offUnlessSet.has(code) ? { [code]: { severity: "warning", ...setting } } : {};
  const codesIn = (example: ExampleData) => {
    const run = runSources(exportOf(example, { form, rules }), { folder: "市医疗保障局", forms });
    expect(run.normalised?.form.id).toBe(form ?? "hebei");
    return run.diagnostics.map((finding) => finding.code);
  };
  expect(codesIn(wrong)).toContain(code);
  expect(codesIn(right)).not.toContain(code);
});
