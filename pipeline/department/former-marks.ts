/** Findings, and what their projects and indicators were called in an earlier edition → what they were known by there. */
import { type Finding, type Fingerprint, fingerprintsOf } from "../catalogue/index.ts";
import { type Renamed, renamedBetween } from "../compare/index.ts";
import { type KnownFinding, readSnapshot } from "../contracts/index.ts";
import type { IndicatorLevels, Subject } from "../diagnostics/index.ts";

export type FormerMarks = {
  /** By their fingerprints now. */
  readonly marks: ReadonlyMap<string, Fingerprint>;
  /** What a project was called. */
  readonly calledBefore: (subject: Subject) => Subject;
  /** By `keyOfProject`, the projects of the earlier edition that are there no longer, and those that are, whatever they are called now. */
  readonly gone: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
};

/** `before`, `now`: `records.json` of two editions. Undefined if one of them cannot be read. */
export function formerMarksIn(
  findings: readonly Finding[],
  { before, now }: { readonly before: Uint8Array; readonly now: Uint8Array },
): FormerMarks | undefined {
  const [old, current] = [readSnapshot(before), readSnapshot(now)];
  if (!old.success || !current.success) return undefined;
  const renamed = renamedBetween(old.snapshot, current.snapshot);
  const keys = (of: Renamed["gone"]) =>
    of.map(({ unit, name, code }) => keyOfProject({ unit, project: name ?? code }));
  const present = new Set(keys(current.snapshot.projects));
  const gone = new Set(keys(renamed.gone).filter((key) => !present.has(key)));
  const kept = new Set(keys(old.snapshot.projects).filter((key) => !gone.has(key)));
  const former = formerProjects(renamed);
  const calledBefore = (subject: Subject) => former.get(keyOf(subject))?.subject ?? subject;
  return { marks: formerByMark(findings, renamed), calledBefore, gone, kept };
}

/** Its name, or else its code, with its unit: another unit may have one of that name. */
export function keyOfProject({ unit, project }: Pick<KnownFinding, "unit" | "project">): string {
  return JSON.stringify([unit, project]);
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
      const was = subject && former.get(keyOf(subject));
      if (was === undefined) return finding;
      const levels = indicator && was.levels.get(keyOfLevels(indicator));
      return { ...finding, subject: was.subject, indicator: levels ?? indicator };
    }),
  );
}

function formerProjects({ projects }: Renamed) {
  return new Map(
    projects.map(({ before: { code, unit, name: project }, after, indicators }) => {
      const levels = new Map(indicators.map((one) => [keyOfLevels(one.after), one.before]));
      return [keyOf({ ...after, project: after.name }), { subject: { code, unit, project }, levels }];
    }),
  );
}

function keyOf({ code, unit, project }: Subject): string {
  return JSON.stringify([code, unit, project]);
}

function keyOfLevels({ level1, level2, level3 }: IndicatorLevels): string {
  return JSON.stringify([level1, level2, level3]);
}
