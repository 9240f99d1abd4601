/** A finding about a cell → the number of the page that prints the cell, by way of the value's path. */
import type { Finding } from "../catalogue/index.ts";
import { projectInList } from "../compose/index.ts";
import { type Place, sheetOf } from "../diagnostics/index.ts";
import type { LaidCell, PageFrame, PageItem } from "../layout/index.ts";
import { type Department, valuesOfDepartment, valuesOfProject } from "../records/index.ts";
import type { FinishedPart, PartJob } from "./part.ts";
import { byRow, fileOf, isSameCell, rowIn } from "./rows-of-findings.ts";

/** A printed value: `project` is its ordinal in the report, from 1; absent of the department's own. */
export type Printed = { readonly project?: number | undefined; readonly path: string };

/** For each page of a part, the values that begin on it, by their paths; all values of an indicator go by one. */
export function valuesOn(pages: readonly (readonly PageItem[])[]): FinishedPart["values"] {
  const seen = new Set<string>();
  return pages.map((items) => {
    const values: string[] = [];
    for (const source of items.flatMap(sourcesOf)) {
      const row = rowOfPath(source);
      if (seen.has(row)) continue;
      seen.add(row);
      values.push(row);
    }
    return values;
  });
}

function sourcesOf(item: PageItem): readonly string[] {
  if (item.kind === "table") return item.cells.flatMap(sourcesOfCell);
  return item.kind === "text" && item.part.first ? item.source.sources : [];
}

function sourcesOfCell({ cell, continued, repeated }: LaidCell): readonly string[] {
  return continued || repeated ? [] : cell.sources;
}

const rows = "indicators.";

/** `indicators.4.level3` → `indicators.4`: an indicator's cells are in one row, and begin on one page. */
export function rowOfPath(path: string): string {
  const from = path.indexOf(rows);
  const end = from === -1 ? -1 : path.indexOf(".", from + rows.length);
  return end === -1 ? path : path.slice(0, end);
}

type PartOnPages = { readonly job: PartJob; readonly part: FinishedPart };

/**
 * The printed number of the page that a value begins on: "3", "II"; "" without a number; undefined of what is not
 * printed. A project's value that Part 1 quotes is looked for in the project's own table.
 */
export type PageNumbers = (printed: Printed) => string | undefined;

export function openPageNumbers(parts: readonly PartOnPages[], frames: readonly PageFrame[]): PageNumbers {
  const sheets = frames.filter(({ blank }) => !blank);
  const [inOwnPart, elsewhere] = [new Map<string, string>(), new Map<string, string>()];
  let before = 0;
  for (const { job, part } of parts) {
    for (const [page, values] of part.values.entries()) {
      const { number = "" } = sheets[before + page] ?? {};
      for (const value of values) {
        const { project, path } = ownerOf(value, job);
        const key = keyOf(project, path);
        const isOwn = job.part.projects.some(({ ordinal }) => ordinal === project);
        const numbers = isOwn ? inOwnPart : elsewhere;
        if (!numbers.has(key)) numbers.set(key, number);
      }
    }
    before += part.pages;
  }
  return ({ project, path }) => {
    const key = keyOf(project, rowOfPath(path));
    return inOwnPart.get(key) ?? elsewhere.get(key);
  };
}

function ownerOf(value: string, { part: { projects } }: PartJob): Printed {
  if (value.startsWith("department.")) return { path: value };
  return projectInList(value) ?? { project: projects[0]?.ordinal, path: value };
}

function keyOf(project: number | undefined, path: string): string {
  return `${project ?? ""} ${path}`;
}

/**
 * The value that stands where a finding is about; of a blank, or of a whole row, one that stands in the same row.
 * Undefined of a finding about nothing that is printed.
 */
export type PrintedBy = (finding: Finding) => Printed | undefined;

/** Finds them while the records are there; they are not kept. */
export function findPrinted(findings: readonly Finding[], department: Department): PrintedBy {
  const wanted = byRow(findings);
  const found = new Map<Finding, Printed & { readonly exact: boolean }>();
  const look = (printed: Printed, at: Place) => {
    for (const finding of wanted.get(fileOf(at))?.get(rowIn(at)) ?? []) {
      if (sheetOf(finding.at) !== sheetOf(at)) continue;
      const exact = isSameCell(finding.at, at);
      const known = found.get(finding);
      if (known === undefined || (exact && !known.exact)) found.set(finding, { ...printed, exact });
    }
  };
  for (const { path, value } of valuesOfDepartment(department)) look({ path }, value.at);
  for (const [index, project] of department.projects.entries())
    for (const { path, value } of valuesOfProject(project)) look({ project: index + 1, path }, value.at);
  return (finding) => found.get(finding);
}
