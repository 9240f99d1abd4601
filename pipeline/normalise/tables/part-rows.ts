/** Rows below a project or a total that only say of what its amounts consist: 其中：财政拨款, and what makes up the rest. */
import { type Exact, exact, parseDecimal } from "../../records/index.ts";
import type { SheetCell } from "../drafts/kept-rows.ts";
import { parseMoney } from "../drafts/read-money.ts";
import { type ColumnSums, isNoMore, restOfParts, saysPart } from "./parts-of-whole.ts";
import { isIdentified, isMoney, isUnit, type Sheet, type SheetRow, type Verdict } from "./sheet.ts";

type Known = {
  readonly sheet: Sheet;
  readonly rows: readonly SheetRow[];
  /** What a project has and such a row has not: a code, prose, indicators. */
  readonly isBare: (row: SheetRow) => boolean;
};

/** 其中：财政拨款: the cell that says it. */
export function partLabel(row: SheetRow): SheetCell | undefined {
  const label = labelOf(row);
  return label !== undefined && saysPart(label.text) ? label : undefined;
}

function labelOf({ cells }: SheetRow): SheetCell | undefined {
  return cells.find((cell) => !isMoney(cell) && !isUnit(cell.field));
}

/**
 * 其中 says it of a row; rows behind it are further parts if all of them make up the whole. One that exceeds what it is to
 * be a part of may be a project.
 */
export function partRows(verdicts: readonly Verdict[], { sheet, rows, isBare }: Known): Map<number, Verdict> {
  const found = new Map<number, Verdict>();
  const mayBePart = (row: SheetRow): boolean =>
    verdicts[row.index]?.kind === "project" &&
    isIdentified(row) &&
    isBare(row) &&
    !sheet.isKept(row.index, row.name);
  let whole: SheetRow | undefined;
  for (const row of rows) {
    const verdict = verdicts[row.index];
    const label = partLabel(row);
    const isPart = verdict?.kind === "skipped" && verdict.reason === "part";
    if (found.has(row.index)) continue;
    if (whole === undefined || label === undefined || !(isPart || mayBePart(row))) {
      if (isWhole(verdict)) whole = row;
      else if (verdict?.kind !== "project" && !isPart) whole = undefined;
      continue;
    }
    const most = amountsIn(whole);
    if (!isNoMore(amountsIn(row), most)) {
      const signs = { total: ["part-word"], project: ["above-whole"] } as const;
      if (!isPart) found.set(row.index, { kind: "doubtful", cell: label.column, ...signs });
      continue;
    }
    const behind = rowsBehind(row, rows, mayBePart);
    for (const part of [row, ...restOfParts(amountsIn(row), most, { behind, sumsIn: amountsIn })]) {
      const cell = labelOf(part)?.column ?? 0;
      found.set(part.index, { kind: "skipped", reason: "part", cell });
    }
  }
  return found;
}

function isWhole(verdict: Verdict | undefined): boolean {
  if (verdict?.kind === "project") return verdict.start;
  return verdict?.kind === "skipped" && (verdict.reason === "total" || verdict.reason === "subtotal");
}

/** Numbered rows are projects. */
function* rowsBehind(
  part: SheetRow,
  rows: readonly SheetRow[],
  mayBePart: (row: SheetRow) => boolean,
): Iterable<SheetRow> {
  for (let at = part.index + 1; at < rows.length; at += 1) {
    const row = rows[at];
    const isNumbered = row?.cells.some(({ field }) => field === "project.order") ?? true;
    if (row === undefined || isNumbered || !mayBePart(row)) return;
    yield row;
  }
}

function amountsIn({ cells }: SheetRow): ColumnSums<number> {
  return new Map(
    cells.flatMap((cell): readonly (readonly [number, Exact])[] => {
      const value = isMoney(cell) ? parseDecimal(parseMoney(cell.text).value ?? "") : undefined;
      return value === undefined ? [] : [[cell.column, exact(value)]];
    }),
  );
}
