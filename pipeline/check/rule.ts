/** What a rule is: a look at a department that yields findings, with what may be set about it. */
import type { CheckCode, Diagnostic, Place } from "../diagnostics/index.ts";
import type { Department, FieldName, FormSpec } from "../records/index.ts";

type Bilingual = { readonly zh: string; readonly en: string };

/** A diagnostic less its code and severity, which belong to the rule and to its setting. */
export type Finding<C extends CheckCode> = Omit<
  Extract<Diagnostic, { readonly code: C }>,
  "code" | "severity"
>;

export type RuleContext = {
  readonly department: Department;
  readonly spec: FormSpec;
  /** `rules.<code>.expect` of the form or the department. */
  readonly expect: number | undefined;
  /** `rules.<code>.split`: points by level-1 name. */
  readonly split: readonly Readonly<Record<string, number>>[];
  /** Where the blank cell of a field is, beside a value of the same record. */
  readonly blankAt: (near: Place, field: FieldName) => Place;
};

export type Rule<C extends CheckCode> = {
  /** What it looks for, in one line. */
  readonly about: Bilingual;
  /** What `rules.<code>.expect` (or `split`) means to it; absent where it takes none. */
  readonly expects?: Bilingual;
  /** Why nobody gets its findings who has not asked for them. */
  readonly offUnlessSet?: Bilingual;
  readonly check: (context: RuleContext) => Iterable<Finding<C>>;
};
