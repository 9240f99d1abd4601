/** A finding → what the page of review says of it, in the language of the page. */
import { type Finding, wordingOf } from "../catalogue/index.ts";
import { formatPlace, type Language, type Severity, severityOf } from "../diagnostics/index.ts";

export type ReviewedFinding = {
  readonly code: string;
  readonly severity: Severity;
  readonly says: string;
  readonly todo: string;
  readonly place: string;
  readonly found?: string | undefined;
  readonly unit?: string | undefined;
  readonly project?: string | undefined;
};

export function reviewedFinding(finding: Finding, language: Language): ReviewedFinding {
  const { code, at, found, subject, subjects } = finding;
  const { unit, code: number, project = number } = subject ?? subjects?.[0] ?? {};
  const place = formatPlace(at);
  return {
    code,
    severity: severityOf(finding),
    ...wordingOf(finding, language),
    place,
    found,
    unit,
    project,
  };
}
