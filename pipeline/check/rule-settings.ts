/** The settings of a form and of a department → what holds for one rule: the later word, point by point. */
import type { CheckCode } from "../diagnostics/index.ts";
import type { RuleSetting, RuleSettings } from "../records/index.ts";

type Spelt = Extract<RuleSetting, object>;

/** A department that says `"off"` or `{"severity": …}` leaves what the form expects as it is. */
export function settingOf(code: CheckCode, settings: readonly (RuleSettings | undefined)[]): Spelt {
  let merged: Spelt = {};
  for (const each of settings) {
    const setting = each?.[code];
    if (setting !== undefined)
      merged = { ...merged, ...(typeof setting === "string" ? { severity: setting } : setting) };
  }
  return merged;
}
