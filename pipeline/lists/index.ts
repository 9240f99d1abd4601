/** Findings → the lists of a department, one in each format. */

import { type Finding, wordingOf } from "../catalogue/index.ts";
import { type FindingRecord, listNames } from "../contracts/index.ts";
import { type Language, severityOf } from "../diagnostics/index.ts";
import { encodeJsonWithList, type NewFile } from "../files/index.ts";
import { writeFindingsCsv } from "./findings-csv.ts";
import { writeFindingsSarif } from "./findings-sarif.ts";

export { projectLabels, severityNames, writeCsv } from "./findings-csv.ts";

export type ListsOptions = {
  /** The department's folder, as shown. */
  readonly folder: string;
  readonly name: string;
  readonly language: Language;
  readonly version: string;
};

export function findingLists(
  findings: readonly Finding[],
  { folder, name, language, version }: ListsOptions,
): readonly NewFile[] {
  const [csv, json, sarif] = listNames;
  return [
    { name: csv, bytes: writeFindingsCsv(findings, { department: name, language }) },
    { name: json, bytes: writeFindingsJson(findings, { department: name, version }) },
    { name: sarif, bytes: writeFindingsSarif(findings, { folder, department: name, version, language }) },
  ];
}

function writeFindingsJson(
  findings: readonly Finding[],
  { department, version }: { readonly department: string; readonly version: string },
): Uint8Array {
  const hole = "\u0000findings";
  const frame = { schema: 1, version, department, findings: hole };
  return encodeJsonWithList(frame, hole, { items: findings, toJson: findingRecord });
}

/** A finding as other programs get it: in `findings.json`, and from `--reporter json`. */
export function findingRecord(finding: Finding): FindingRecord {
  return {
    ...finding,
    severity: severityOf(finding),
    zh: wordingOf(finding, "zh"),
    en: wordingOf(finding, "en"),
  };
}
