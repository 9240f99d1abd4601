/** The text of a form's own field → the same with the exact value of its type; a text that has none is reported, and printed as given. */
import type { Place, Subject } from "../../diagnostics/index.ts";
import {
  type Amount,
  type Decimal,
  type FieldKind,
  parseDecimal,
  shiftDecimal,
  type Text,
} from "../../records/index.ts";
import type { Context } from "./context.ts";

/** Types that are read here; money has units and is read in `read-money.ts`. */
const readers: Partial<Record<FieldKind, (text: string, at: Place) => Decimal | undefined>> = {
  number: (text) => decimalOf(text.replace(/分$/u, "")),
  share: readShare,
  date: readDate,
};

/** What stands where there is none: no value, and nothing to find. */
const nothing = /^(?:无|不适用|[/／—–-]+)$/u;

/**
 * A number without its grouping commas; a share as a fraction of 1; a date as the number YYYYMMDD, which is only good to be
 * compared, with 00 for the day if there is none.
 */
export function readTyped(
  text: Text,
  { kind, label, subject }: { readonly kind: FieldKind; readonly label: string; readonly subject?: Subject },
  { report }: Pick<Context, "report">,
): Amount {
  const read = readers[kind];
  const flat = text.text.normalize("NFKC").replace(/\s+/gu, "");
  if (read === undefined || nothing.test(flat)) return text;
  const value = read(flat, text.at);
  if (value !== undefined) return { ...text, value };
  const type = kind === "share" || kind === "date" ? kind : "number";
  report({ code: "own-value-unreadable", at: text.at, subject, found: text.text, args: { label, type } });
  return text;
}

/**
 * 98%, and 98 below a header that says %, are 0.98. Without either a number up to 1 is a fraction, as spreadsheets store
 * shares, and a larger one counts per cent.
 */
function readShare(text: string, at: Place): Decimal | undefined {
  const [, digits = "", mark = ""] = /^([^%]+)(%?)$/u.exec(text) ?? [];
  const value = decimalOf(digits);
  if (value === undefined) return undefined;
  const isFraction = mark === "" && !headerSaysPercent(at) && Math.abs(Number(value)) <= 1;
  return isFraction ? value : shiftDecimal(value, -2);
}

function headerSaysPercent(at: Place): boolean {
  const header = at.kind === "cell" ? (at.header ?? "") : at.kind === "json" ? at.pointer : "";
  return /[(（]\s*[%％]\s*[)）]/u.test(header);
}

const written = /^(?<year>\d{4})(?:年|[-./])(?<month>\d{1,2})(?:(?:月|[-./])(?:(?<day>\d{1,2})日?)?)?$/u;

function readDate(text: string): Decimal | undefined {
  const { year, month, day } = written.exec(text)?.groups ?? {};
  if (year === undefined || month === undefined) return undefined;
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const isDay = day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth);
  return isMonth && isDay ? `${year}${month.padStart(2, "0")}${(day ?? "").padStart(2, "0")}` : undefined;
}

function decimalOf(text: string): Decimal | undefined {
  const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text);
  return parseDecimal(grouped ? text.replaceAll(",", "") : text);
}
