/** A finding → what the page of review says of it, in the language of the page. */
import { aspectOfCode, aspects, descriptionOf, type Finding, wordingOf } from "../catalogue/index.ts";
import { formatPlace, type Language, type Severity, severityOf } from "../diagnostics/index.ts";

type ReviewedFinding = {
  readonly code: string;
  /** What its rule is called; absent of a failure, and of what a form checks. */
  readonly rule?: string | undefined;
  /** What a reviewer would call its matter. */
  readonly aspect: string;
  readonly severity: Severity;
  readonly says: string;
  readonly todo: string;
  readonly place: string;
  readonly unit?: string | undefined;
  readonly project?: string | undefined;
};

export function reviewedFinding(finding: Finding, language: Language): ReviewedFinding {
  const { code, at, subject, subjects } = finding;
  const { unit, code: number, project = number } = subject ?? subjects?.[0] ?? {};
  const place = formatPlace(at);
  return {
    code,
    rule: descriptionOf(code)?.[language].title,
    aspect: aspects[aspectOfCode(code)][language],
    severity: severityOf(finding),
    ...wordingOf(finding, language),
    place,
    unit,
    project,
  };
}
