/** The rules of the checker, and the checks that forms bring → what `huibian rules` lists. */
import { loadForms } from "../assets/forms/index.ts";
import {
  type CheckDescription,
  describeChecks,
  describeRules,
  type RuleDescription,
} from "../check/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";

export type ListedRule = RuleDescription | CheckDescription;

export type RuleList =
  | { readonly kind: "refused"; readonly exitCode: 2; readonly problems: readonly Diagnostic[] }
  | { readonly kind: "done"; readonly exitCode: 0; readonly rules: readonly ListedRule[] };

/** Checks of a broken form are not listed; `huibian forms` says what is wrong with it. */
export async function listRules(templates: string | undefined): Promise<RuleList> {
  const problems: Diagnostic[] = [];
  const library = await loadForms(templates, (problem) => problems.push(problem));
  if (library === undefined) return { kind: "refused", exitCode: 2, problems };
  const rules = [...describeRules(), ...[...library.forms.values()].flatMap(describeChecks)];
  return { kind: "done", exitCode: 0, rules };
}
