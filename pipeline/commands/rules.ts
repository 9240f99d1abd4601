/** What can be found, by rules, by the checks of forms and while data are read → what `huibian rules` lists and explains. */
import { type FormLibrary, loadForms } from "../assets/forms/index.ts";
import {
  describeFailure,
  describeStages,
  type FailureDescription,
  isMeant,
  type StageDescription,
} from "../catalogue/index.ts";
import {
  type CheckDescription,
  describeChecks,
  describeRules,
  type RuleDescription,
  type RuleExample,
  ruleExamples,
} from "../check/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { givenLimits } from "../options/index.ts";
import { nearestName } from "../records/index.ts";

export type ListedRule = RuleDescription | CheckDescription | StageDescription;

/** One of them, with what shows it at work; only rules have such an example. */
export type ExplainedRule = {
  readonly rule: ListedRule | FailureDescription;
  readonly example?: RuleExample | undefined;
};

type Refused = {
  readonly kind: "refused";
  readonly exitCode: 2;
  readonly problems: readonly Diagnostic[];
};

export type RuleList =
  | Refused
  | { readonly kind: "done"; readonly exitCode: 0; readonly rules: readonly ListedRule[] };

export type RulesOptions = {
  readonly templates?: string | undefined;
  /** As given to `--limits`. */
  readonly limits?: string | undefined;
};

/** Checks of a broken form are not listed; `huibian forms` says what is wrong with it. */
export async function listRules(options: RulesOptions): Promise<RuleList> {
  const { library, problems } = await loaded(options);
  return library === undefined
    ? { kind: "refused", exitCode: 2, problems }
    : { kind: "done", exitCode: 0, rules: rulesWith(library) };
}

async function loaded({ templates, limits }: RulesOptions) {
  const problems: Diagnostic[] = [];
  return {
    library: await loadForms(templates, (problem) => problems.push(problem), givenLimits(limits)),
    problems,
  };
}

function rulesWith({ specs }: FormLibrary): readonly ListedRule[] {
  return [
    ...describeRules(),
    ...[...specs].flatMap(([id, spec]) => describeChecks({ id, spec })),
    ...describeStages(),
  ];
}

export type RuleExplanation =
  | Refused
  | { readonly kind: "explained"; readonly exitCode: 0; readonly explained: readonly ExplainedRule[] }
  /** Several that a word means. */
  | { readonly kind: "listed"; readonly exitCode: 0; readonly rules: readonly ListedRule[] };

/**
 * By its code; a check of a form by its own name as well, of several forms then. The words that choose findings
 * (`goal-*`, 33, 相关性) list what they mean.
 */
export async function explainRule(wanted: string, options: RulesOptions): Promise<RuleExplanation> {
  const { library, problems } = await loaded(options);
  if (library === undefined) return { kind: "refused", exitCode: 2, problems };
  const rules = rulesWith(library);
  const exact = rules.filter(({ code }) => code === wanted);
  const found = exact.length > 0 ? exact : rules.filter(({ code }) => code.endsWith(`/${wanted}`));
  if (found.length > 0)
    return {
      kind: "explained",
      exitCode: 0,
      explained: found.map((rule) => ({ rule, example: exampleOf(rule.code) })),
    };
  const meant = rules.filter(({ code, aspect }) => isMeant(wanted, code, aspect));
  if (meant.length > 0) return { kind: "listed", exitCode: 0, rules: meant };
  const failure = describeFailure(wanted);
  if (failure !== undefined) return { kind: "explained", exitCode: 0, explained: [{ rule: failure }] };
  return { kind: "refused", exitCode: 2, problems: whyNotThere(wanted, library, rules) };
}

/** Of a check of a broken form, what is wrong with the form. */
function whyNotThere(
  wanted: string,
  { specs, broken }: FormLibrary,
  rules: readonly ListedRule[],
): readonly Diagnostic[] {
  const [form = "", check] = wanted.split("/");
  const faults = broken.find((one) => one.form === form)?.problems;
  if (check !== undefined && faults !== undefined) return faults;
  const nearest = nearestName(
    wanted,
    rules.map(({ code }) => code),
  );
  const at = { kind: "option", option: "rules" } as const;
  return check === undefined || specs.has(form)
    ? [{ code: "rule-not-there", at, args: { rule: wanted, nearest } }]
    : [{ code: "form-of-rule-unknown", at, args: { rule: wanted, form, nearest } }];
}

const examples: ReadonlyMap<string, RuleExample> = new Map(Object.entries(ruleExamples));

function exampleOf(code: string): RuleExample | undefined {
  return examples.get(code);
}
