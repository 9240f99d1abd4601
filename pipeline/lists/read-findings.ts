/** `findings.json` as this very program wrote it → the findings in it. */
import { type Finding, isCode } from "../catalogue/index.ts";
import type { FindingRecord } from "../contracts/index.ts";
import { isRecord, parseJson } from "../files/index.ts";

export type ReadFindings = Readonly<Record<"findings" | "ignored" | "consequences", readonly Finding[]>>;

/**
 * Only for a file whose hash says that it is what was written: nothing is checked but that its codes are known. Undefined
 * if it is no list of findings.
 */
export function readFindings(bytes: Uint8Array): ReadFindings | undefined {
  const file = parseJson(new TextDecoder().decode(bytes));
  if (!isRecord(file)) return undefined;
  const { findings: found, ignored: other, consequences: further } = file;
  const [findings, ignored = [], consequences = []] = [found, other, further].map(findingsIn);
  return findings && { findings, ignored, consequences };
}

function findingsIn(list: unknown): readonly Finding[] | undefined {
  return Array.isArray(list) ? list.filter(isFindingRecord).map(findingOf).filter(isFinding) : undefined;
}

function isFindingRecord(value: unknown): value is FindingRecord {
  return isRecord(value) && typeof value.code === "string" && isRecord(value.args);
}

/** Without what a list adds to it. */
function findingOf({
  zh: _zh,
  en: _en,
  suggestion: _suggestion,
  fingerprint: _fingerprint,
  placeFingerprint: _placeFingerprint,
  ...finding
}: FindingRecord): Pick<FindingRecord, "code"> {
  return finding;
}

/** Each code has its own args, which were written with it. */
function isFinding(finding: { readonly code: string }): finding is Finding {
  return isCode(finding.code);
}
