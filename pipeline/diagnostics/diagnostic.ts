/** A diagnostic is data: a code of the catalogue, a place, and the facts its sentence needs. */
import { catalogue } from "./catalogue.ts";
import type { Definition, Language, Severity } from "./define.ts";
import type { Place } from "./place.ts";

export type Code = keyof typeof catalogue;
type ArgsOf<C extends Code> = (typeof catalogue)[C] extends Definition<infer Args> ? Args : never;

/** Which project a finding is about, for the list that goes back to the units. */
export type Subject = {
  readonly unit?: string;
  readonly code?: string;
  readonly project?: string;
};

export type Diagnostic = {
  readonly [C in Code]: {
    readonly code: C;
    readonly at: Place;
    /** Further places that belong to it, for example the other of two cells that disagree. */
    readonly also?: readonly Place[];
    readonly subject?: Subject;
    /** What stands there, as written. */
    readonly found?: string;
    readonly args: ArgsOf<C>;
  };
}[Code];

export type Report = (diagnostic: Diagnostic) => void;

/** The severity of a diagnostic as shipped; a form or department may change it for a check's finding. */
export function severityOf(diagnostic: Diagnostic): Severity {
  return catalogue[diagnostic.code].severity;
}

/** The two sentences of a diagnostic: what was found, and what to do. */
export function wordingOf(
  diagnostic: Diagnostic,
  language: Language,
): { readonly says: string; readonly todo: string } {
  // The union ties each code to its own args; TypeScript cannot follow that through an indexed call.
  const definition = catalogue[diagnostic.code] as Definition<unknown>;
  return definition[language](diagnostic.args);
}
