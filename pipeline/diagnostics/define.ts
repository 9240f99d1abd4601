/** What a diagnostic's definition holds: severity, and its sentences in both languages. */

/**
 * failure: leaves nothing to print, the department is not published.
 * error, warning, info: findings, listed beside the printed data.
 */
export type Severity = "failure" | "error" | "warning" | "info";
export type FindingSeverity = Exclude<Severity, "failure">;
export type Language = "zh" | "en";

/** A sentence that says what was found, and one that says what to do. */
export type Wording<Args> = (args: Args) => { readonly says: string; readonly todo: string };

export type Definition<Args> = {
  readonly severity: Severity;
  readonly zh: Wording<Args>;
  readonly en: Wording<Args>;
};

/** Types one entry of a catalogue; `Args` are the facts its sentences need. */
export function define<Args = Record<never, never>>(definition: Definition<Args>): Definition<Args> {
  return definition;
}
