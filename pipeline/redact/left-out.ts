/** A department's projects → those that are not to be published: marked so, or listed in department.json. */
import { keepsBack } from "../check/index.ts";
import type { Diagnostic, Place } from "../diagnostics/index.ts";
import { type Department, type FormSpec, type Project, perText, plainName, rowOf } from "../records/index.ts";
import { fieldsOfDepartment, fieldsWithin } from "./filled-fields.ts";

type Tools = {
  readonly called: (field: string) => string;
  readonly report: (problem: Diagnostic) => void;
};

/** What may mean that a project is not to be published, and is not understood, is reported. */
export function projectsLeftOut(
  { projects, public: settings }: Department,
  { called, report }: Tools,
): ReadonlySet<Project> {
  const hidden = new Set<Project>();
  const unclear: [Project, Diagnostic][] = [];
  const unclearAt = (project: Project, at: Place, text: string) =>
    unclear.push([project, { code: "public-unclear", at, found: text, args: { text } }]);
  // Where others say whether they may be published, one that says nothing was forgotten.
  const isAsked = projects.some(({ disclosure }) => disclosure !== undefined);
  for (const project of projects) {
    if (isAsked && project.disclosure === undefined)
      unclearAt(project, project.name?.at ?? project.at, "（没有填写）");
    for (const { field, values } of fieldsWithin(project))
      for (const { text, at } of values) {
        const kept = keepsBack(called(field), text);
        if (kept === "yes") hidden.add(project);
        if (kept === "unclear") unclearAt(project, at, text);
      }
  }
  for (const { text, at } of settings?.leftOut ?? []) {
    const wanted = plainName(text);
    const meant = projects.filter(({ code, name }) =>
      [code, name].some((one) => one !== undefined && plainName(one.text) === wanted),
    );
    if (meant.length === 0)
      report({ code: "public-project-unknown", at, found: text, args: { project: text } });
    for (const project of meant) hidden.add(project);
  }
  for (const [project, problem] of unclear) if (!hidden.has(project)) report(problem);
  return hidden;
}

/** Of the department itself nothing is left out: what is marked there is reported. */
export function reportMarkedFacts(department: Department, { called, report }: Tools): void {
  for (const { field, values } of fieldsOfDepartment(department))
    for (const { text, at } of values) {
      const kept = keepsBack(called(field), text);
      if (kept === "yes") report({ code: "public-classified", at, found: text, args: { marking: text } });
      if (kept === "unclear") report({ code: "public-unclear", at, found: text, args: { text } });
    }
}

/** What a field is called: a form has labels of its own; what it does not list is called as everywhere. */
export function namesOfFields({ fields }: Pick<FormSpec, "fields">): (field: string) => string {
  const labels = new Map(Object.entries(fields).map(([field, about]) => [field, about?.label ?? ""]));
  return perText((field) => rowOf(field)?.label.zh ?? labels.get(field) ?? "");
}
