/** What was found in a department → its lists, one in each format. */
import type { Diagnostic, Language } from "../diagnostics/index.ts";
import type { NewFile } from "../editions/replace-files.ts";
import { writeFindingsCsv } from "./findings-csv.ts";
import { writeFindingsJson } from "./findings-json.ts";
import { writeFindingsSarif } from "./findings-sarif.ts";

export const listNames = ["findings.csv", "findings.json", "findings.sarif"] as const;

export type ListsOptions = {
  /** The department's folder, as shown. */
  readonly folder: string;
  readonly name: string;
  readonly language: Language;
  readonly version: string;
};

export function findingLists(
  findings: readonly Diagnostic[],
  { folder, name, language, version }: ListsOptions,
): readonly NewFile[] {
  const [csv, json, sarif] = listNames;
  return [
    { name: csv, bytes: writeFindingsCsv(findings, { department: name, language }) },
    { name: json, bytes: writeFindingsJson(findings, { department: name, version }) },
    { name: sarif, bytes: writeFindingsSarif(findings, { folder, department: name, version, language }) },
  ];
}
