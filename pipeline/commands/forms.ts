/** The forms there are → what each is called and needs. */

import { type BrokenForm, loadForms } from "../assets/forms/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { FormSpec, Horizon } from "../records/index.ts";

export type ListedField = {
  readonly field: string;
  readonly label: string;
  readonly required: boolean;
  /** Of a field whose label another horizon has too, as 其中：财政拨款. */
  readonly horizon?: Horizon;
};

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
      /** 1 where a form is broken. */
      readonly exitCode: 0 | 1;
      readonly forms: readonly ListedForm[];
      readonly brokenForms: readonly BrokenForm[];
    };

export async function listForms(templates: string | undefined): Promise<FormList> {
  const problems: Diagnostic[] = [];
  const library = await loadForms(templates, (problem) => problems.push(problem));
  if (library === undefined) return { kind: "refused", exitCode: 2, problems };
  const forms = [...library.forms.values()].map(({ id, spec }) => listForm(id, spec));
  const { broken } = library;
  return { kind: "done", exitCode: broken.length === 0 ? 0 : 1, forms, brokenForms: broken };
}

function listForm(id: string, spec: FormSpec): ListedForm {
  const settings = Object.entries(spec.fields).flatMap(([field, one]) => (one ? [{ field, ...one }] : []));
  const fields = settings.map(({ field, label, required }) => {
    const ambiguous = settings.filter((one) => one.label === label).length > 1;
    const horizon = ambiguous ? horizonOf(field) : undefined;
    return { field, label, required, ...(horizon && { horizon }) };
  });
  const { name, horizons, departmentRequired } = spec;
  return { id, name, horizons, departmentRequired, fields };
}

function horizonOf(field: string): Horizon | undefined {
  if (field.startsWith("midTermBudget.") || field === "goals.midTerm") return "midTerm";
  return field.startsWith("budget.") || field === "goals.annual" ? "annual" : undefined;
}
