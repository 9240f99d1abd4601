/** A form that is known to compile → what a build would still find wrong with it: its templates print departments that are made up. */
import { composePart, type Form, onceEach, renderReport, withSubjects } from "../../compose/index.ts";
import type { Diagnostic } from "../../diagnostics/index.ts";
import type { Department } from "../../records/index.ts";
import { madeUpDepartments } from "./made-up-department.ts";

export function proofForm(form: Form): readonly Diagnostic[] {
  const found = madeUpDepartments(form.spec).flatMap((department) =>
    // A draft prints holes where an edition has blanks.
    [false, true].flatMap((draft) => printOnce(form, department, draft)),
  );
  // The same line may fail of several departments.
  const once = onceEach(found, ({ code, at }) => JSON.stringify([code, at]));
  return once.map((fault) => ({ ...fault, madeUp: true }));
}

function printOnce(form: Form, department: Department, draft: boolean): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const rendered = renderReport({ form, department, draft, day: "2026-01-01" }, (fault) => found.push(fault));
  const parts: Diagnostic[] = [];
  for (const { parts: all } of rendered?.sections ?? [])
    for (const part of all) composePart(part, form, (fault) => parts.push(fault));
  return [...found, ...onceEach(parts).map((fault) => withSubjects(fault, department.projects))];
}
