/** What can be found, by rules, by the checks of forms and while data are read → what `huibian rules` lists and explains. */
import { loadForms } from "../assets/forms/index.ts";
import { describeStages, type StageDescription } from "../catalogue/index.ts";
import {
  type CheckDescription,
  describeChecks,
  describeRules,
  type RuleDescription,
  type RuleExample,
  ruleExamples,
} from "../check/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { nearestName } from "../records/index.ts";

export type ListedRule = RuleDescription | CheckDescription | StageDescription;

/** One of them, with what shows it at work; only rules have such an example. */
export type ExplainedRule = { readonly rule: ListedRule; readonly example?: RuleExample | undefined };

type Refused = {
  readonly kind: "refused";
  readonly exitCode: 2;
  readonly problems: readonly Diagnostic[];
};

export type RuleList =
  | Refused
  | { readonly kind: "done"; readonly exitCode: 0; readonly rules: readonly ListedRule[] };

/** Checks of a broken form are not listed; `huibian forms` says what is wrong with it. */
export async function listRules(templates: string | undefined): Promise<RuleList> {
  const problems: Diagnostic[] = [];
  const library = await loadForms(templates, (problem) => problems.push(problem));
  if (library === undefined) return { kind: "refused", exitCode: 2, problems };
  const checks = [...library.forms.values()].flatMap(describeChecks);
  return { kind: "done", exitCode: 0, rules: [...describeRules(), ...checks, ...describeStages()] };
}

export type RuleExplanation =
  | Refused
  | { readonly kind: "explained"; readonly exitCode: 0; readonly explained: readonly ExplainedRule[] };

/** By its code; a check of a form by its own name as well, of several forms then. */
export async function explainRule(wanted: string, templates: string | undefined): Promise<RuleExplanation> {
  const list = await listRules(templates);
  if (list.kind === "refused") return list;
  const codes = list.rules.map(({ code }) => code);
  const exact = list.rules.filter(({ code }) => code === wanted);
  const found = exact.length > 0 ? exact : list.rules.filter(({ code }) => code.endsWith(`/${wanted}`));
  if (found.length > 0)
    return {
      kind: "explained",
      exitCode: 0,
      explained: found.map((rule) => ({ rule, example: exampleOf(rule.code) })),
    };
  const args = { rule: wanted, nearest: nearestName(wanted, codes) };
  const problem = { code: "rule-not-there", at: { kind: "option", option: "rules" }, args } as const;
  return { kind: "refused", exitCode: 2, problems: [problem] };
}

const examples: ReadonlyMap<string, RuleExample> = new Map(Object.entries(ruleExamples));

function exampleOf(code: string): RuleExample | undefined {
  return examples.get(code);
}
