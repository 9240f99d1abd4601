/** The forms there are → what each is called and needs; of one that is named, what is odd about it. */

import { type BrokenForm, compileForms, formRemarks, proofForm, readForms } from "../assets/forms/index.ts";
import { type Diagnostic, type Severity, severityOf } from "../diagnostics/index.ts";
import { givenLimits } from "../options/index.ts";
import { type FormSpec, type Horizon, nearestName } from "../records/index.ts";

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
      /** 1 where a form is broken, or leaves out what it requires. */
      readonly exitCode: 0 | 1;
      readonly forms: readonly ListedForm[];
      readonly brokenForms: readonly BrokenForm[];
      /** Of the form that was named, what its author should look at. */
      readonly remarks?: readonly Diagnostic[];
    };

export type FormsOptions = {
  readonly templates: string | undefined;
  /** As given to `--limits`. */
  readonly limits?: string | undefined;
  /** The folder of one form; undefined for all of them. */
  readonly named?: string | undefined;
};

export async function listForms({ templates, limits, named }: FormsOptions): Promise<FormList> {
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic) => problems.push(problem);
  const sources = await readForms(templates, report, givenLimits(limits));
  if (sources === undefined) return { kind: "refused", exitCode: 2, problems };
  const files = named === undefined ? undefined : sources.forms.get(named);
  if (named !== undefined && files === undefined)
    return { kind: "refused", exitCode: 2, problems: [unknownForm(named, [...sources.forms.keys()])] };
  const asked = (id: string) => named === undefined || id === named;
  const only = new Map([...sources.forms].filter(([id]) => asked(id)));
  const { forms, broken } = compileForms({ ...sources, forms: only });
  const remarks = files && forms.flatMap((form) => [...formRemarks(form, files), ...proofForm(form)]);
  const isSound = broken.length === 0 && !remarks?.some((one) => isFault(severityOf(one)));
  return {
    kind: "done",
    exitCode: isSound ? 0 : 1,
    forms: forms.map(({ id, spec }) => listForm(id, spec)),
    brokenForms: broken,
    remarks,
  };
}

function isFault(severity: Severity): boolean {
  return severity === "failure" || severity === "error";
}

function unknownForm(form: string, known: readonly string[]): Diagnostic {
  const args = { form, known, nearest: nearestName(form, known) };
  return { code: "form-unknown", at: { kind: "option", option: "forms" }, found: form, args };
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
