/** Every text that a department prints, with the project it belongs to, for rules that look at wording. */
import type { Subject } from "../diagnostics/index.ts";
import type { Department, Goal, Indicator, Project, Text } from "../records/index.ts";
import { fileOf } from "./file-of.ts";
import { subjectOf } from "./subject-of.ts";

export type PlacedText = { readonly text: Text; readonly subject?: Subject };

export function* eachText(department: Department): Iterable<PlacedText> {
  for (const text of departmentTexts(department)) yield { text };
  for (const project of department.projects) {
    const subject = subjectOf(project);
    for (const text of projectTexts(project)) yield { text, subject };
    for (const indicator of project.indicators) {
      for (const text of indicatorTexts(indicator)) yield { text, subject };
    }
  }
}

function* departmentTexts(department: Department): Iterable<Text> {
  const { name, title, unitName, overall, safeguards } = department;
  for (const text of [name, title, unitName]) if (text !== undefined) yield text;
  yield* overall;
  yield* partOneItems(department);
  yield* safeguards;
}

/** The items of 分项绩效目标, less those taken from the projects, which would be looked at twice. */
function* partOneItems({ name, subGoals, projects }: Department): Iterable<Text> {
  const own = new Set(
    projects.flatMap(({ goals, name: project }) => [
      project?.text,
      ...[goals.annual, goals.midTerm].flatMap((goal) => [
        ...linesOf(goal).map(({ text }) => text),
        ...(goal?.items ?? []),
      ]),
    ]),
  );
  // They are held without places of their own, so the file must do.
  const at = fileOf(name.at);
  for (const item of subGoals) {
    for (const text of [item.name, ...item.goals]) if (!own.has(text)) yield { text, at };
  }
}

const prose = [
  "name",
  "unit",
  "department",
  "annex",
  "purpose",
  "attribute",
  "period",
  "lead",
  "midTermRange",
] as const;

function* projectTexts(project: Project): Iterable<Text> {
  for (const field of prose) {
    const text = project[field];
    if (text !== undefined) yield text;
  }
  yield* linesOf(project.goals.annual);
  yield* linesOf(project.goals.midTerm);
  yield* Object.values(project.own);
}

function linesOf(goal: Goal | undefined): readonly Text[] {
  return goal?.lines ?? [];
}

function* indicatorTexts(indicator: Indicator): Iterable<Text> {
  const { level3, description, value, basis, scoringRule, lastYear, evidence, own } = indicator;
  for (const text of [level3, description, value, basis, scoringRule, lastYear, evidence]) {
    if (text !== undefined) yield text;
  }
  yield* Object.values(own);
}
