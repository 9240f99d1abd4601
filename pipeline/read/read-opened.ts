/** What became of a container → a table for each of its sheets, and findings for what cannot be seen in it. */
import { type CellPlace, columnLetters, type Diagnostic, type Report } from "../diagnostics/index.ts";
import { feedbackIn } from "./feedback-list.ts";
import type { Opened, OpenedSheet, OpenedWorkbook, SheetNote } from "./opened.ts";
import { cellPlace, type RawRow, type RawTable, rowPlace, tablePlace } from "./raw.ts";

/** What becomes of rows and columns that were hidden by hand; undecided, they are read and are an error. */
export type HiddenCells = "read" | "ignore" | "undecided";

export type OpenedSource = {
  readonly name: string;
  readonly opened: Opened;
  /** The department says that it is to be read. */
  readonly isListed: boolean;
};

export function readOpened(
  { name: file, opened, isListed }: OpenedSource,
  hidden: HiddenCells,
  report: Report,
): readonly RawTable[] {
  if (opened.kind !== "sheets") {
    report(whyNot(file, opened));
    return [];
  }
  const { container, encoding, isReport, sheets, says }: OpenedWorkbook = JSON.parse(
    new TextDecoder().decode(opened.workbook),
  );
  const at = { kind: "file", file } as const;
  if (isReport === true && !isListed) {
    report({ code: "report-not-a-source", at, args: {} });
    return [];
  }
  const readAs = encoding === undefined ? { container } : { container, encoding };
  if (sheets.every(({ rows }) => rows.length === 0)) {
    if (container === "docx") report({ code: "word-file-not-used", at, args: {} });
    else report({ code: "workbook-empty", at, found: says, args: { container } });
  }
  return sheets
    .filter(({ rows, merges }) => {
      const list = feedbackIn(rows, merges);
      if (list !== undefined) report({ code: "feedback-not-a-source", at, args: list });
      return rows.length > 0 && list === undefined;
    })
    .map((sheet): RawTable => {
      const at = { file, sheet: sheet.name };
      const remarks: Diagnostic[] = [];
      const kept = withoutIgnored(sheet, { at, hidden, report: (remark) => remarks.push(remark) });
      remarks.push(...sheet.notes.map((note) => noteFinding(note, at)));
      const table = {
        kind: "table",
        ...at,
        readAs,
        rows: padded(kept),
        merges: sheet.merges,
        remarks,
      } as const;
      return sheet.hidden ? { ...table, hidden: true } : table;
    });
}

export type Unopened = Exclude<Opened, { readonly kind: "sheets" }>;

export function whyNot(file: string, opened: Unopened): Diagnostic {
  const at = { kind: "file", file } as const;
  switch (opened.kind) {
    case "unread":
      return { code: "container-not-read", at, args: { container: opened.container } };
    case "encrypted":
      return { code: "workbook-encrypted", at, args: {} };
    case "damaged":
      return { code: "workbook-damaged", at, args: { problem: opened.problem, detail: opened.detail ?? "" } };
    case "exceeded": {
      const { limit, allowed, cell, position } = opened;
      const where = cell && cellPlace({ file, ...cell }, cell.row, cell.column - 1);
      const inJson = position && ({ kind: "json", file, ...position, pointer: "" } as const);
      return { code: "workbook-exceeds-limit", at: where ?? inJson ?? at, args: { limit, allowed } };
    }
    case "open-quote": {
      const { row, column } = opened.cell;
      return { code: "quote-broken", at: { kind: "cell", file, row, column }, args: { problem: "far" } };
    }
    case "crashed":
      return { code: "workbook-lost", at, args: { detail: opened.detail } };
  }
}

type Table = { readonly file: string; readonly sheet: string };

/** The sheet without what is to be ignored; what is hidden is told. */
function withoutIgnored(
  sheet: OpenedSheet,
  { at, hidden, report }: { readonly at: Table; readonly hidden: HiddenCells; readonly report: Report },
): OpenedSheet {
  const { rows, hiddenColumns } = sheet;
  const filtered = rows.filter((row) => row.hidden === "filter");
  const byHand = rows.filter((row) => row.hidden === "hand");
  const placesOf = (some: OpenedSheet["rows"]) =>
    firstAndOthers(some.slice(0, mostNamed).map(({ row }) => rowPlace(at, row)));
  const filteredAt = placesOf(filtered);
  if (filteredAt !== undefined)
    report({ code: "rows-filtered", ...filteredAt, args: { count: filtered.length } });
  if (hidden === "undecided") {
    const hiddenAt = placesOf(byHand);
    if (hiddenAt !== undefined) report({ code: "rows-hidden", ...hiddenAt, args: { count: byHand.length } });
    const columns = hiddenColumns.map(columnLetters).join("、");
    if (columns !== "") report({ code: "columns-hidden", at: tablePlace(at), args: { columns } });
  }
  if (hidden !== "ignore" || byHand.length + hiddenColumns.length === 0) return sheet;
  const args = { rows: byHand.length, columns: hiddenColumns.length };
  report({ code: "hidden-left-out", at: tablePlace(at), args });
  const left = new Set(hiddenColumns);
  const kept = rows.filter((row) => row.hidden !== "hand");
  return {
    ...sheet,
    rows: kept.map((row) => ({
      ...row,
      cells: row.cells.map((cell, index) => (left.has(index + 1) ? "" : cell)),
    })),
  };
}

const mostNamed = 100;

/** Where a finding is, and where else. */
type Places = { readonly at: CellPlace; readonly also: readonly CellPlace[] | undefined };

function firstAndOthers([first, ...others]: readonly CellPlace[]): Places | undefined {
  return first && { at: first, also: others.length === 0 ? undefined : others };
}

/** A cell of a sheet stands below its header, however many cells its row has. */
function padded({ rows }: OpenedSheet): readonly RawRow[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return rows.map(({ row, cells }) => ({
    row,
    cells: [...cells, ...Array.from({ length: width - cells.length }, () => "")],
  }));
}

function noteFinding({ kind, cells, count, shown, held }: SheetNote, at: Table): Diagnostic {
  const places = firstAndOthers(cells.map(([row, column]) => cellPlace(at, row, column - 1)));
  const found = shown === "" ? held : shown;
  const noted = { ...(places ?? { at: tablePlace(at) }), found: found === "" ? undefined : found };
  switch (kind) {
    case "rounded":
      return { code: "cell-rounded", ...noted, args: { count, shown, held } };
    case "digits-lost":
      return { code: "cell-digits-lost", ...noted, args: { count, held } };
    case "error":
      return { code: "cell-error", ...noted, args: { count, shown } };
    case "no-value":
      return { code: "formula-without-value", ...noted, args: { count, held } };
    case "external":
      return { code: "formula-external", ...noted, args: { count, held } };
    case "covered":
      return { code: "cell-covered", ...noted, args: { count, held } };
    case "struck":
      return { code: "text-struck", ...noted, args: { count, shown } };
    case "cut-off":
      return { code: "table-cut-off", ...noted, args: {} };
  }
}
