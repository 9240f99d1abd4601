/** The forms there are → what each is called and needs. */
import type { Diagnostic } from "../diagnostics/index.ts";
import type { FormSpec } from "../records/index.ts";
import { type BrokenForm, loadForms } from "./load-forms.ts";

export type ListedField = { readonly field: string; readonly label: string; readonly required: boolean };

export type ListedForm = {
  readonly id: string;
  readonly name: FormSpec["name"];
  readonly horizons: FormSpec["horizons"];
  readonly departmentRequired: FormSpec["departmentRequired"];
  readonly fields: readonly ListedField[];
};

export type FormList =
  | { readonly kind: "refused"; readonly exitCode: 2; readonly problems: readonly Diagnostic[] }
  | {
      readonly kind: "done";
      readonly forms: readonly ListedForm[];
      readonly brokenForms: readonly BrokenForm[];
    };

export async function listForms(templates: string | undefined): Promise<FormList> {
  const problems: Diagnostic[] = [];
  const library = await loadForms(templates, (problem) => problems.push(problem));
  if (library === undefined) return { kind: "refused", exitCode: 2, problems };
  const forms = [...library.forms.values()].map(({ id, spec }) => listForm(id, spec));
  return { kind: "done", forms, brokenForms: library.broken };
}

function listForm(id: string, spec: FormSpec): ListedForm {
  const fields = Object.entries(spec.fields).flatMap(([field, settings]) =>
    settings === undefined ? [] : [{ field, label: settings.label, required: settings.required }],
  );
  const { name, horizons, departmentRequired } = spec;
  return { id, name, horizons, departmentRequired, fields };
}
