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
  const hole = "\u0000findings";
  return encodeJsonWithList({ version, department, findings: hole }, hole, lazily(findings, findingRecord));
}

export function* lazily<Item, Made>(items: readonly Item[], make: (item: Item) => Made): Generator<Made> {
  for (const item of items) yield make(item);
}

/** Indented, so that two editions can be compared line by line. */
export function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}

/**
 * The same bytes as of an object with that list in the place of `hole`, encoded item by item: the lists of a large
 * department are 30 MB, and as one text with all its objects they would take ten times that.
 */
export function encodeJsonWithList(frame: unknown, hole: string, items: Iterable<unknown>): Uint8Array {
  const [before = "", after = ""] = `${JSON.stringify(frame, undefined, 2)}\n`.split(JSON.stringify(hole));
  const indent = `\n${/[^\n]*$/u.exec(before)?.[0].match(/^ */u)?.[0] ?? ""}`;
  const chunks: Buffer[] = [];
  let text = `${before}[`;
  let any = false;
  for (const item of items) {
    const written = JSON.stringify(item, undefined, 2).replaceAll("\n", `${indent}  `);
    text += `${any ? "," : ""}${indent}  ${written}`;
    any = true;
    if (text.length < chunkLength) continue;
    chunks.push(Buffer.from(text));
    text = "";
  }
  chunks.push(Buffer.from(`${text}${any ? indent : ""}]${after}`));
  return Buffer.concat(chunks);
}

/** UTF-16 units. */
const chunkLength = 1 << 18;
