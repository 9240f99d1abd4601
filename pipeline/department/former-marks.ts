/** Findings, and what their projects and indicators were called in an earlier edition → what they were known by there. */
import { type Finding, type Fingerprint, fingerprintsOf } from "../catalogue/index.ts";
import { type Renamed, renamedBetween } from "../compare/index.ts";
import { readSnapshot } from "../contracts/index.ts";
import type { IndicatorLevels, Subject } from "../diagnostics/index.ts";

export type FormerMarks = {
  /** By their fingerprints now. */
  readonly marks: ReadonlyMap<string, Fingerprint>;
  /** The names, or else the codes, of projects that are there no longer. */
  readonly gone: ReadonlySet<string>;
};

/** `before`, `now`: `records.json` of two editions. Undefined if one of them cannot be read. */
export function formerMarksIn(
  findings: readonly Finding[],
  { before, now }: { readonly before: Uint8Array; readonly now: Uint8Array },
): FormerMarks | undefined {
  const [old, current] = [readSnapshot(before), readSnapshot(now)];
  if (!old.success || !current.success) return undefined;
  const renamed = renamedBetween(old.snapshot, current.snapshot);
  const labels = (of: Renamed["gone"]) => of.map(({ name, code }) => name ?? code ?? "");
  const present = new Set(labels(current.snapshot.projects));
  const gone = labels(renamed.gone).filter((label) => label !== "" && !present.has(label));
  return { marks: formerByMark(findings, renamed), gone: new Set(gone) };
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
function formerMarks(
  findings: readonly Finding[],
  { projects }: Pick<Renamed, "projects">,
): readonly Fingerprint[] | undefined {
  if (projects.length === 0) return undefined;
  const former = new Map(
    projects.map(({ before: { code, unit, name: project }, after, indicators }) => {
      const levels = new Map(indicators.map((one) => [keyOfLevels(one.after), one.before]));
      return [keyOf({ ...after, project: after.name }), { subject: { code, unit, project }, levels }];
    }),
  );
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

function keyOf({ code, unit, project }: Subject): string {
  return JSON.stringify([code, unit, project]);
}

function keyOfLevels({ level1, level2, level3 }: IndicatorLevels): string {
  return JSON.stringify([level1, level2, level3]);
}
