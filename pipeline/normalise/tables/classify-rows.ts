/** Rows under columns whose fields are known → which of them are projects, and what the others are. */
import type { RowSign, SkippedAs } from "../../diagnostics/index.ts";
import { perText } from "../../records/index.ts";
import type { SheetCell } from "../drafts/kept-rows.ts";
import { type Beginning, outsideTable, rowBeginning } from "./margin-rows.ts";
import { partLabel, partRows } from "./part-rows.ts";
import { flatten, isFigure, isNumbered, totalIn } from "./row-words.ts";
import {
  hasIndicator,
  isIdentified,
  isMeasured,
  isMoney,
  isProjectTable,
  isText,
  isUnit,
  rowReader,
  type Sheet,
  type SheetRow,
  unitNames,
  type Verdict,
} from "./sheet.ts";
import { type SumRow, unitRows } from "./unit-rows.ts";

/** What is known of the whole sheet. */
type Known = {
  readonly sheet: Sheet;
  readonly rows: readonly SheetRow[];
  readonly units: ReadonlySet<string>;
  /** The length that most codes of projects have; 0 if there are none. */
  readonly codeLength: number;
  /** The rows of a project begin alike. */
  readonly beginning: (cell: string) => Beginning;
};
type Around = Known & {
  /** What the row above was taken for, if it is no project. */
  readonly above: SkippedAs | undefined;
};

export function classifyRows(sheet: Sheet): Verdict[] {
  const read = rowReader(sheet);
  const rows = sheet.rows.map((_, index) => read(index));
  const known: Known = {
    sheet,
    rows,
    units: unitNames(rows),
    codeLength: codeLength(rows),
    beginning: perText(rowBeginning),
  };
  const anyIdentified = rows.some(isIdentified);
  const seen = new Set<string>();
  let above: SkippedAs | undefined;
  const verdicts = rows.map((row): Verdict => {
    const verdict = sheet.isKept(row.index, row.name) ? undefined : verdictOf(row, { ...known, above });
    above = verdict?.kind === "skipped" ? verdict.reason : undefined;
    if (verdict !== undefined) return verdict;
    if (!isIdentified(row)) {
      const orphan = anyIdentified && seen.size === 0 && hasIndicator(row);
      return orphan ? { kind: "orphan" } : { kind: "project", start: false };
    }
    const identity = `${row.code}\t${row.name}`;
    const start = !seen.has(identity);
    seen.add(identity);
    return { kind: "project", start };
  });
  return withUnitRows(withPartRows(verdicts, known), known);
}

function verdictOf(row: SheetRow, around: Around): Verdict | undefined {
  const { cells } = row;
  const [first] = cells;
  if (first === undefined) return undefined;
  const skip = (reason: SkippedAs, cell = first): Verdict => ({
    kind: "skipped",
    reason,
    cell: cell.column,
  });
  const repeated = around.sheet.repeats(row.index);
  if (repeated !== undefined) return skip(repeated);
  const outside = outsideTable(cells, around);
  if (outside !== undefined) return skip(outside);
  const total = totalOf(row, around);
  if (total !== undefined) return total;
  const part = partOfTotal(row, around);
  if (part !== undefined) return skip("part", part);
  return headingOf(row, around);
}

function totalOf(row: SheetRow, known: Known): Verdict | undefined {
  for (const cell of row.cells) {
    const total = totalIn(cell.text);
    if (total === undefined) continue;
    const others = row.cells.filter((other) => other !== cell);
    if (/^indicator\.(?:level[123]|horizon)$/u.test(cell.field ?? "") && total.owner === "") {
      // A total of indicators repeats the project's own cells.
      const measured = others.filter(({ field }) => field?.startsWith("indicator.") ?? false);
      const isTotal = measured.every(({ text }) => isFigure(text));
      return isTotal ? { kind: "skipped", reason: "total", cell: cell.column } : undefined;
    }
    const names =
      cell.field === undefined
        ? cell.column === 0
        : /^project\.(?:order|code|name|unit|unitCode|department)$/u.test(cell.field);
    if (!names) continue;
    const named = cell.field !== "project.name" && row.name !== "" && totalIn(row.name) === undefined;
    const project: RowSign[] = [...(named ? (["name"] as const) : []), ...projectSigns(others, row, known)];
    const enough = project.includes("indicators") || isProjectTable(known.sheet) ? 2 : 3;
    if (project.length >= enough) return undefined;
    if (project.length === 0) return { kind: "skipped", reason: "total", cell: cell.column, total };
    return { kind: "doubtful", cell: cell.column, total: ["total-word"], project };
  }
  return undefined;
}

/** What a project has and a total has not. */
function projectSigns(cells: readonly SheetCell[], row: SheetRow, known: Known): RowSign[] {
  const signs: RowSign[] = [];
  const code = cells.find(({ field }) => field === "project.code");
  if (code !== undefined && isProjectCode(code.text, known.codeLength)) signs.push("code");
  if (cells.some((cell) => isText(cell) && !isFigure(cell.text))) signs.push("text");
  const own = cells.some((cell) => isMeasured(cell) && !isFigure(cell.text));
  if (own || isContinued(row, known)) signs.push("indicators");
  return signs;
}

/** Whether the next row holds indicators of the project that this row names. */
function isContinued({ index }: SheetRow, { rows }: Known): boolean {
  const next = rows[index + 1];
  return next !== undefined && !isIdentified(next) && hasIndicator(next) && next.cells.length > 1;
}

/** 其中：财政资金 below a total. */
function partOfTotal(row: SheetRow, { above, sheet }: Around): SheetCell | undefined {
  if (above !== "total" && above !== "part") return undefined;
  const label = row.cells.find((cell) => !isMoney(cell));
  const others = row.cells.filter((cell) => cell !== label);
  if (label === undefined || !others.every(({ text }) => isFigure(text))) return undefined;
  const said = flatten(label.text);
  const source = said.replace(/^其中:?/u, "");
  const isSource = sheet.columns.some(
    (column) => isMoney(column) && source !== "" && flatten(column.header).includes(source),
  );
  return said !== source || isSource ? label : undefined;
}

/** A row with one cell: a heading, or something that belongs to no project. */
function headingOf(row: SheetRow, known: Known): Verdict | undefined {
  const [cell, second] = row.cells;
  if (cell === undefined || second !== undefined || isContinued(row, known)) return undefined;
  const { field, text, column } = cell;
  const skip = (reason: SkippedAs): Verdict => ({ kind: "skipped", reason, cell: column });
  switch (field) {
    case "project.name":
      return isHeadingName(text, known) ? skip("heading") : undefined;
    case "project.code":
      return /\p{Script=Han}/u.test(text) ? skip("heading") : undefined;
    case "project.order":
      return skip(/\p{Script=Han}/u.test(text) ? "heading" : "lone");
    case undefined:
      // Beside the table, or a remark on the project above in a column that is not known.
      return column === 0 ? skip("heading") : skip("lone");
    default:
      if (field.startsWith("indicator.")) return undefined;
      return skip(isUnit(field) ? "heading" : "lone");
  }
}

function isHeadingName(name: string, { rows, units }: Known): boolean {
  const flat = flatten(name);
  if (/^(?:单位|部门)[:：]/u.test(flat) || units.has(flat)) return true;
  return isNumbered(name) && !numbersItsNames(rows);
}

/** Whether most projects that have more than a name are numbered, too. */
function numbersItsNames(rows: readonly SheetRow[]): boolean {
  const names = rows.flatMap(({ cells, name }) => (cells.length > 2 && name !== "" ? [name] : []));
  return names.filter(isNumbered).length * 2 > names.length;
}

function withPartRows(verdicts: readonly Verdict[], known: Known): readonly Verdict[] {
  if (!known.rows.some(partLabel)) return verdicts;
  const isBare = (row: SheetRow): boolean =>
    row.cells.some(isMoney) &&
    projectSigns(row.cells, row, known).length === 0 &&
    !row.cells.some(({ field }) => field?.startsWith("indicator."));
  const parts = partRows(verdicts, { ...known, isBare });
  return verdicts.map((verdict, index) => parts.get(index) ?? verdict);
}

/** The rows of units among the projects of a tree, which only their neighbours tell from projects. */
function withUnitRows(verdicts: readonly Verdict[], known: Known): Verdict[] {
  const { sheet, rows, codeLength } = known;
  const sums: SumRow[] = rows.flatMap((row) => {
    const verdict = verdicts[row.index];
    if (verdict?.kind !== "project" || !verdict.start) return [];
    const bare = row.cells.some(isMoney) && projectSigns(row.cells, row, known).length === 0;
    return [{ row, bare: bare && !sheet.isKept(row.index, row.name) }];
  });
  const found = unitRows(sums, { units: known.units, hasCodes: codeLength > 0 });
  return verdicts.map((verdict, index) => found.get(index) ?? verdict);
}

function codeLength(rows: readonly SheetRow[]): number {
  const lengths = rows.flatMap(({ code }) => (code === "" ? [] : code.length)).toSorted((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

/** 105001 among codes of 21 characters is the code of a unit. */
function isProjectCode(code: string, usual: number): boolean {
  return !(usual >= 12 && /^\d{1,9}$/u.test(code.trim()));
}
