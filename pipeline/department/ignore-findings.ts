/** Findings, and what department.json ignores of them → those that count, those that are ignored, and entries that ignore nothing. */
import type { Finding } from "../catalogue/index.ts";
import { formatPlace, type Place, type Subject, severityOf } from "../diagnostics/index.ts";
import { type Department, type IgnoreEntry, nearestName, withoutSelectors } from "../records/index.ts";

export type Judged = {
  readonly counted: readonly Finding[];
  /** Each says why, who says so, and until when. */
  readonly ignored: readonly Finding[];
};

/** The days between which other entries would hold: after the last that has ended, up to the next that will end. */
export type IgnoredDays = { readonly after?: string | undefined; readonly until?: string | undefined };

export type Ignoring = {
  /** What was found so far, with what is to be said of the entries themselves. */
  readonly judge: (findings: readonly Finding[]) => Judged;
  /** What was found later, while pages were made. */
  readonly judgeLater: (findings: readonly Finding[]) => Judged;
  readonly days: IgnoredDays | undefined;
};

/** Nothing is known of a department that could not be read. */
export const ignoreNothing: Ignoring = {
  judge: (findings) => ({ counted: findings, ignored: [] }),
  judgeLater: (findings) => ({ counted: findings, ignored: [] }),
  days: undefined,
};

/** `day`: as YYYY-MM-DD; an entry holds on its last day, too. Without a day none has ended. */
export function ignoringOf({ ignored = [], projects }: Department, day: string | undefined): Ignoring {
  if (ignored.length === 0) return ignoreNothing;
  const hasEnded = ({ until }: IgnoreEntry) => day !== undefined && until !== undefined && until.text < day;
  const [ended, valid] = [ignored.filter(hasEnded), ignored.filter((entry) => !hasEnded(entry))];
  const days = ignored.flatMap(({ until }) => until?.text ?? []).toSorted();
  const names = projects.flatMap(({ code, name }) =>
    [code, name].flatMap((one) => (one === undefined ? [] : withoutSelectors(one.text))),
  );
  const judgeLater = (findings: readonly Finding[]) => split(findings, valid).judged;
  return {
    judge: (findings) => {
      const { judged, used } = split(findings, valid);
      const idle = valid.filter((entry) => !used.has(entry) && !isOfLaterStages(entry));
      const said = [
        ...ended.map(saysEnded),
        ...valid.flatMap((entry) => saysUnknown(entry, names)),
        ...idle.flatMap((entry) => saysUnused(entry, names)),
      ];
      return { ...judged, counted: [...judged.counted, ...said] };
    },
    judgeLater,
    days: {
      after: days.findLast((until) => day !== undefined && until < day),
      until: days.find((until) => day === undefined || until >= day),
    },
  };
}

function split(findings: readonly Finding[], entries: readonly IgnoreEntry[]) {
  const used = new Set<IgnoreEntry>();
  const counted: Finding[] = [];
  const ignored: Finding[] = [];
  for (const finding of findings) {
    const entry = severityOf(finding) === "failure" ? undefined : entries.find((one) => fits(one, finding));
    if (entry === undefined) counted.push(finding);
    else {
      used.add(entry);
      const { reason, by, until } = entry;
      ignored.push({ ...finding, ignored: { reason: reason.text, by: by?.text, until: until?.text } });
    }
  }
  return { judged: { counted, ignored }, used };
}

function fits(
  { codes, projects, place }: IgnoreEntry,
  { code, subject, subjects, at, also }: Finding,
): boolean {
  if (codes !== undefined && !codes.includes(code)) return false;
  // What touches several projects is ignored only if all of them are meant.
  const touched = subjects ?? (subject === undefined ? [] : [subject]);
  if (projects !== undefined && (touched.length === 0 || !touched.every((one) => isNamed(one, projects))))
    return false;
  // Of one cause in several projects, each place is one more mistake; else the others only belong to the first.
  const places = subjects === undefined ? [at] : [at, ...(also ?? [])];
  return place === undefined || places.every((one) => isIn(one, place.text));
}

function isNamed({ code, project }: Subject, names: NonNullable<IgnoreEntry["projects"]>): boolean {
  const known = [code, project].flatMap((name) => (name === undefined ? [] : withoutSelectors(name)));
  return names.some(({ text }) => known.includes(withoutSelectors(text)));
}

/**
 * `projects.csv`, `projects.csv:12`, `projects.csv:12:C`, `导出.xlsx「项目!D4」`: as places are shown, or the beginning of
 * one; of JSON also without the line, which moves: `projects.json /项目/2`, `/项目/2`.
 */
function isIn(at: Place, place: string): boolean {
  const shown = [formatPlace(at), ...(at.kind === "json" ? [`${at.file} ${at.pointer}`, at.pointer] : [])];
  const wanted = withoutSelectors(place);
  return shown
    .map(withoutSelectors)
    .some((one) => one.startsWith(wanted) && !/^[\p{L}\p{N}]/u.test(one.slice(wanted.length)));
}

/** What is found while pages are made is not known to a check. */
const later: ReadonlySet<string> = new Set<Finding["code"]>([
  "glyph-missing",
  "script-not-set",
  "text-cut",
  "changes-not-known",
]);

function isOfLaterStages({ codes = [] }: IgnoreEntry): boolean {
  return codes.some((code) => later.has(code));
}

function saysEnded({ until, at }: IgnoreEntry): Finding {
  return {
    code: "ignore-ended",
    at: until?.at ?? at,
    found: until?.text,
    args: { until: until?.text ?? "" },
  };
}

/** Also of an entry that ignores something for another project. */
function saysUnknown({ projects = [] }: IgnoreEntry, names: readonly string[]): readonly Finding[] {
  return projects.flatMap(({ text, at }) =>
    names.includes(withoutSelectors(text))
      ? []
      : {
          code: "ignore-project-unknown",
          at,
          found: text,
          args: { project: text, nearest: nearestName(text, names) },
        },
  );
}

/** A project that there is not is reason enough, and told. */
function saysUnused(entry: IgnoreEntry, names: readonly string[]): readonly Finding[] {
  return saysUnknown(entry, names).length > 0 ? [] : [{ code: "ignore-unused", at: entry.at, args: {} }];
}
