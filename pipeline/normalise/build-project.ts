/** Turns a draft into the project that is printed: money, schedule, goals, values, and grouped indicators. */
import {
  type FormSpec,
  type MoneyUnit,
  type Project,
  type ProjectTextField,
  projectTextFields,
  type Schedule,
  scheduleFields,
  type Text,
} from "../records/index.ts";
import type { Context } from "./context.ts";
import { type DraftProject, identityOf, keyOf, ownPlace } from "./draft.ts";
import { groupIndicators } from "./group-indicators.ts";
import { subjectOf } from "./merge-values.ts";
import { withPrintedValue } from "./printed-value.ts";
import { readGoal } from "./read-goal.ts";
import { readBudget } from "./read-money.ts";

export type BuildOptions = { readonly spec: FormSpec; readonly departmentUnit?: MoneyUnit };

export function buildProjects(
  drafts: readonly DraftProject[],
  options: BuildOptions,
  context: Context,
): Project[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const key = keyOf(identityOf(draft));
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    // Rows of one key that were kept apart (two whole objects of one code) are two tables; the number tells which is
    // meant where a key stands for a project.
    return buildProject(draft, { ...options, key: count === 1 ? key : `${key}#${count}` }, context);
  });
}

function buildProject(
  draft: DraftProject,
  options: BuildOptions & { readonly key: string },
  context: Context,
): Project {
  const texts: Partial<Record<ProjectTextField, Text>> = {};
  for (const name of projectTextFields) {
    const value = draft.values.get(`project.${name}`);
    if (value !== undefined) texts[name] = value.text;
  }
  const { departmentUnit: unit } = options;
  const departmentUnit = unit === undefined ? {} : { departmentUnit: unit };
  const indicators = draft.indicators.map((indicator) => withPrintedValue(indicator, options.spec, context));
  const { tables, regrouped } = groupIndicators(indicators);
  for (const { horizon, first } of regrouped) {
    const at = ownPlace(first) ?? draft.at;
    context.report({ code: "indicator-groups-regrouped", at, subject: subjectOf(draft), args: { horizon } });
  }
  return {
    key: options.key,
    at: draft.at,
    ...texts,
    budget: readBudget(draft, { part: "budget", ...departmentUnit }, context),
    midTermBudget: readBudget(draft, { part: "midTermBudget", ...departmentUnit }, context),
    schedule: scheduleOf(draft),
    goals: goalsOf(draft),
    indicators,
    tables,
    own: ownTexts(draft),
  };
}

function scheduleOf({ values }: DraftProject): Schedule {
  const schedule: { -readonly [Name in keyof Schedule]: Schedule[Name] } = {};
  for (const name of scheduleFields) {
    const value = values.get(`schedule.${name}`);
    if (value !== undefined) schedule[name] = value.text;
  }
  return schedule;
}

function goalsOf({ values }: DraftProject): Project["goals"] {
  const annual = values.get("goals.annual");
  const midTerm = values.get("goals.midTerm");
  return {
    ...(annual === undefined ? {} : { annual: readGoal(annual) }),
    ...(midTerm === undefined ? {} : { midTerm: readGoal(midTerm) }),
  };
}

function ownTexts({ values }: DraftProject): Record<string, Text> {
  const own: Record<string, Text> = {};
  for (const [field, { text }] of values) {
    if (field.startsWith("project.own.")) own[field.slice("project.own.".length)] = text;
  }
  return own;
}
