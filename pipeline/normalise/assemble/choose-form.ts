/** Chooses the form of a department: the one it names, otherwise the one whose fields cover its columns best. */
import type { PartOneSection, Report } from "../../diagnostics/index.ts";
import { type FormSpec, nearestName, perObject, rowOf, type Text } from "../../records/index.ts";

export type KnownForm = {
  readonly id: string;
  readonly spec: FormSpec;
  /** The sections of Part 1 that its templates print; all, if that is not known. */
  readonly sections?: () => readonly PartOneSection[] | undefined;
};

export type FormChoice = {
  readonly form: KnownForm;
  /** option: asked for on the command line; named: by department.json or a title line; fitting: `matched` of `fields` known columns. */
  readonly reason:
    | { readonly kind: "option" }
    | { readonly kind: "named" }
    | { readonly kind: "fitting"; readonly matched: number; readonly fields: number };
};

export type FormWish = {
  readonly forms: readonly KnownForm[];
  /** Asked for on the command line. */
  readonly option?: string;
  readonly named?: Text;
  /** Named by a line above the headers; one that does not exist is no fault of the choice. */
  readonly titled?: Text;
  readonly folder: string;
  /** The fields that the exports have, read with one form's spellings. */
  readonly fieldsFor: (form: KnownForm) => ReadonlySet<string>;
};

/** Undefined if there is no such form or none fits, which is reported. */
export function chooseForm(wish: FormWish, report: Report): FormChoice | undefined {
  const { option, named } = wish;
  if (option !== undefined) {
    const form = formCalled(option, wish.forms);
    if (form !== undefined) return { form, reason: { kind: "option" } };
    report({
      code: "form-unknown",
      at: { kind: "option", option: "--form" },
      found: option,
      args: argsFor(option, wish),
    });
    return undefined;
  }
  if (named !== undefined) {
    const form = formCalled(named.text, wish.forms);
    if (form !== undefined) return { form, reason: { kind: "named" } };
    report({ code: "form-unknown", at: named.at, found: named.text, args: argsFor(named.text, wish) });
    return undefined;
  }
  const { titled } = wish;
  const form = titled && formCalled(titled.text, wish.forms);
  return form === undefined ? bestFit(wish, report) : { form, reason: { kind: "named" } };
}

/** By the name of its folder or its own, or by a half of that (新疆：项目支出绩效目标表) which no other form has. */
export function formCalled(text: string, forms: readonly KnownForm[]): KnownForm | undefined {
  const wanted = plain(text);
  const exact = forms.find(({ id, spec }) => [id, spec.name.zh, spec.name.en].map(plain).includes(wanted));
  const halves = forms.filter(({ spec }) =>
    [spec.name.zh, spec.name.en].some((name) => plain(name).split(":").includes(wanted)),
  );
  return exact ?? (halves.length === 1 ? halves[0] : undefined);
}

function plain(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
}

function bestFit({ forms, folder, fieldsFor }: FormWish, report: Report): FormChoice | undefined {
  // A list over a department has the columns of many forms, so it is only taken by name, or if there is nothing else.
  const tables = forms.filter(({ spec }) => spec.layout !== "list");
  const scored = (tables.length === 0 ? forms : tables).map((form) => {
    const fields = fieldsFor(form);
    // department.json says these, and no export has a column for them.
    const own = Object.keys(form.spec.fields).filter((field) => !field.startsWith("department."));
    const matched = own.filter((field) => fields.has(field)).length;
    return {
      form,
      matched,
      fields: fields.size,
      specific: matched / own.length,
      isMeant: !form.spec.byName && hasOwnNeeds(form.spec, fields),
    };
  });
  const [best, ...others] = scored
    .filter(({ matched, isMeant }) => matched > 0 && isMeant)
    // A column that only one form knows speaks for it; of two that cover as many, the one with fewer others is meant.
    .sort((left, right) => right.matched - left.matched || right.specific - left.specific);
  if (best !== undefined) {
    const tied = others.filter(
      ({ matched, specific }) => matched === best.matched && specific === best.specific,
    );
    if (tied.length > 0)
      report({
        code: "form-tied",
        at: { kind: "file", file: folder },
        args: { chosen: best.form.id, others: tied.map(({ form }) => form.id) },
      });
    return { form: best.form, reason: { kind: "fitting", matched: best.matched, fields: best.fields } };
  }
  report({
    code: "form-undecided",
    at: { kind: "file", file: folder },
    args: { known: forms.map(({ id }) => id) },
  });
  return undefined;
}

const ownNeeds = perObject(({ fields }: FormSpec) =>
  Object.entries(fields).flatMap(([field, settings]) =>
    settings?.required === true && rowOf(field) === undefined && !field.startsWith("department.")
      ? [field]
      : [],
  ),
);

/** A form that requires columns of its own is meant only where there is one of them: else it is one that others contain. */
function hasOwnNeeds(spec: FormSpec, fields: ReadonlySet<string>): boolean {
  const needed = ownNeeds(spec);
  return needed.length === 0 || needed.some((field) => fields.has(field));
}

function argsFor(form: string, { forms }: FormWish) {
  const known = forms.map(({ id }) => id);
  return { form, known, nearest: nearestName(form, known) };
}
