/** A finding about a cell → the page that prints the cell, by way of the value's path. */
import { projectInList } from "../compose/index.ts";
import type { LaidCell, PageFrame, PageItem } from "../layout/index.ts";
import type { FinishedPart, PartJob } from "./part.ts";
import type { Printed } from "./printed-by.ts";
import { rowOfPath } from "./printed-paths.ts";

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

type PartOnPages = { readonly job: PartJob; readonly part: FinishedPart };

export type PrintedPage = {
  /** Which value of those that may be meant is printed there. */
  readonly path: string;
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
  type Sheet = Omit<PrintedPage, "path">;
  const [inOwnPart, elsewhere] = [new Map<string, Sheet>(), new Map<string, Sheet>()];
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
  return ({ project, path, beside }) => {
    for (const one of beside === undefined ? [path] : [path, beside]) {
      const key = keyOf(project, rowOfPath(one));
      const page = inOwnPart.get(key) ?? elsewhere.get(key);
      if (page !== undefined) return { ...page, path: one };
    }
    return undefined;
  };
}

function ownerOf(value: string, { part: { projects } }: PartJob): Printed {
  if (value.startsWith("department.")) return { path: value };
  return projectInList(value) ?? { project: projects[0]?.ordinal, path: value };
}

function keyOf(project: number | undefined, path: string): string {
  return `${project ?? ""} ${path}`;
}
