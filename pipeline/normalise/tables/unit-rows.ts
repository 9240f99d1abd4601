/** Rows that have nothing but a name and money → which of them are units that sum up the projects around them. */
import {
  compareDecimals,
  type Decimal,
  type FieldName,
  parseDecimal,
  sumDecimals,
} from "../../records/index.ts";
import { parseMoney } from "../drafts/read-money.ts";
import { agency, flatten, isNumbered } from "./row-words.ts";
import { isMoney, type SheetRow, type Verdict } from "./sheet.ts";

/** The first row of a project, or of what looks like one. */
export type SumRow = {
  readonly row: SheetRow;
  /** It has neither a project's code nor text nor indicators. */
  readonly bare: boolean;
};

type Known = {
  readonly units: ReadonlySet<string>;
  readonly hasCodes: boolean;
};

export function unitRows(rows: readonly SumRow[], { units, hasCodes }: Known): Map<number, Verdict> {
  const found = new Map<number, Verdict>();
  if (rows.every(({ bare }) => bare)) return found;
  for (const [index, { row, bare }] of rows.entries()) {
    if (!bare) continue;
    const cellOf = (name: FieldName) => row.cells.find(({ field }) => field === name)?.column;
    const cell = cellOf("project.name") ?? cellOf("project.code") ?? 0;
    const named = units.has(flatten(row.name));
    const inUnit = row.cells.some(({ field }) => field === "project.unit");
    const looks = agency.test(flatten(row.name));
    const summed = Math.max(
      sumsTo(rows.slice(index + 1), row),
      sumsTo(rows.slice(0, index).toReversed(), row),
    );
    // Without codes, an amount that equals that of the next project is no evidence.
    const sums = summed > 1 || (summed > 0 && (hasCodes || looks || named));
    if (sums || (named && !inUnit) || isNumbered(row.name))
      found.set(row.index, { kind: "skipped", reason: "subtotal", cell });
    else if (named || (looks && hasCodes)) {
      const project = inUnit ? (["amounts", "unit-cell"] as const) : (["amounts"] as const);
      found.set(row.index, { kind: "doubtful", cell, total: ["agency", "no-code"], project });
    }
  }
  return found;
}

/** How many projects one after the other have its amounts as their sums; 0 if none have. */
function sumsTo(rows: readonly SumRow[], { cells }: SheetRow): number {
  const wanted = cells.flatMap(({ kind, text, column }) => {
    const value = isMoney({ kind }) ? decimalOf(text) : undefined;
    return value === undefined ? [] : [{ column, value }];
  });
  const [first] = wanted;
  if (first === undefined) return 0;
  let sums: readonly Decimal[] = wanted.map(() => "0");
  let count = 0;
  for (const { row } of rows.filter(({ bare }) => !bare)) {
    count += 1;
    sums = wanted.map(({ column }, index) => {
      const text = row.cells.find((cell) => cell.column === column)?.text ?? "";
      return sumDecimals([sums[index] ?? "0", decimalOf(text) ?? "0"]);
    });
    if (wanted.every(({ value }, index) => compareDecimals(value, sums[index] ?? "0") === 0)) return count;
    if (compareDecimals(sums[0] ?? "0", first.value) > 0) return 0;
  }
  return 0;
}

function decimalOf(text: string): Decimal | undefined {
  return parseDecimal(parseMoney(text.trim()).value ?? "");
}
