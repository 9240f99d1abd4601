/** Records → findings: runs every rule that form and department leave on, with the severity they give it. */
import { type Department, perText, type RuleSetting, type RuleSettings } from "../records/index.ts";
import { comparable } from "./comparable.ts";
import { faultyCells } from "./faulty-cells.ts";
import { figuresIn } from "./figures.ts";
import { type CheckFinding, checkCode, type FormOfChecks, runFormCheck } from "./form-checks.ts";
import { gather } from "./gather.ts";
import { indicatorBlocks } from "./indicator-blocks.ts";
import { coreOf } from "./likeness.ts";
import { listsAsProjects } from "./list-indicators.ts";
import { cutOf } from "./name-width.ts";
import { placeBlanks } from "./place-blanks.ts";
import { besideGoals, distinctTexts, printedTexts, wholeGoals } from "./printed-texts.ts";
import { type Found, type Rule, shippedSeverity, toDiagnostic } from "./rule.ts";
import { type RuleFinding, rules } from "./rules.ts";

/** What is wrong in a department's records, rule by rule. Stops nothing. */
export function checkDepartment(
  department: Department,
  form: FormOfChecks,
): readonly (RuleFinding | CheckFinding)[] {
  const { spec } = form;
  const blocks = indicatorBlocks(department, spec);
  const texts = printedTexts(department, spec);
  const goals = wholeGoals(department);
  const lookedAt = {
    department,
    spec,
    blocks,
    faultyCells: faultyCells(department, spec, blocks),
    texts,
    distinctTexts: distinctTexts(texts),
    textsBesideGoals: besideGoals(texts, goals),
    wholeGoals: goals,
    figuresOf: perText(figuresIn),
    coreOfName: perText((name) => coreOf(comparable(name))),
    cut: cutOf(department),
    blankAt: placeBlanks(department),
  };
  // The texts and cells in lists are among those of the department.
  const inLists = listsAsProjects(department, spec).map((own) => ({
    ...{ ...lookedAt, department: own, blocks: indicatorBlocks(own, spec) },
    ...{ texts: [], distinctTexts: [], textsBesideGoals: [], wholeGoals: [], faultyCells: [] },
  }));
  const ofRules = rules.flatMap((rule: Rule) => {
    const {
      severity,
      trial,
      expect,
      split = [],
      kinds = [],
    } = settingOf(rule, [spec.rules, department.rules]);
    if (severity === "off") return [];
    const looked = (context: typeof lookedAt) => {
      const all = rule.check({ ...context, expect, split, wantedKinds: kinds });
      return rule.gathered === undefined ? all : gather(all, rule.gathered);
    };
    const ofList = rule.ofLists ? inLists.flatMap(looked).map(ofNoProject) : [];
    const found = [...looked(lookedAt), ...ofList];
    // The table ties each code to its rule's args; TypeScript cannot follow that through the loop.
    return Array.from(found, (one) => toDiagnostic(rule, { severity, trial }, one) as RuleFinding);
  });
  const ofForm = Object.entries(spec.checks).flatMap(([name, { severity }]) => {
    const set = settingOf({ code: checkCode(form, name), severity }, [spec.rules, department.rules]).severity;
    if (set === "off") return [];
    return Array.from(runFormCheck(name, form, lookedAt), (found) => ({ ...found, severity: set }));
  });
  return [...ofRules, ...ofForm];
}

/** A list is the department's: the project that stood for it is none. */
function ofNoProject<Args>(found: Found<Args>): Found<Args> {
  return { ...found, project: undefined, touches: undefined };
}

type Spelt = Extract<RuleSetting, object>;
type Severity = NonNullable<Spelt["severity"]>;

/** What is set for one rule, the later setting going before the earlier, point by point; else as shipped. */
function settingOf(
  rule: Pick<Rule, "code" | "offUnlessSet" | "trial"> & { readonly severity: Severity },
  settings: readonly (RuleSettings | undefined)[],
): Spelt & { readonly severity: Severity; readonly trial: true | undefined } {
  let merged: Spelt = {};
  for (const each of settings) {
    const setting = each?.[rule.code] ?? {};
    merged = { ...merged, ...(typeof setting === "string" ? { severity: setting } : setting) };
  }
  if (merged.severity !== undefined) return { ...merged, severity: merged.severity, trial: undefined };
  return { ...merged, severity: shippedSeverity(rule), trial: rule.trial };
}
