/** A number and what its format shows of it → the text that is read, and a note if the two are not the same number. */
import type { CellNote } from "./collect-sheet.ts";
import { numberFormat } from "./number-format.ts";

export type ShownText = { readonly text: string; readonly note?: CellNote };

/** Digits that a number in a workbook keeps. */
const kept = 15;

/**
 * What is shown, if it says the number to its last digit: `001002`, `25%`, `1,234.50`, `35万元`. Otherwise the number
 * itself, as a report must not be built on what a column's format leaves out.
 */
export function shownText(shown: string, held: number): ShownText {
  const text = shown.trim();
  if (!Number.isFinite(held)) return { text };
  const plain = plainNumber(held);
  if (Number.isInteger(held) && Math.abs(held) >= 10 ** kept)
    return { text: plain, note: { kind: "digits-lost", shown: text, held: plain } };
  if (saysNumber(text, Number(held.toPrecision(kept)))) return { text };
  return { text: plain, note: { kind: "rounded", shown: text, held: plain } };
}

export function numberText(
  held: number,
  { format, date1904 = false }: { readonly format: string; readonly date1904?: boolean },
): ShownText {
  // What stands there is no number.
  if (!Number.isFinite(held)) return { text: "#NUM!", note: { kind: "error", shown: "#NUM!", held: "" } };
  const { isDate, show } = numberFormat(format);
  const shown = show(held, date1904);
  if (!isDate) return shownText(shown, held);
  return { text: shown === "" ? plainNumber(held) : shown };
}

/** Days since 1899-12-30, as a workbook counts them; by the clock of the zone that is given, which a cell does not show. */
export function serialOf(date: string): number {
  return (
    (Date.parse(`${date.replace(/(?:Z|(?<=T.*)[+-]\d\d:?\d\d)$/u, "")}Z`) - Date.UTC(1899, 11, 30)) /
    86_400_000
  );
}

/** The text of a cell whose formula takes it from another file; what was noted of it already goes first. */
export function takenFromOutside(value: ShownText, formula: string): ShownText {
  if (value.note !== undefined) return value;
  return { ...value, note: { kind: "external", shown: value.text, held: formula } };
}

/** All digits that a number keeps, without an exponent; those that it has lost are zeros, as in Excel. */
export function plainNumber(held: number): string {
  const precise = Number(held.toPrecision(kept));
  if (Math.abs(precise) >= 10 ** kept) {
    const [, sign = "", digits = "", exponent = ""] =
      /^(-?)([\d.]+)e\+(\d+)$/u.exec(precise.toExponential(kept - 1)) ?? [];
    return sign + digits.replace(".", "").padEnd(Number(exponent) + 1, "0");
  }
  const text = String(precise);
  if (!text.includes("e")) return text;
  const exponent = Number(text.slice(text.indexOf("e") + 1));
  return precise.toFixed(Math.min(100, kept - 1 - exponent)).replace(/0+$/u, "");
}

const written =
  /^(?<before>[^\d.%]*?)(?<sign>[+-]?)(?<digits>\d[\d,]*(?:\.\d*)?|\.\d+)\s*(?<percent>%?)(?<after>[^\d%]*)$/u;

function saysNumber(shown: string, held: number): boolean {
  const flat = shown.normalize("NFKC").replace(/[−–]/gu, "-").trim();
  // The accounting format shows a dash for nothing.
  if (/^[^\d\p{L}]*-$/u.test(flat)) return held === 0;
  const parts = written.exec(flat)?.groups;
  if (parts === undefined) return false;
  const { before = "", sign = "", digits = "", percent = "", after = "" } = parts;
  const negative = sign === "-" || before.includes("-") || (before.includes("(") && after.includes(")"));
  const size = Number(`${digits.replaceAll(",", "")}${percent === "" ? "" : "e-2"}`);
  return Number((negative ? -size : size).toPrecision(kept)) === held;
}
