/** A diagnostic is data: a code of the catalogue, a place, and the facts its sentence needs. */
import { checking } from "./checking.ts";
import { comparing } from "./comparing.ts";
import { composing } from "./composing.ts";
import { findingDepartments } from "./finding-departments.ts";
import { withoutFacts } from "./holes.ts";
import { laying } from "./laying.ts";
import { normalising } from "./normalising.ts";
import type { Place, SourceLine } from "./place.ts";
import { publishing } from "./publishing.ts";
import { reading } from "./reading.ts";
import {
  type ArgsOf,
  type Language,
  type RuleSeverity,
  type Severity,
  type Wording,
  wordsOf,
} from "./row.ts";
import { running } from "./running.ts";
import { unattended } from "./unattended.ts";

/** Every row, by code; a file of rows belongs to the stage that reports them. */
const catalogue = {
  ...reading,
  ...normalising,
  ...checking,
  ...comparing,
  ...composing,
  ...laying,
  ...findingDepartments,
  ...publishing,
  ...running,
  ...unattended,
};

export type Code = keyof typeof catalogue;
/** The codes of the checker's rules: these a form or a department may switch off, raise or lower. */
export type CheckCode = keyof typeof checking;

export const checkCodes: readonly string[] = Object.keys(checking);

export function isCheckCode(code: string): code is CheckCode {
  return Object.hasOwn(checking, code);
}

/** Which project a finding is about, for the list that goes back to the units. */
export type Subject = {
  readonly unit?: string;
  readonly code?: string;
  readonly project?: string;
};

export type Diagnostic = {
  readonly [C in Code]: {
    readonly code: C;
    /** Given only if a form or a department set another severity than the one shipped. */
    readonly severity?: RuleSeverity;
    readonly at: Place;
    /** Further places that belong to it, for example the other of two cells that disagree. */
    readonly also?: readonly Place[];
    readonly subject?: Subject;
    /** What is written at the place. */
    readonly found?: string;
    /** The part of it that is meant, if it is long. */
    readonly part?: string;
    /** The line of the file, for lists that show it; added where the file is at hand. */
    readonly source?: SourceLine;
    readonly args: ArgsOf<(typeof catalogue)[C]>;
  };
}[Code];

export type Report = (diagnostic: Diagnostic) => void;

/** How severe a rule's findings are before anybody sets it. */
export function shippedSeverity(code: CheckCode): RuleSeverity {
  return checking[code].severity;
}

/** What to do about a rule's findings, for lists of rules: the facts of a single finding are left as …. */
export function adviceOf(code: CheckCode, language: Language): string {
  const sentence: string | ((facts: never) => string) = checking[code].todo[language];
  const facts: unknown = new Proxy({}, { get: () => "…" });
  return typeof sentence === "string" ? withoutFacts(sentence) : sentence(facts as never);
}

/** How severe a diagnostic is: as a form or a department set it, else as shipped. */
export function severityOf(diagnostic: Diagnostic): Severity {
  return diagnostic.severity ?? catalogue[diagnostic.code].severity;
}

/** The two sentences of a diagnostic: what was found, and what to do. */
export function wordingOf(diagnostic: Diagnostic, language: Language): Wording {
  // The union ties each code to its own args; TypeScript cannot follow that through an indexed call.
  return wordsOf(catalogue[diagnostic.code], diagnostic.args as never, language);
}
