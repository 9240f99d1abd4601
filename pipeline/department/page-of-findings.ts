/** A finding about a cell → the page that prints the cell, by way of the value's path. */
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

export type PrintedPage = {
  /** Counted from 0 in the document, blank ones among them. */
  readonly sheet: number;
  /** As printed: "3", "II"; "" without one. */
  readonly number: string;
};

/**
 * The page that a value begins on; undefined of what is not printed. A project's value that Part 1 quotes is looked
 * for in the project's own table.
 */
export type PrintedPages = (printed: Printed) => PrintedPage | undefined;

export function openPrintedPages(parts: readonly PartOnPages[], frames: readonly PageFrame[]): PrintedPages {
  const sheets = frames.flatMap(({ blank, number = "" }, sheet) => (blank ? [] : [{ sheet, number }]));
  const [inOwnPart, elsewhere] = [new Map<string, PrintedPage>(), new Map<string, PrintedPage>()];
  let before = 0;
  for (const { job, part } of parts) {
    for (const [page, values] of part.values.entries()) {
      const printedOn = sheets[before + page] ?? { sheet: 0, number: "" };
      for (const value of values) {
        const { project, path } = ownerOf(value, job);
        const key = keyOf(project, path);
        const isOwn = job.part.projects.some(({ ordinal }) => ordinal === project);
        const pages = isOwn ? inOwnPart : elsewhere;
        if (!pages.has(key)) pages.set(key, printedOn);
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
 * The value that stands at a place of a finding (that very object); of a blank, or of a whole row, one that stands in
 * the same row. Undefined of a place that is not printed.
 */
export type PrintedBy = (at: Place) => Printed | undefined;

/** Finds them, at every place of each finding, while the records are there; they are not kept. */
export function findPrinted(findings: readonly Finding[], department: Department): PrintedBy {
  const wanted = byRow(findings.flatMap(({ at, also = [] }) => [at, ...also]).map((at) => ({ at })));
  const found = new Map<Place, Printed & { readonly exact: boolean }>();
  const look = (printed: Printed, at: Place) => {
    for (const { at: sought } of wanted.get(fileOf(at))?.get(rowIn(at)) ?? []) {
      if (sheetOf(sought) !== sheetOf(at)) continue;
      const exact = isSameCell(sought, at);
      const known = found.get(sought);
      if (known === undefined || (exact && !known.exact)) found.set(sought, { ...printed, exact });
    }
  };
  // Goals that Part 1 has from the projects are the projects' first.
  for (const [index, project] of department.projects.entries())
    for (const { path, value } of valuesOfProject(project)) look({ project: index + 1, path }, value.at);
  for (const { path, value } of valuesOfDepartment(department)) look({ path }, value.at);
  return (at) => found.get(at);
}
