/** Findings → the lists of a department, one in each format. */

import { type Finding, suggestionOf, wordingOf } from "../catalogue/index.ts";
import { type FindingRecord, ignoredListName, listNames } from "../contracts/index.ts";
import { type Language, severityOf } from "../diagnostics/index.ts";
import { encodeJsonWithList, type NewFile } from "../files/index.ts";
import { writeFindingsCsv, writeIgnoredCsv } from "./findings-csv.ts";
import { writeFindingsSarif } from "./findings-sarif.ts";
import { type MarkedFinding, marked } from "./marked.ts";
import { inListOrder } from "./order-findings.ts";

export { type AnsweredRow, type FeedbackRow, feedbackRows, marksFor, withAnswers } from "./feedback.ts";
export { projectLabels, severityNames, writeCsv } from "./findings-csv.ts";
export { type ReadFindings, readFindings } from "./read-findings.ts";
export { reviewedFinding } from "./review-findings.ts";

export type ListsOptions = {
  /** The department's folder, as shown. */
  readonly folder: string;
  readonly name: string;
  readonly year?: string | undefined;
  readonly language: Language;
  readonly version: string;
  /** What department.json ignores. */
  readonly ignored?: readonly Finding[];
  /** What follows from a finding: kept for whoever does not want that one. */
  readonly consequences?: readonly Finding[];
};

export function findingLists(
  findings: readonly Finding[],
  { folder, name, year, language, version, ignored = [], consequences = [] }: ListsOptions,
): readonly NewFile[] {
  const [csv, json, sarif] = listNames;
  const { shown, suppressed, following } = listed(findings, ignored, consequences);
  const all = [...shown, ...suppressed];
  const file = { department: name, year, version, ignored: suppressed, consequences: following };
  return [
    { name: csv, bytes: writeFindingsCsv(shown, { department: name, language }) },
    { name: json, bytes: writeFindingsJson(shown, file) },
    { name: sarif, bytes: writeFindingsSarif(all, { folder, department: name, version, language }) },
  ];
}

/** In the order of lists. What is ignored is marked with the rest, of which it may repeat one. */
function listed(
  findings: readonly Finding[],
  ignored: readonly Finding[],
  consequences: readonly Finding[] = [],
) {
  const ordered = inListOrder(findings);
  const all = marked([...ordered, ...inListOrder(ignored), ...inListOrder(consequences)]);
  const [first, last] = [ordered.length, ordered.length + ignored.length];
  return { shown: all.slice(0, first), suppressed: all.slice(first, last), following: all.slice(last) };
}

function writeFindingsJson(
  items: readonly MarkedFinding[],
  { department, year, version, ignored, consequences }: JsonOptions,
): Uint8Array {
  const hole = "\u0000findings";
  const suppressed = ignored.length === 0 ? undefined : ignored.map(markedRecord);
  // Written though there are none: a list that lacks them was made by a program that did not keep them.
  const following = consequences.map(markedRecord);
  const lists = { findings: hole, ignored: suppressed, consequences: following };
  const frame = { schema: 1, version, department, year, ...lists };
  return encodeJsonWithList(frame, hole, { items, toJson: markedRecord });
}

type JsonOptions = {
  readonly department: string;
  readonly year: string | undefined;
  readonly version: string;
  readonly ignored: readonly MarkedFinding[];
  readonly consequences: readonly MarkedFinding[];
};

function markedRecord({ finding, marks }: MarkedFinding): FindingRecord {
  return { ...findingRecord(finding), ...marks };
}

/** `ignored.csv`; no file if nothing is ignored. */
export function ignoredList(
  findings: readonly Finding[],
  { name, language, ignored = [] }: Pick<ListsOptions, "name" | "language" | "ignored">,
): readonly NewFile[] {
  if (ignored.length === 0) return [];
  const { suppressed } = listed(findings, ignored);
  const bytes = writeIgnoredCsv(suppressed, { department: name, language });
  return [{ name: ignoredListName, bytes }];
}

/** A finding as other programs get it: in `findings.json`, and from `--reporter json`. */
export function findingRecord(finding: Finding): FindingRecord {
  return {
    ...finding,
    severity: severityOf(finding),
    suggestion: suggestionOf(finding),
    zh: wordingOf(finding, "zh"),
    en: wordingOf(finding, "en"),
  };
}
