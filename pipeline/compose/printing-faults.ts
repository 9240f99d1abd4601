/** What is wrong with what projects print → each fault once, with the projects that show it: a template prints them all. */
import type { Diagnostic, Subject } from "../diagnostics/index.ts";
import { type Project, subjectOfProject } from "../records/index.ts";

/** What tells faults apart, whatever projects show them. Of a row that does not fit, it is not which cells are merged there. */
export function faultKey(fault: Diagnostic): string {
  const data = fault.code === "markup-grid" ? { args: undefined, also: undefined } : {};
  return JSON.stringify({ ...fault, ordinals: undefined, ...data });
}

/** Those that have one key are one, with the ordinals of all. */
export function onceEach(diagnostics: readonly Diagnostic[], keyOf = faultKey): readonly Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    const { ordinals = [], ...first } = seen.get(key) ?? diagnostic;
    const all = [...new Set([...ordinals, ...(diagnostic.ordinals ?? [])])];
    seen.set(key, all.length === 0 ? first : { ...first, ordinals: all });
  }
  return [...seen.values()];
}

/** The diagnostic with its projects by name instead of by ordinal. */
export function withSubjects<Found extends Pick<Diagnostic, "ordinals">>(
  found: Found,
  projects: readonly Project[],
): Found {
  if (found.ordinals === undefined) return found;
  const subjects = found.ordinals.flatMap((ordinal): readonly Subject[] => {
    const project = projects[ordinal - 1];
    return project === undefined ? [] : [subjectOfProject(project)];
  });
  const [subject] = subjects;
  return { ...found, ordinals: undefined, subject, subjects: subjects.length > 1 ? subjects : undefined };
}
