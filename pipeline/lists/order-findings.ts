/** Findings in the order in which lists show them: by severity, then project, then place. */
import type { Finding } from "../catalogue/index.ts";
import { type Place, severities, severityOf, sheetOf } from "../diagnostics/index.ts";

/** What is about no project comes first; projects follow by code, as they are printed. Equal ones keep their order. */
export function inListOrder(findings: readonly Finding[]): readonly Finding[] {
  const keyed = findings.map((finding) => ({ finding, rank: severities.indexOf(severityOf(finding)) }));
  return keyed
    .toSorted(
      (one, other) =>
        one.rank - other.rank ||
        compareTexts(projectOf(one.finding), projectOf(other.finding)) ||
        comparePlaces(one.finding.at, other.finding.at),
    )
    .map(({ finding }) => finding);
}

function projectOf({ subject, subjects }: Finding): readonly string[] {
  const { code = "", unit = "", project = "" } = subject ?? subjects?.[0] ?? {};
  return [code, unit, project];
}

function comparePlaces(one: Place, other: Place): number {
  return (
    compareTexts([fileOf(one), sheetOf(one) ?? ""], [fileOf(other), sheetOf(other) ?? ""]) ||
    rowOf(one) - rowOf(other) ||
    columnOf(one) - columnOf(other)
  );
}

function fileOf(at: Place): string {
  return at.kind === "option" ? at.option : at.file;
}

function rowOf(at: Place): number {
  if (at.kind === "cell") return at.row;
  return "line" in at ? at.line : 0;
}

function columnOf(at: Place): number {
  return "column" in at ? (at.column ?? 0) : 0;
}

function compareTexts(one: readonly string[], other: readonly string[]): number {
  for (const [index, text] of one.entries()) {
    const against = other[index] ?? "";
    if (text !== against) return text < against ? -1 : 1;
  }
  return 0;
}
