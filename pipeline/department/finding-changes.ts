/** The findings of two editions → which are new, which are gone, and how many remain. */
import {
  type Finding,
  type Fingerprint,
  fingerprintsOf,
  isOfNoProject,
  wordingOf,
} from "../catalogue/index.ts";
import { type Changes, type KnownFinding, KnownFindings } from "../contracts/index.ts";
import { severityOf } from "../diagnostics/index.ts";
import { encodeJson, parseJson } from "../files/index.ts";

export type FindingsChange = NonNullable<Changes["findings"]>;

/** What the history keeps of them; a failure is in no edition, and a list that came back is nothing that is wrong. */
export function knownFindings(findings: readonly Finding[]): readonly KnownFinding[] {
  const marks = fingerprintsOf(findings);
  return findings.flatMap((finding, index) => {
    const severity = severityOf(finding);
    const mark = marks[index];
    if (severity === "failure" || finding.code === "feedback-not-a-source" || mark === undefined) return [];
    const [zh, en] = [wordingOf(finding, "zh").says, wordingOf(finding, "en").says];
    const { code, indicator } = finding;
    return { code, severity, ...mark, project: projectOf(finding), ...whoseOf(finding), indicator, zh, en };
  });
}

function whoseOf(finding: Finding): Pick<KnownFinding, "unit" | "projectCode" | "projects"> {
  const { subject, subjects } = finding;
  const { unit, code: projectCode } = subject ?? {};
  const some = subjects ?? (subject !== undefined && isOfNoProject(finding) ? [subject] : undefined);
  const projects = some?.map(({ code, project = code, unit: own }) => ({ code, project, unit: own }));
  return { unit, projectCode, projects };
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

/** What was renamed is asked for only if something is new and something gone: that takes as long as comparing records. */
export function compareFindings(
  before: readonly KnownFinding[],
  now: readonly KnownFinding[],
  formerOf: () => ReadonlyMap<string, Fingerprint>,
): FindingsChange {
  const compared = compareKnown(before, now);
  if (compared.added.length === 0 || compared.gone.length === 0) return compared;
  const former = formerOf();
  return former.size === 0 ? compared : compareKnown(before, now, former);
}

/**
 * Pairs by what is written there, and what is left over by place: a value that was changed and is wrong as before.
 * `former`: by the fingerprints of the new ones, what they were known by before their project or indicator was renamed.
 */
function compareKnown(
  before: readonly KnownFinding[],
  now: readonly KnownFinding[],
  former: ReadonlyMap<string, Fingerprint> = new Map(),
): FindingsChange {
  const called = now.map((one) => ({ one, ...one, ...former.get(one.fingerprint) }));
  const exact = without(called, before, ({ fingerprint }) => fingerprint);
  const old = without(before, called, ({ fingerprint }) => fingerprint);
  const added = without(exact, old, ({ placeFingerprint }) => placeFingerprint);
  const gone = without(old, exact, ({ placeFingerprint }) => placeFingerprint);
  return {
    added: added.map(({ one }) => one),
    gone: [...gone],
    remaining: now.length - added.length,
  };
}

function without<Known extends Fingerprint>(
  findings: readonly Known[],
  others: readonly Fingerprint[],
  markOf: (finding: Fingerprint) => string,
): readonly Known[] {
  const marks = new Set(others.map(markOf));
  return findings.filter((one) => !marks.has(markOf(one)));
}
