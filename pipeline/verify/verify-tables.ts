/** What a list of figures is to say, column by column, and the file that it was written to → what that says otherwise. */
import { damageOf } from "./damage.ts";
import type { Fault } from "./fault.ts";
import { readCsv } from "./read-csv.ts";
import { type FoundCell, readWorkbook } from "./read-workbook.ts";

export type ExpectedColumn = {
  readonly header: string;
  /** Of each row, that of the sums last; undefined where it is blank. Without it, any text may stand there. */
  readonly values?: readonly (string | undefined)[];
};

export type ExpectedTable = {
  /** Of a sheet; "" of a file without sheets. */
  readonly name: string;
  readonly columns: readonly ExpectedColumn[];
  /** Below the headers. */
  readonly rows: number;
};

export type TableFile = {
  readonly name: string;
  readonly format: "csv" | "xlsx";
  readonly bytes: Uint8Array;
};

type Report = (fault: Fault) => void;
type Rows = readonly (readonly (FoundCell | undefined)[])[];

/** Sheets that are not expected may say anything. */
export function verifyTables(
  expected: readonly ExpectedTable[],
  { name, format, bytes }: TableFile,
): readonly (Fault & { readonly file: string })[] {
  const faults: (Fault & { file: string })[] = [];
  const report: Report = (fault) => faults.push({ ...fault, file: name });
  try {
    const sheets = format === "csv" ? [{ name: "", rows: csvCells(bytes) }] : readWorkbook(bytes);
    for (const table of expected) {
      const found = sheets.find((sheet) => sheet.name === table.name);
      if (found === undefined) report({ kind: "lost", under: name, block: table.name });
      else compareTable(table, found.rows, { file: name, report });
    }
  } catch (error) {
    const damage = damageOf(error);
    if (damage === undefined) throw error;
    report(damage);
  }
  return faults;
}

function csvCells(bytes: Uint8Array): Rows {
  return readCsv(bytes).map((row) => row.map((text) => ({ text })));
}

/** Whoever broke a list broke much of it: the first say what happened. */
const mostTold = 20;

function compareTable(
  { name, columns, rows }: ExpectedTable,
  found: Rows,
  { file, report }: { readonly file: string; readonly report: Report },
): void {
  const [table, under] = [name === "" ? file : name, file];
  const [size, foundSize] = [`${rows + 1} × ${columns.length}`, `${found.length} × ${widestOf(found)}`];
  if (size !== foundSize) {
    report({ kind: "grid", under, table, expected: size, found: foundSize });
    return;
  }
  let told = 0;
  for (const [column, { header, values }] of columns.entries()) {
    const cellAt = (row: number) => found[row]?.[column];
    const tell = (row: number, expected: string, says: string) => {
      told += 1;
      if (told <= mostTold)
        report({
          ...{ kind: "cell", under, table, row: row + 1, column: column + 1 },
          expected,
          found: says,
        });
    };
    if (cellAt(0)?.text !== header) tell(0, header, cellAt(0)?.text ?? "");
    for (const [index, expected = ""] of (values ?? []).entries()) {
      const cell = cellAt(index + 1);
      if (!isSame(expected, cell?.text ?? "")) tell(index + 1, expected, cell?.text ?? "");
      const sum =
        cell?.formula === undefined
          ? undefined
          : summedBy(
              cell.formula,
              found.map((row) => row[column]),
            );
      if (sum !== undefined && !isSame(expected === "" ? "0" : expected, sum))
        tell(index + 1, expected, `=${cell?.formula} (${sum})`);
    }
  }
}

function widestOf(rows: Rows): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

/** A workbook has numbers as floating points; in a CSV a sign before it keeps a program from computing a cell. */
function isSame(expected: string, found: string): boolean {
  if (bare(expected) === bare(found)) return true;
  if (found.startsWith("'") && isSame(expected, found.slice(1))) return true;
  return isNumber(expected) && isNumber(found) && Number(expected) === Number(found);
}

/** Without what XML cannot hold. */
function bare(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]|[\p{Cs}\uFFFE\uFFFF]/gu, "");
}

function isNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(text);
}

/** What a sum of the cells of its column comes to; undefined of another formula. Exact, as its cells are decimals. */
function summedBy(formula: string, cells: readonly (FoundCell | undefined)[]): string | undefined {
  const [, column, from, other, to] = /^SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/u.exec(formula) ?? [];
  if (column === undefined || column !== other) return undefined;
  const summed = cells.slice(Math.max(0, Number(from) - 1), Number(to));
  return exactSum(summed.flatMap((cell) => cell?.text ?? []).filter(isNumber));
}

/** Places after the point that money of ours can have, and more. */
const places = 20;

/** Decimals added up exactly. */
export function exactSum(decimals: readonly string[]): string {
  const total = decimals.reduce((sum, decimal) => sum + scaled(decimal), 0n);
  const digits = String(total < 0n ? -total : total).padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/u, "");
  return `${total < 0n ? "-" : ""}${digits.slice(0, -places)}${fraction === "" ? "" : `.${fraction}`}`;
}

function scaled(decimal: string): bigint {
  const [, sign = "", whole = "0", fraction = "", power = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/iu.exec(decimal) ?? [];
  const digits = BigInt(whole + fraction);
  const shift = places - fraction.length + Number(power);
  const value = shift < 0 ? digits / 10n ** BigInt(-shift) : digits * 10n ** BigInt(shift);
  return sign === "-" ? -value : value;
}
