/** Findings of other stages than the check → the same, each as severe as form and department set it. */
import type { Finding } from "../catalogue/index.ts";
import { settableCodes } from "../diagnostics/index.ts";
import type { RuleSetting, RuleSettings } from "../records/index.ts";

/** What is switched off is left out; findings of rules have been set by the check. */
export type SetSeverities = (findings: readonly Finding[]) => readonly Finding[];

/** A later setting goes before an earlier one. */
export function severitiesBy(settings: readonly (RuleSettings | undefined)[]): SetSeverities {
  const set = new Map<string, NonNullable<ReturnType<typeof severityIn>>>();
  for (const [code, setting] of settings.flatMap((each) => Object.entries(each ?? {}))) {
    const severity = severityIn(setting);
    if (severity !== undefined && settable.has(code)) set.set(code, severity);
  }
  if (set.size === 0) return (findings) => findings;
  return (findings) =>
    findings.flatMap((finding) => {
      const severity = set.get(finding.code);
      if (severity === undefined) return finding;
      return severity === "off" ? [] : { ...finding, severity };
    });
}

const settable: ReadonlySet<string> = new Set(settableCodes);

function severityIn(setting: RuleSetting) {
  return typeof setting === "string" ? setting : setting.severity;
}
