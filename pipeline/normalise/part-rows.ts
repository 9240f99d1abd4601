/** Rows below a project or a total that only say of what its amounts consist: 其中：财政拨款, and what makes up the rest. */
import { compareDecimals, type Decimal, parseDecimal, sumDecimals } from "../records/index.ts";
import { parseMoney } from "./read-money.ts";
import { flatten } from "./row-words.ts";
import {
  isIdentified,
  isMoney,
  isUnit,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type Verdict,
} from "./sheet.ts";

type Known = {
  readonly sheet: Sheet;
  readonly rows: readonly SheetRow[];
  /** What a project has and such a row has not: a code, prose, indicators. */
  readonly isBare: (row: SheetRow) => boolean;
};

/** 其中：财政拨款: the cell that says it. */
export function partLabel(row: SheetRow): SheetCell | undefined {
  const label = labelOf(row);
  return label !== undefined && /^其中/u.test(flatten(label.text)) ? label : undefined;
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
    if (!isWithin(amountsIn(row), most)) {
      const signs = { total: ["part-word"], project: ["above-whole"] } as const;
      if (!isPart) found.set(row.index, { kind: "doubtful", cell: label.column, ...signs });
      continue;
    }
    for (const part of [row, ...restOf(row, most, { rows, mayBePart })]) {
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

/**
 * Rows directly behind a part that make up the whole together with it, each in a column that the part divides; numbered
 * ones are projects.
 */
function restOf(
  part: SheetRow,
  whole: Amounts,
  { rows, mayBePart }: { readonly rows: readonly SheetRow[]; readonly mayBePart: (row: SheetRow) => boolean },
): readonly SheetRow[] {
  let sums = amountsIn(part);
  const divided = [...sums.keys()].filter((column) => whole.has(column));
  if (divided.length === 0 || isSame(sums, whole)) return [];
  for (let end = part.index + 1; end < rows.length; end += 1) {
    const row = rows[end];
    const isNumbered = row?.cells.some(({ field }) => field === "project.order");
    if (row === undefined || isNumbered || !mayBePart(row)) return [];
    const amounts = amountsIn(row);
    sums = added(sums, amounts);
    if (!divided.some((column) => amounts.has(column)) || !isWithin(sums, whole)) return [];
    if (isSame(sums, whole)) return rows.slice(part.index + 1, end + 1);
  }
  return [];
}

/** By column. */
type Amounts = ReadonlyMap<number, Decimal>;

function amountsIn({ cells }: SheetRow): Amounts {
  return new Map(
    cells.flatMap((cell): readonly (readonly [number, Decimal])[] => {
      const value = isMoney(cell) ? parseDecimal(parseMoney(cell.text).value ?? "") : undefined;
      return value === undefined ? [] : [[cell.column, value]];
    }),
  );
}

function added(one: Amounts, other: Amounts): Amounts {
  const columns = new Set([...one.keys(), ...other.keys()]);
  return new Map(
    [...columns].map((column) => [column, sumDecimals([one.get(column) ?? "0", other.get(column) ?? "0"])]),
  );
}

function isWithin(part: Amounts, whole: Amounts): boolean {
  return [...part].every(([column, value]) => {
    const most = whole.get(column);
    return most === undefined || compareDecimals(value, most) <= 0;
  });
}

function isSame(parts: Amounts, whole: Amounts): boolean {
  const columns = [...whole.keys()].filter((column) => parts.has(column));
  return (
    columns.length > 0 &&
    columns.every((column) => compareDecimals(parts.get(column) ?? "0", whole.get(column) ?? "0") === 0)
  );
}
