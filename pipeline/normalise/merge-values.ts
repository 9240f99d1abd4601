/** Adds what a further row says of a project: blanks are filled, and cells that differ are reported with both places. */
import type { Subject } from "../diagnostics/index.ts";
import { type FieldName, rowOf } from "../records/index.ts";
import type { Context } from "./context.ts";
import { type DraftProject, identityOf, type Value } from "./draft.ts";

export function mergeValue(
  draft: DraftProject,
  further: { field: FieldName; value: Value },
  context: Context,
): void {
  const { field, value } = further;
  const first = draft.values.get(field);
  if (first === undefined) draft.values.set(field, value);
  if (first === undefined || first.text.text === value.text.text) return;
  reportDifference(draft, { field, value, first }, context);
}

/** In rows of one table, a cell that was blank in the project's first row differs from a later one that is not. */
export function fillValue(
  draft: DraftProject,
  further: { field: FieldName; value: Value },
  context: Context,
): void {
  const { field, value } = further;
  if (!draft.values.has(field)) {
    draft.values.set(field, value);
    reportDifference(draft, { field, value }, context);
  } else mergeValue(draft, further, context);
}

export function subjectOf(draft: DraftProject): Subject {
  const { code, name, unit } = identityOf(draft);
  return {
    ...(unit === "" ? {} : { unit }),
    ...(code === "" ? {} : { code }),
    ...(name === "" ? {} : { project: name }),
  };
}

function reportDifference(
  draft: DraftProject,
  { field, value, first }: { field: FieldName; value: Value; first?: Value },
  context: Context,
): void {
  const key = `${field} ${value.text.text}`;
  if (draft.differing.has(key)) return;
  draft.differing.add(key);
  context.report({
    code: "project-cells-differ",
    at: value.text.at,
    also: [first?.text.at ?? draft.at],
    subject: subjectOf(draft),
    found: value.text.text,
    args: { field: nameOf(field, value), first: first?.text.text ?? "" },
  });
}

function nameOf(field: FieldName, { text: { at } }: Value): string {
  if (at.kind === "cell" && at.header !== undefined) return at.header.replace(/\s+/gu, "");
  return rowOf(field)?.spellings?.[0] ?? field;
}
