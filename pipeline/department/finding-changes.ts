/** The findings of two editions → which are new, which are gone, and how many remain. */
import { type Finding, fingerprintsOf, wordingOf } from "../catalogue/index.ts";
import { type Changes, type KnownFinding, KnownFindings } from "../contracts/index.ts";
import { severityOf } from "../diagnostics/index.ts";
import { encodeJson, parseJson } from "../files/index.ts";

export type FindingsChange = NonNullable<Changes["findings"]>;

/** What the history keeps of them; a failure is in no edition. */
export function knownFindings(findings: readonly Finding[]): readonly KnownFinding[] {
  const marks = fingerprintsOf(findings);
  return findings.flatMap((finding, index) => {
    const severity = severityOf(finding);
    const mark = marks[index];
    if (severity === "failure" || mark === undefined) return [];
    const [zh, en] = [wordingOf(finding, "zh").says, wordingOf(finding, "en").says];
    return { code: finding.code, severity, ...mark, project: projectOf(finding), zh, en };
  });
}

function projectOf({ subject, subjects }: Finding): string | undefined {
  const { project, code } = subject ?? subjects?.[0] ?? {};
  const name = project ?? code;
  return name === undefined || subjects === undefined ? name : `${name} +${subjects.length - 1}`;
}

export function encodeKnown(findings: readonly KnownFinding[]): Uint8Array {
  return encodeJson({ schema: 1, findings });
}

/** Undefined if there are none, as of editions of older versions, or they are damaged. */
export function readKnown(bytes: Uint8Array | undefined): readonly KnownFinding[] | undefined {
  if (bytes === undefined) return undefined;
  return KnownFindings.safeParse(parseJson(new TextDecoder().decode(bytes))).data?.findings;
}

/** Pairs by what is written there, and what is left over by place: a value that was changed and is wrong as before. */
export function compareFindings(
  before: readonly KnownFinding[],
  now: readonly KnownFinding[],
): FindingsChange {
  const exact = without(now, before, ({ fingerprint }) => fingerprint);
  const old = without(before, now, ({ fingerprint }) => fingerprint);
  const added = without(exact, old, ({ placeFingerprint }) => placeFingerprint);
  const gone = without(old, exact, ({ placeFingerprint }) => placeFingerprint);
  return { added: [...added], gone: [...gone], remaining: now.length - added.length };
}

function without(
  findings: readonly KnownFinding[],
  others: readonly KnownFinding[],
  markOf: (finding: KnownFinding) => string,
): readonly KnownFinding[] {
  const marks = new Set(others.map(markOf));
  return findings.filter((one) => !marks.has(markOf(one)));
}
