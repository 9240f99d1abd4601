/** Findings, and what their projects and indicators were called in an earlier edition → what they were known by there. */
import { type Finding, type Fingerprint, fingerprintsOf } from "../catalogue/index.ts";
import { type Renamed, renamedBetween } from "../compare/index.ts";
import { readSnapshot } from "../contracts/index.ts";
import type { Subject } from "../diagnostics/index.ts";
import { type GoneSince, isGoneSince, keyOfIndicator, keyOfSubject } from "./gone-since.ts";

export type FormerMarks = {
  /** By their fingerprints now. */
  readonly marks: ReadonlyMap<string, Fingerprint>;
  /** What a project was called. */
  readonly calledBefore: (subject: Subject) => Subject;
  readonly isGone: GoneSince;
};

/** `before`, `now`: `records.json` of two editions. Undefined if one of them cannot be read. */
export function formerMarksIn(
  findings: readonly Finding[],
  { before, now }: { readonly before: Uint8Array; readonly now: Uint8Array },
): FormerMarks | undefined {
  const [old, current] = [readSnapshot(before), readSnapshot(now)];
  if (!old.success || !current.success) return undefined;
  const renamed = renamedBetween(old.snapshot, current.snapshot);
  const former = formerProjects(renamed);
  const calledBefore = (subject: Subject) => former.get(keyOfSubject(subject))?.subject ?? subject;
  return { marks: formerByMark(findings, renamed), calledBefore, isGone: isGoneSince(old.snapshot, renamed) };
}

/** By what they are known by now. */
export function formerByMark(
  findings: readonly Finding[],
  renamed: Renamed | undefined,
): ReadonlyMap<string, Fingerprint> {
  const former = renamed && formerMarks(findings, renamed);
  if (former === undefined) return new Map();
  const marks = fingerprintsOf(findings);
  return new Map(former.flatMap((was, index) => [[marks[index]?.fingerprint ?? "", was] as const]));
}

/** Undefined if nothing was renamed. */
function formerMarks(findings: readonly Finding[], renamed: Renamed): readonly Fingerprint[] | undefined {
  const former = formerProjects(renamed);
  if (former.size === 0) return undefined;
  return fingerprintsOf(
    findings.map((finding) => {
      const { subject, indicator } = finding;
      const was = subject && former.get(keyOfSubject(subject));
      if (was === undefined) return finding;
      const levels = indicator && was.levels.get(keyOfIndicator(indicator));
      return { ...finding, subject: was.subject, indicator: levels ?? indicator };
    }),
  );
}

function formerProjects({ projects }: Renamed) {
  return new Map(
    projects.map(({ before: { code, unit, name: project }, after, indicators }) => {
      const levels = new Map(indicators.map((one) => [keyOfIndicator(one.after), one.before]));
      return [keyOfSubject({ ...after, project: after.name }), { subject: { code, unit, project }, levels }];
    }),
  );
}
