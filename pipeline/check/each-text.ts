/** Every text that a department prints, with the project it belongs to, for rules that look at wording. */
import type { Subject } from "../diagnostics/index.ts";
import {
  type Department,
  type FilledField,
  fieldsOfIndicator,
  fieldsOfProject,
  kindOf,
  type Text,
} from "../records/index.ts";
import { subjectOf } from "./subject-of.ts";

export type PlacedText = { readonly text: Text; readonly subject?: Subject };

export function* eachText(department: Department): Iterable<PlacedText> {
  for (const text of departmentTexts(department)) yield { text };
  for (const project of department.projects) {
    const subject = subjectOf(project);
    for (const text of wordingIn(fieldsOfProject(project))) yield { text, subject };
    for (const indicator of project.indicators) {
      for (const text of wordingIn(fieldsOfIndicator(indicator))) yield { text, subject };
    }
  }
}

/** The same, but the lines of one goal together: a bracket may open in one and close in the next. */
export function* eachWholeText(
  department: Department,
): Iterable<{ readonly texts: readonly Text[]; readonly subject?: Subject }> {
  const goals = department.projects.flatMap((project) =>
    [project.goals.annual, project.goals.midTerm].map((goal) => ({
      texts: goal?.lines ?? [],
      subject: subjectOf(project),
    })),
  );
  const inGoals = new Set(goals.flatMap(({ texts }) => texts));
  for (const { text, ...rest } of eachText(department))
    if (!inGoals.has(text)) yield { texts: [text], ...rest };
  yield* goals;
}

function* departmentTexts(department: Department): Iterable<Text> {
  const { name, title, unitName, overall, safeguards } = department;
  for (const text of [name, title, unitName]) if (text !== undefined) yield text;
  yield* overall;
  yield* partOneItems(department);
  yield* safeguards;
}

/** The items of 分项绩效目标, less those taken from the projects, which would be looked at twice. */
function* partOneItems({ subGoals }: Department): Iterable<Text> {
  for (const { name, goals, takenFrom } of subGoals) {
    if (takenFrom !== undefined) continue;
    if (name !== undefined) yield name;
    yield* goals;
  }
}

/** What people worded: no codes, amounts or shares, and no words of a list. */
function* wordingIn(fields: Iterable<FilledField>): Iterable<Text> {
  for (const { field, values } of fields) {
    const kind = kindOf(field);
    if (kind === "text" || kind === "lines") yield* values;
  }
}
