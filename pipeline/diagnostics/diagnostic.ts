/** A diagnostic is data: a code of the catalogue, a place, and the facts its sentence needs. */
import { catalogue } from "./catalogue.ts";
import { checking } from "./checking.ts";
import type { Definition, FindingSeverity, Language, Severity } from "./define.ts";
import type { Place, SourceLine } from "./place.ts";

export type Code = keyof typeof catalogue;
/** The codes of the checker's rules: these a form or a department may switch off, raise or lower. */
export type CheckCode = keyof typeof checking;

export const checkCodes: readonly string[] = Object.keys(checking);

export function isCheckCode(code: string): code is CheckCode {
  return Object.hasOwn(checking, code);
}

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
    /** Stands only where a form or a department gave a check another severity than the one shipped. */
    readonly severity?: FindingSeverity;
    readonly at: Place;
    /** Further places that belong to it, for example the other of two cells that disagree. */
    readonly also?: readonly Place[];
    readonly subject?: Subject;
    /** What stands there, as written. */
    readonly found?: string;
    /** The part of it that is meant, where it is long. */
    readonly part?: string;
    /** The line of the file, for lists that show it; added where the file is at hand. */
    readonly source?: SourceLine;
    readonly args: ArgsOf<C>;
  };
}[Code];

export type Report = (diagnostic: Diagnostic) => void;

/** How grave a rule's findings are before anybody sets it. */
export function shippedSeverity(code: CheckCode): FindingSeverity {
  const { severity } = checking[code];
  if (severity === "failure") throw new Error(`${code} is a rule, and rules stop nothing`);
  return severity;
}

/** What to do about a rule's findings, for lists of rules: the facts of a single finding are left as …. */
export function adviceOf(code: CheckCode, language: Language): string {
  const facts: unknown = new Proxy({}, { get: () => "…" });
  return (catalogue[code] as Definition<unknown>)[language](facts).todo;
}

/** How grave a diagnostic is: as a form or a department set it, else as shipped. */
export function severityOf(diagnostic: Diagnostic): Severity {
  return diagnostic.severity ?? catalogue[diagnostic.code].severity;
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
