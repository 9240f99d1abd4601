/** What a folder holds of a department, and what a run made of it → its line on the page of all departments. */
import { basename } from "node:path";
import { type Finding, wordingOf } from "../catalogue/index.ts";
import {
  type DepartmentLastRun,
  type DepartmentLastRuns,
  type FindingCounts,
  feedbackFolder,
  ignoredListName,
  listNames,
  recordsName,
  reviewName,
  type Standing,
} from "../contracts/index.ts";
import { changeNames, draftChangeNames } from "../department/index.ts";
import { formatPlace, type Language, severityOf } from "../diagnostics/index.ts";
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
  readonly results: ReadonlyMap<string, DepartmentResult>;
};

export type OverviewLine = {
  readonly department: OverviewDepartment;
  readonly runs: DepartmentLastRuns;
};

/** `known`: what was known after the runs before, by the way to the folder; undefined if nothing is. */
export function overviewLine(
  found: FoundDepartment,
  known: ReadonlyMap<string, DepartmentLastRuns> | undefined,
  run: OverviewRun,
): OverviewLine {
  const { folder } = found;
  const past = known?.get(folder);
  const result = run.results.get(folder);
  const isRun = result !== undefined && result.state !== "skipped";
  const kind = isRun ? kindOf(run.draft) : lastKind(found, past);
  const otherKind = kindOf(kind === "final");
  const edition = found[kind];
  const failures = isRun ? failuresIn(result, run.language) : failuresOf(edition, run.language);
  const ofFailed = isRun ? countFindings(result.findings) : countRecords(edition?.failed?.findings ?? []);
  const findings = failures.length === 0 ? edition?.summary?.findings : ofFailed;
  const last = past?.[kind];
  const now = standingOf(edition, { failed: failures.length > 0, findings });
  const ran: DepartmentLastRun | undefined = isRun ? { at: run.at, now, before: last?.now } : last;
  // Before there was a record, nothing is known to be new.
  const compared = { isDraft: kind === "draft", isKnown: past?.[otherKind] !== undefined };
  const news =
    known === undefined || ran === undefined ? undefined : newsOf(ran, { ...compared, ...edition?.summary });
  const { name, projects, budgetTotal, pages, changes } = edition?.summary ?? {};
  const department: OverviewDepartment = {
    folder,
    name: name ?? result?.name ?? edition?.failed?.department ?? basename(folder),
    run: outcomeOf(result),
    at: ran && localTime(ran.at),
    failures,
    projects,
    money: budgetTotal,
    pages,
    findings,
    changes,
    news,
    editions: [edition, found[otherKind]].flatMap((one) => (one === undefined ? [] : [editionOf(one)])),
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

function outcomeOf(result: DepartmentResult | undefined): OverviewDepartment["run"] {
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

function failuresIn({ state, findings }: DepartmentResult, language: Language): readonly Reason[] {
  if (state !== "failed") return [];
  return findings
    .filter((finding) => severityOf(finding) === "failure")
    .map((finding) => worded(finding, language));
}

function failuresOf(edition: FoundEdition | undefined, language: Language): readonly Reason[] {
  const failures = edition?.failed?.findings.filter(isFailure) ?? [];
  return failures.map(({ at, [language]: words }) => ({ place: formatPlace(at), ...words }));
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
function editionOf({ place: { below }, manifest, summary, names }: FoundEdition): OverviewEdition {
  const wayTo = (name: string) => `${below}/${name}`;
  const documents = (manifest?.files ?? []).flatMap(({ name, format }): readonly [LinkKind, string][] =>
    isOutputFormat(format) ? [[format, name]] : [],
  );
  const listed: readonly (readonly [LinkKind, string])[] = [
    ["review", reviewName],
    ...documents,
    ["findings", listNames[0]],
    ["ignored", ignoredListName],
    ["feedback", feedbackFolder],
  ];
  return {
    draft: manifest?.draft ?? false,
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
