/** A form → names in it that mean two things, so that it would be left to chance which of them is meant. */
import type { Diagnostic, Place } from "../../diagnostics/index.ts";
import { ambiguousSpellings } from "../../normalise/index.ts";
import { type FormSpec, isFieldName, plainName } from "../../records/index.ts";
import type { PlaceOf } from "./places-in-form.ts";

export function ambiguousNames(spec: FormSpec, placeOf: PlaceOf): readonly Diagnostic[] {
  return [...spelledTwice(spec, placeOf), ...groupsTwice(spec, placeOf), ...figuresTwice(spec, placeOf)];
}

/** Spellings that two fields have, or two lists. */
function spelledTwice(spec: FormSpec, placeOf: PlaceOf): readonly Diagnostic[] {
  // A key of department.json that all forms share is in none of them.
  const placesOf = (name: string, spelling: string): readonly Place[] => {
    const list = spec.lists[name.replace(/^lists\./u, "")];
    const named = list ?? (isFieldName(name) ? spec.fields[name] : undefined);
    if (named === undefined) return [];
    const alias = named.aliases.indexOf(spelling);
    const path = list === undefined ? ["fields", name] : name.split(".");
    return [placeOf([...path, ...(alias < 0 ? ["label"] : ["aliases", alias])])];
  };
  return ambiguousSpellings(spec).map(({ spelling, fields: [first, second] }) => ({
    code: "form-spelling-ambiguous",
    at: placesOf(second, spelling)[0] ?? placeOf([]),
    also: placesOf(first, spelling),
    found: spelling,
    args: { spelling, first, second },
  }));
}

/** Spellings that two groups of indicators have. */
function groupsTwice(spec: FormSpec, placeOf: PlaceOf): readonly Diagnostic[] {
  const spelled = spec.groupOrder.flatMap(({ name, aliases }, group) =>
    [name, ...aliases].map((text, index) => {
      const path = ["groupOrder", group, ...(index === 0 ? ["name"] : ["aliases", index - 1])];
      return { text, of: group, at: () => placeOf(path) };
    }),
  );
  return namedTwice(spelled);
}

/** Labels that two figures have: those of a roll-up would stand in one column. */
function figuresTwice({ rollup, closing }: FormSpec, placeOf: PlaceOf): readonly Diagnostic[] {
  const figures = Object.entries(rollup).map(([of, { label }]) => {
    return { text: label, of, at: () => placeOf(["rollup", of, "label"]) };
  });
  const { bounds = {}, below = "" } = closing?.grades ?? {};
  const path = ["closing", "grades"];
  const grades = Object.keys(bounds).map((text) => {
    return { text, of: text, at: () => placeOf([...path, "bounds", text], { of: "key" }) };
  });
  return [
    ...namedTwice(figures),
    ...namedTwice([...grades, { text: below, of: "", at: () => placeOf([...path, "below"]) }]),
  ];
}

/** `of`: what has the name; `at`: a form whose names are right is not read again for its places. */
type Named = { readonly text: string; readonly of: number | string; readonly at: () => Place };

/** Each that has the name of one before it. */
function namedTwice(all: readonly Named[]): readonly Diagnostic[] {
  const seen = new Map<string, Named>();
  return all.flatMap(({ text, of, at }): readonly Diagnostic[] => {
    const before = seen.get(plainName(text));
    seen.set(plainName(text), before ?? { text, of, at });
    if (before === undefined || before.of === of) return [];
    return [{ code: "form-name-twice", at: at(), also: [before.at()], found: text, args: { name: text } }];
  });
}
