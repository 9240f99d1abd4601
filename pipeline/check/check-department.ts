/** Records → findings: runs every rule that form and department leave on, with the severity they give it. */
import type { CheckCode, Diagnostic, Report } from "../diagnostics/index.ts";
import type { Department, FormSpec } from "../records/index.ts";
import { placeBlanks } from "./place-blanks.ts";
import type { Rule } from "./rule.ts";
import { settingOf } from "./rule-settings.ts";
import { rules } from "./rules.ts";

/** Reports what is wrong in a department's records. Changes nothing and stops nothing. */
export function checkDepartment(department: Department, spec: FormSpec, report: Report): void {
  const blankAt = placeBlanks(department);
  for (const [code, rule] of Object.entries(rules) as [CheckCode, Rule<CheckCode>][]) {
    const setting = settingOf(code, [spec.rules, department.rules]);
    const severity = setting.severity ?? (rule.offUnlessSet === undefined ? undefined : "off");
    if (severity === "off") continue;
    const { expect, split = [] } = setting;
    for (const finding of rule.check({ department, spec, expect, split, blankAt })) {
      // The table ties each code to its rule's findings; TypeScript cannot follow that through the loop.
      const diagnostic = { code, ...finding } as Diagnostic;
      report(severity === undefined ? diagnostic : { ...diagnostic, severity });
    }
  }
}
