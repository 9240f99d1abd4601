/** Records → findings: runs every rule that form and department leave on, with the severity they give it. */
import type { RuleSeverity } from "../diagnostics/index.ts";
import type { Department, Project, RuleSetting, RuleSettings } from "../records/index.ts";
import { faultyFacts } from "./faulty-cells.ts";
import {
  type CheckFinding,
  type CheckOutcome,
  checkCode,
  type FormOfChecks,
  runFormCheck,
} from "./form-checks.ts";
import { gather } from "./gather.ts";
import { blockReader } from "./indicator-blocks.ts";
import { listsAsProjects } from "./list-indicators.ts";
import { findInEach, type KeptChecks, keepChecks, type Looked, lookAtProjects } from "./look-at-projects.ts";
import { cutOf } from "./name-width.ts";
import { placeBlanks } from "./place-blanks.ts";
import { distinctTexts, type PrintedText, passagesOf, printedFacts } from "./printed-texts.ts";
import {
  type Found,
  type LocatedFound,
  type Rule,
  type RuleContext,
  shippedSeverity,
  toDiagnostic,
  withPlaces,
} from "./rule.ts";
import { type RuleFinding, rules } from "./rules.ts";

export type CheckDepartment = (
  department: Department,
  form: FormOfChecks,
) => readonly (RuleFinding | CheckFinding)[];

/** What was found in a project alone is not looked for again as long as the project, the form and the settings stay. */
export function openCheck(): CheckDepartment {
  const kept = keepChecks();
  return (department, form) => check(department, form, kept);
}

/** What is wrong in a department's records, rule by rule; what follows from another finding, too. Stops nothing. */
export const checkDepartment: CheckDepartment = (department, form) => openCheck()(department, form);

function check(
  department: Department,
  form: FormOfChecks,
  kept: KeptChecks,
): readonly (RuleFinding | CheckFinding)[] {
  const { spec } = form;
  const { projects } = department;
  const looked = lookAtProjects(projects, spec, kept);
  const facts = printedFacts(department);
  const texts = [facts, ...looked.map((one) => one.texts)].flat();
  const settings = [spec.rules, department.rules];
  const looking = {
    department,
    spec,
    blocks: looked.flatMap(({ blocks }) => blocks),
    faultyCells: [faultyFacts(department), ...looked.map((one) => one.faultyCells)].flat(),
    texts,
    distinctTexts: distinctTexts(texts),
    passages: [passagesOf(facts), ...looked.map((one) => one.passages)].flat(),
    figuresOf: kept.figuresOf,
    coreOfName: kept.coreOfName,
    cut: cutOf(department),
    blankAt: placeBlanks(department),
  };
  const { found: ofForm, idle } = runFormChecks(form, { looked: looking, settings, kept: kept.claims });
  const whole = { ...looking, idleChecks: idle };
  const active = rules.flatMap((rule: Rule): readonly ActiveRule[] => {
    const { severity, trial, expect, split = [], kinds = [] } = settingOf(rule, settings);
    return severity === "off" ? [] : [{ rule, severity, trial, set: { expect, split, wantedKinds: kinds } }];
  });
  const ofEach = active.filter(({ rule }) => rule.ofEach);
  const given = [spec, JSON.stringify([ofEach.map(({ rule, set }) => [rule.code, set]), department.year])];
  const inEach = findInEach(projects, given, kept, function* (isWanted) {
    const context = narrowed(whole, { facts, looked }, isWanted);
    for (const { rule, set } of ofEach) yield [rule, rule.check(withSet(context, set))];
  });
  // The texts and cells in lists are among those of the department.
  const inLists = listsAsProjects(department, spec).map((own) => ({
    ...{ ...whole, department: own, blocks: own.projects.flatMap(blockReader(spec)) },
    ...{ texts: [], distinctTexts: () => [], passages: [], faultyCells: [] },
  }));
  const ofRules = active.flatMap(({ rule, severity, trial, set }) => {
    const gathered = (found: readonly Found<unknown>[]) => {
      const all = found.map((one) => withPlaces(one, whole.blankAt));
      return rule.gathered === undefined ? all : gather(all, rule.gathered);
    };
    const found = rule.ofEach
      ? [inEach.department, ...inEach.projects].flatMap((one) => one.get(rule) ?? [])
      : rule.check(withSet(whole, set));
    const inList = (context: typeof whole) => gathered(rule.check(withSet(context, set))).map(ofNoProject);
    const all = [...gathered(found), ...(rule.ofLists ? inLists.flatMap(inList) : [])];
    // The table ties each code to its rule's args; TypeScript cannot follow that through the loop.
    return Array.from(all, (one) => toDiagnostic(rule, { severity, trial }, one) as RuleFinding);
  });
  return [...ofRules, ...ofForm];
}

/** Those that are not set off. */
function runFormChecks(
  form: FormOfChecks,
  {
    settings,
    ...given
  }: Omit<Parameters<typeof runFormCheck>[2], "form"> & {
    readonly settings: readonly (RuleSettings | undefined)[];
  },
): Pick<CheckOutcome, "idle"> & { readonly found: readonly CheckFinding[] } {
  const made = Object.entries(form.spec.checks).flatMap(([name, check]) => {
    const { severity } = settingOf({ code: checkCode(form, name), severity: check.severity }, settings);
    if (severity === "off") return [];
    const { found, idle } = runFormCheck(name, check, { ...given, form });
    return [{ found: found.map((one) => ({ ...one, severity })), idle }];
  });
  return { found: made.flatMap(({ found }) => found), idle: made.flatMap(({ idle }) => idle) };
}

type ActiveRule = {
  readonly rule: Rule;
  readonly severity: RuleSeverity;
  readonly trial: true | undefined;
  readonly set: Pick<RuleContext, "expect" | "split" | "wantedKinds">;
};

type Context = Omit<RuleContext, keyof ActiveRule["set"]>;

/** Name by name: there are hundreds of rules a department, and spreading a second object takes ten times as long. */
function withSet(context: Context, { expect, split, wantedKinds }: ActiveRule["set"]): RuleContext {
  return { ...context, expect, split, wantedKinds };
}

/** The same for rules that look at projects one by one: less what they need not look at again. */
function narrowed(
  whole: Context,
  { facts, looked }: { readonly facts: readonly PrintedText[]; readonly looked: readonly Looked[] },
  isWanted: (project: Project) => boolean,
): Context {
  const { department } = whole;
  const wanted = looked.filter((_, index) => {
    const project = department.projects[index];
    return project !== undefined && isWanted(project);
  });
  const texts = [facts, ...wanted.map((one) => one.texts)].flat();
  return {
    ...{ ...whole, texts, distinctTexts: distinctTexts(texts) },
    department: { ...department, projects: department.projects.filter(isWanted) },
    blocks: wanted.flatMap(({ blocks }) => blocks),
    passages: [passagesOf(facts), ...wanted.map(({ passages }) => passages)].flat(),
  };
}

/** A list is the department's: the project that stood for it is none. */
function ofNoProject<Args>(found: LocatedFound<Args>): LocatedFound<Args> {
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
    const setting = each?.[rule.code];
    if (setting === undefined) continue;
    merged = { ...merged, ...(typeof setting === "string" ? { severity: setting } : setting) };
  }
  if (merged.severity !== undefined) return { ...merged, severity: merged.severity, trial: undefined };
  return { ...merged, severity: shippedSeverity(rule), trial: rule.trial };
}
