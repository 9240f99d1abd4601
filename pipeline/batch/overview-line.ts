/** What a folder holds of a department, and what a run made of it → its line on the page of all departments. */
import { basename } from "node:path";
import { type Finding, wordingOf } from "../catalogue/index.ts";
import {
  type DepartmentLastRun,
  type DepartmentLastRuns,
  type FindingCounts,
  type FindingRecord,
  feedbackFolder,
  ignoredListName,
  listNames,
  recordsName,
  reviewName,
  type Standing,
} from "../contracts/index.ts";
import { changeNames, draftChangeNames } from "../department/index.ts";
import { formatPlace, type Language, severityOf } from "../diagnostics/index.ts";
import { publicFolder } from "../editions/index.ts";
import { isOutputFormat } from "../model/index.ts";
import type { LinkKind, OverviewDepartment, OverviewEdition, Reason } from "../write/overview/index.ts";
import { type FoundDepartment, type FoundEdition, isFailure } from "./find-editions.ts";
import { newsOf } from "./overview-news.ts";
import { countFindings, type DepartmentResult } from "./run-result.ts";

export type OverviewRun = {
  /** When it began, in ISO 8601. */
  readonly at: string;
  readonly draft: boolean;
  readonly language: Language;
  /** By the way to their folders: what became of those that it was about. */
  readonly results: ReadonlyMap<string, OverviewResult>;
};

/** Without findings if it is of a run that has noted already what they were: a shard, in its own folder. */
export type OverviewResult = Pick<DepartmentResult, "state" | "reason" | "name"> & {
  readonly findings?: DepartmentResult["findings"];
};

/** One with the way from the page to its output folder, which is empty where the page itself lies. */
export type PlacedDepartment = FoundDepartment & { readonly within: string };

export type OverviewLine = {
  readonly department: OverviewDepartment;
  readonly runs: DepartmentLastRuns;
};

/** `known`: what was known after the runs before, by the way to the folder; undefined if nothing is. */
export function overviewLine(
  found: PlacedDepartment,
  known: ReadonlyMap<string, DepartmentLastRuns> | undefined,
  run: OverviewRun,
): OverviewLine {
  const { folder, within } = found;
  const past = known?.get(folder);
  const result = run.results.get(folder);
  const isRun = result !== undefined && result.state !== "skipped";
  const foundNow = isRun ? result.findings : undefined;
  const kind = isRun ? kindOf(run.draft) : lastKind(found, past);
  const otherKind = kindOf(kind === "final");
  const edition = found[kind];
  const isFailed = result?.state === "failed" || (!isRun && edition?.failed !== undefined);
  const failures = foundNow
    ? failuresIn(foundNow, { isFailed, language: run.language })
    : failuresOf(edition, run.language);
  const ofFailed = foundNow ? countFindings(foundNow) : countRecords(edition?.failed?.findings ?? []);
  const findings = isFailed ? ofFailed : edition?.summary?.findings;
  const last = past?.[kind];
  const now = standingOf(edition, { failed: isFailed, findings });
  const before = known === undefined ? ({ unknown: true } as const) : { before: last?.now };
  const ran: DepartmentLastRun | undefined = foundNow ? { at: run.at, now, ...before } : last;
  const compared = { isDraft: kind === "draft", isKnown: past?.[otherKind] !== undefined };
  const news = ran && !ran.unknown ? newsOf(ran, { ...compared, ...edition?.summary }) : undefined;
  const { name, projects, budgetTotal, pages, changes } = edition?.summary ?? {};
  const wayTo = (below: string) => (within === "" ? below : `${within}/${below}`);
  const department: OverviewDepartment = {
    folder: wayTo(folder),
    name: name ?? result?.name ?? edition?.failed?.department ?? basename(folder),
    run: outcomeOf(result),
    at: ran && localTime(ran.at),
    isFailed,
    failures,
    projects,
    money: budgetTotal,
    pages,
    findings,
    changes,
    news,
    editions: [kind, otherKind].flatMap((which) => {
      const one = found[which];
      return one === undefined ? [] : [editionOf(one, which, wayTo)];
    }),
  };
  return { department, runs: { ...past, [kind]: ran } };
}

type Kind = "draft" | "final";

function kindOf(draft: boolean): Kind {
  return draft ? "draft" : "final";
}

/** Which of the two a run was about last. */
function lastKind({ final, draft }: FoundDepartment, past: OverviewLine["runs"] | undefined): Kind {
  if (final === undefined || draft === undefined) return kindOf(final === undefined);
  return kindOf((past?.draft?.at ?? "") > (past?.final?.at ?? ""));
}

function outcomeOf(result: OverviewResult | undefined): OverviewDepartment["run"] {
  switch (result?.state) {
    case "built":
    case "unchanged":
    case "failed":
      return result.state;
    case "skipped":
      return result.reason === "cancelled" ? "cancelled" : undefined;
    default:
      return undefined;
  }
}

function failuresIn(
  findings: readonly Finding[],
  { isFailed, language }: { readonly isFailed: boolean; readonly language: Language },
): readonly Reason[] {
  if (!isFailed) return [];
  return findings
    .filter((finding) => severityOf(finding) === "failure")
    .map((finding) => worded(finding, language));
}

function failuresOf(edition: FoundEdition | undefined, language: Language): readonly Reason[] {
  const failures = edition?.failed?.findings.filter(isFailure) ?? [];
  return failures.map((failure) => told(failure, language));
}

/** A finding as a list or a record has it. */
export function told({ at, ...words }: FindingRecord, language: Language): Reason {
  return { place: formatPlace(at), ...words[language] };
}

export function worded(finding: Finding, language: Language): Reason {
  return { place: formatPlace(finding.at), ...wordingOf(finding, language) };
}

function countRecords(findings: readonly { readonly severity: keyof FindingCounts }[]): FindingCounts {
  const counts = { failure: 0, error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function standingOf(
  edition: FoundEdition | undefined,
  { failed, findings }: { readonly failed: boolean; readonly findings: FindingCounts | undefined },
): Standing {
  const { manifest, summary } = edition ?? {};
  const records = manifest?.records ?? manifest?.extras.find(({ name }) => name === recordsName);
  return {
    failed,
    findings: findings ?? { failure: 0, error: 0, warning: 0, info: 0 },
    edition: manifest?.edition,
    records: records?.sha256,
    pages: summary?.pages,
    budgetTotal: summary?.budgetTotal,
  };
}

/** Of its files those that are there. */
function editionOf(
  { place: { below }, manifest, summary, names }: FoundEdition,
  kind: Kind,
  wayFromPage: (below: string) => string,
): OverviewEdition {
  const wayTo = (name: string) => wayFromPage(`${below}/${name}`);
  const documents = (manifest?.files ?? []).flatMap(({ name, format }): readonly [LinkKind, string][] =>
    isOutputFormat(format) ? [[format, name]] : [],
  );
  const listed: readonly (readonly [LinkKind, string])[] = [
    ["review", reviewName],
    ...documents,
    ["findings", listNames[0]],
    ["ignored", ignoredListName],
    ["feedback", feedbackFolder],
    // Of an edition without one, a folder of that name is somebody else's.
    ...(manifest?.public === undefined ? [] : [["public", publicFolder] as const]),
  ];
  return {
    draft: kind === "draft",
    edition: manifest?.edition,
    links: listed.flatMap(([kind, name]) => (names.has(name) ? [{ kind, way: wayTo(name) }] : [])),
    // That of a first edition has nothing to tell.
    changes: summary?.changes && wayTo(changeNames[0]),
    sinceDraft: summary?.sinceDraft && wayTo(draftChangeNames[0]),
  };
}

/** To the minute. */
export function localTime(iso: string): string {
  // The Swedish write a time as 2024-01-31 09:05:00, which everybody can read.
  return new Date(iso).toLocaleString("sv-SE").slice(0, 16);
}
