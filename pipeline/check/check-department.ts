/** Records → findings: runs every rule that the form leaves on, with the severity the form gives it. */
import type { CheckCode, Diagnostic, FindingSeverity, Report } from "../diagnostics/index.ts";
import type { Department, FormSpec, RuleSetting } from "../records/index.ts";
import { placeBlanks } from "./place-blanks.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";

/** Reports what is wrong in a department's records. Changes nothing and stops nothing. */
export function checkDepartment(department: Department, spec: FormSpec, report: Report): void {
  const blankAt = placeBlanks(department);
  for (const [code, rule] of Object.entries(rules) as [CheckCode, Rule<CheckCode>][]) {
    const { severity, expect } = readSetting(spec.rules[code]);
    if (severity === "off") continue;
    for (const finding of rule.check({ department, spec, expect, blankAt })) {
      // The table ties each code to its rule's findings; TypeScript cannot follow that through the loop.
      const diagnostic = { code, ...finding } as Diagnostic;
      report(severity === undefined ? diagnostic : { ...diagnostic, severity });
    }
  }
}

type Setting = {
  readonly severity: FindingSeverity | "off" | undefined;
  readonly expect: number | undefined;
};

function readSetting(setting: RuleSetting | undefined): Setting {
  if (typeof setting === "object") return { severity: setting.severity, expect: setting.expect };
  return { severity: setting, expect: undefined };
}
