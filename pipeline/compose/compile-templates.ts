/** Checked template trees → functions from view to markup, with the helpers that templates may call. */
import Handlebars from "handlebars";
import type { FormSpec } from "../records/index.ts";
import type { Program } from "./parse-template.ts";
import type { ProjectView } from "./project-view.ts";
import type { ReportView } from "./report-view.ts";

const options = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { each: true, if: true, unless: true, with: true, label: true, present: true },
};

/** Each prints markup, or throws what Handlebars throws. */
export type FormTemplates = {
  readonly cover: (view: ReportView) => string;
  readonly contents: (view: ReportView) => string;
  readonly partOne: (view: ReportView) => string;
  readonly partTwo: (view: ReportView) => string;
  readonly project: (view: ProjectView) => string;
};

/** @param templates by name, every one of the form's templates and partials. */
export function compileTemplates(templates: ReadonlyMap<string, Program>, spec: FormSpec): FormTemplates {
  const print = compileAll(templates, spec.fields);
  return {
    cover: print("cover"),
    contents: print("contents"),
    partOne: print("part-one"),
    partTwo: print("part-two"),
    project: print("project"),
  };
}

/** Each template's own function, by its name; `fields` are those that `{{label}}` may name. */
export function compileAll(
  templates: ReadonlyMap<string, Program>,
  fields: FormSpec["fields"],
): (name: string) => (view: unknown) => string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper("label", (field: string) => labelOf(fields, field));
  handlebars.registerHelper("present", isPresent);
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const [name, program] of templates) {
    const template = handlebars.compile(program, options);
    compiled.set(name, template);
    handlebars.registerPartial(name, template);
  }
  return (name) => (view) => {
    const template = compiled.get(name);
    if (template === undefined) throw new Error(`the form was loaded without ${name}.hbs`);
    return template(view);
  };
}

/** `{{#if}}` takes 0 for nothing; a value is present unless it is blank or an empty list. */
function isPresent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== "";
}

function labelOf(fields: FormSpec["fields"], field: string): string {
  // checkPaths has seen that the field is listed; field names are typed, and this one comes from a template.
  return Object.entries(fields).find(([name]) => name === field)?.[1]?.label ?? "";
}
