/** Findings → the lists of a department, one in each format. */

import { type Finding, fingerprintsOf, wordingOf } from "../catalogue/index.ts";
import { type FindingRecord, listNames } from "../contracts/index.ts";
import { type Language, severityOf } from "../diagnostics/index.ts";
import { encodeJsonWithList, type NewFile } from "../files/index.ts";
import { writeFindingsCsv } from "./findings-csv.ts";
import { writeFindingsSarif } from "./findings-sarif.ts";
import { inListOrder } from "./order-findings.ts";

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
  const ordered = inListOrder(findings);
  return [
    { name: csv, bytes: writeFindingsCsv(ordered, { department: name, language }) },
    { name: json, bytes: writeFindingsJson(ordered, { department: name, version }) },
    { name: sarif, bytes: writeFindingsSarif(ordered, { folder, department: name, version, language }) },
  ];
}

function writeFindingsJson(
  findings: readonly Finding[],
  { department, version }: { readonly department: string; readonly version: string },
): Uint8Array {
  const hole = "\u0000findings";
  const frame = { schema: 1, version, department, findings: hole };
  const fingerprints = fingerprintsOf(findings);
  const items = findings.map((finding, index) => ({ finding, ...fingerprints[index] }));
  const toJson = ({ finding, ...marks }: (typeof items)[number]) => ({ ...findingRecord(finding), ...marks });
  return encodeJsonWithList(frame, hole, { items, toJson });
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
