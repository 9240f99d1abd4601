/** A form that prints, and what is odd about it: fields that no template prints, values that it does not list, settings and files of no use. */
import { claimsOnAllIndicators, fieldsInFormulas } from "../../check/index.ts";
import type { Form, TemplateFile } from "../../compose/index.ts";
import type { Diagnostic } from "../../diagnostics/index.ts";
import { groupBy, isFieldName, isOwnField, rowOf } from "../../records/index.ts";
import { type PlaceOf, placesInForm } from "./places-in-form.ts";

/** `files`: those of its own folder, so that what all forms share is nobody's fault. */
export function formRemarks({ spec, seen }: Form, files: readonly TemplateFile[]): readonly Diagnostic[] {
  const ownFiles = new Set(files.map(({ name }) => name));
  const file = files.find(({ name }) => name.endsWith("form.json"));
  const placeOf: PlaceOf = file ? placesInForm(file) : () => ({ kind: "file", file: "form.json" });
  const printed = new Set(seen.uses.flatMap(({ field, printed }) => (printed ? field : [])));
  const named = new Set([
    ...seen.uses.map(({ field }) => field),
    ...fieldsInFormulas(spec),
    ...Object.entries(spec.lists).flatMap(([list, { groups }]) =>
      groups.map((column) => `${list}.${column}`),
    ),
    spec.groupBy,
  ]);
  const listed = Object.entries(spec.fields).flatMap(([field, settings]) =>
    settings === undefined ? [] : [{ field, ...settings }],
  );
  const about = ({ field, label }: (typeof listed)[number]) => ({
    at: placeOf(["fields", field], { of: "key" }),
    found: field,
    args: { field, label },
  });
  return [
    ...listed
      .filter(({ field, required }) => required && !printed.has(field) && field !== horizon)
      .map((one): Diagnostic => ({ code: "form-required-unprinted", ...about(one) })),
    ...listed
      // A source of the total is of use to its check and to the roll-up.
      .filter(({ field, required, source }) => !required && !source && isOwnField(field) && !named.has(field))
      .map((one): Diagnostic => ({ code: "form-own-unused", ...about(one) })),
    ...listed
      .filter(({ field, required }) => !required && !isOwnField(field) && !named.has(field) && !isUsed(field))
      .map((one): Diagnostic => ({ code: "form-field-unprinted", ...about(one) })),
    ...valuesUnprinted({ spec, seen }, placeOf),
    ...groupOrderUnused(spec, placeOf),
    ...claimsOnAllIndicators(spec).map((path): Diagnostic => {
      const check = String(path[1]);
      return { code: "form-check-of-all-projects", at: placeOf(path), found: check, args: { check } };
    }),
    ...horizonsUnprinted({ spec, seen }, placeOf),
    ...undeclared(
      spec.fields,
      seen.uses.filter(({ at }) => ownFiles.has(at.file)),
    ),
    ...seen.doubts.filter(({ at }) => at.kind === "template" && ownFiles.has(at.file)),
    ...files
      .filter(({ name }) => name.endsWith(".hbs") && !seen.files.has(name))
      .map(
        ({ name: file }): Diagnostic => ({ code: "template-unused", at: { kind: "file", file }, args: {} }),
      ),
  ];
}

/** What the program itself makes use of: to join and to sort projects, to leave them out, to add up and to check. */
function isUsed(field: string): boolean {
  return (
    /^(?:project\.(?:code|unit|unitCode|year|order|disclosure|secrecy)|(?:b|midTermB)udget\.\w+)$/u.test(
      field,
    ) || /^indicator\.(?:horizon|level1|level2|operator|unit|value|weight)$/u.test(field)
  );
}

/** Each indicator is asked for its value, unless the form sets that rule off. */
function valuesUnprinted(
  { spec, seen }: Pick<Form, "spec" | "seen">,
  placeOf: PlaceOf,
): readonly Diagnostic[] {
  const first = seen.uses.find(({ field, printed }) => printed && field === "indicator.level3");
  const isPrinted = seen.uses.some(({ field, printed }) => printed && field === "indicator.value");
  const about = spec.fields["indicator.value"];
  const { "indicator-value-missing": setting } = spec.rules;
  const isAsked = (typeof setting === "string" ? setting : setting?.severity) !== "off";
  // That a required field is not printed is told anyway.
  if (first === undefined || isPrinted || !isAsked || about?.required === true) return [];
  const at = about === undefined ? first.at : placeOf(["fields", "indicator.value"], { of: "key" });
  return [{ code: "form-value-unprinted", at, found: "indicator.value", args: {} }];
}

function groupOrderUnused({ groupBy, groupOrder }: Form["spec"], placeOf: PlaceOf): readonly Diagnostic[] {
  if (groupBy !== undefined || groupOrder.length === 0) return [];
  const at = placeOf(["groupOrder"], { of: "key" });
  return [{ code: "form-group-order-unused", at, found: "groupOrder", args: {} }];
}

/** Each project is asked for indicators of the horizons that form.json lists, and those of others are not looked at. */
function horizonsUnprinted(
  { spec, seen }: Pick<Form, "spec" | "seen">,
  placeOf: PlaceOf,
): readonly Diagnostic[] {
  const printed = seen.uses.filter((use) => use.printed && use.horizon !== undefined);
  const uses = groupBy(printed, (use) => use.horizon);
  if (uses.size === 0) return [];
  const unprinted = spec.horizons.flatMap((horizon, index): readonly Diagnostic[] => {
    const at = placeOf(["horizons", index]);
    return uses.has(horizon)
      ? []
      : [{ code: "form-horizon-unprinted", at, found: horizon, args: { horizon } }];
  });
  const unlisted = [...uses].flatMap(([horizon, [first]]): readonly Diagnostic[] =>
    horizon === undefined || first === undefined || spec.horizons.includes(horizon)
      ? []
      : [{ code: "form-horizon-unlisted", at: first.at, found: horizon, args: { horizon } }],
  );
  return [...unprinted, ...unlisted];
}

/** It says of which horizon an indicator is, and is printed by where that indicator is. */
const horizon = "indicator.horizon";

/** Each field once, where it is first named. What is the department's own is listed elsewhere. */
function undeclared(fields: Form["spec"]["fields"], uses: Form["seen"]["uses"]): readonly Diagnostic[] {
  const first = new Map<string, Diagnostic>();
  for (const { field, at } of uses) {
    const isListed = isFieldName(field) && fields[field] !== undefined;
    const isDepartments = field.startsWith("department.") || rowOf(field)?.blank !== undefined;
    if (isListed || first.has(field) || isDepartments) continue;
    // 指标值 as it is printed takes its sign and unit from columns that may be there.
    if (field === "indicator.operator" || field === "indicator.unit") continue;
    first.set(field, { code: "form-printed-undeclared", at, found: field, args: { field } });
  }
  return [...first.values()];
}
