/** Findings → `findings.json`: the same list for programs, with the sentences in both languages. */
import { type Diagnostic, type Severity, severityOf, wordingOf } from "../diagnostics/index.ts";

type Wording = { readonly says: string; readonly todo: string };

/** A finding as other programs get it: in `findings.json`, and from `--reporter json`. */
export type FindingRecord = Omit<Diagnostic, "severity"> & {
  readonly severity: Severity;
  readonly zh: Wording;
  readonly en: Wording;
};

export function findingRecord(finding: Diagnostic): FindingRecord {
  return {
    ...finding,
    severity: severityOf(finding),
    zh: wordingOf(finding, "zh"),
    en: wordingOf(finding, "en"),
  };
}

export function writeFindingsJson(
  findings: readonly Diagnostic[],
  { department, version }: { readonly department: string; readonly version: string },
): Uint8Array {
  return encodeJson({ version, department, findings: findings.map(findingRecord) });
}

/** Indented, so that two editions can be compared line by line. */
export function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}
