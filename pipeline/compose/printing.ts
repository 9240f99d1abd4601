/** Single values → what is printed for them: money as the form has it, blanks as nothing, or in a draft as a marked hole. */
import {
  type Amount,
  compareDecimals,
  convertMoney,
  type FieldName,
  type FormSpec,
  kindOf,
  type MoneyFormat,
  type MoneyUnit,
  percentOf,
  roundDecimal,
} from "../records/index.ts";
import { sourced } from "./value-source.ts";

/** What decides how values are printed. */
export type Printing = { readonly spec: FormSpec; readonly draft: boolean };

/** `field` decides how it is printed, and names it if it is missing. */
export function printValue(value: Amount | undefined, field: FieldName, printing: Printing): string {
  if (value === undefined) return printHole(field, printing);
  return printLines(formatValue(value, field, printing.spec));
}

/** A value, which may be nobody's own: a sum has no place. */
type PrintedAmount = Omit<Amount, "at">;

/** A value as the page has it, its line breaks apart. */
export function formatValue(
  value: PrintedAmount,
  field: FieldName,
  { fields, money }: PrintedFields,
): string {
  const places = fields[field]?.places;
  switch (kindOf(field, fields)) {
    case "money":
      return formatMoney(value, moneyFormat(field, { fields, money }));
    case "year":
      return bareYear(value.text);
    case "number":
      return value.value === undefined || places === undefined
        ? value.text
        : roundDecimal(value.value, places);
    case "share":
      return value.value === undefined || places === undefined ? value.text : percentOf(value.value, places);
    default:
      return value.text;
  }
}

export type PrintedFields = Pick<FormSpec, "fields" | "money">;

/** How a form prints an amount: as all of them, but for a field that it gives places of its own. */
export function moneyFormat(field: FieldName, { fields, money }: PrintedFields): MoneyFormat {
  const places = fields[field]?.places;
  if (places === undefined) return money;
  const zero = money.print === "fixed" ? money.zero : roundDecimal("0", places);
  return { print: "fixed", unit: money.unit, places, zero };
}

/** One text for each name; `path` is what their sources begin with, if they have any. */
export function printEach<Name extends string>(
  names: readonly Name[],
  print: (name: Name) => string,
  path?: string,
): Readonly<Record<Name, string>> {
  // One entry for each name, which Object.fromEntries forgets.
  const printed = Object.fromEntries(names.map((name) => [name, print(name)])) as Record<Name, string>;
  return path === undefined ? printed : sourced(path, printed);
}

/** 【缺：…】 in a draft for what the form requires, otherwise nothing. */
export function printHole(field: FieldName, { spec, draft }: Printing): string {
  if (!draft) return "";
  const settings = spec.fields[field];
  return settings?.required === true ? hole(settings.label) : "";
}

export function hole(label: string): string {
  return `【缺：${label}】`;
}

/** Marks a line break inside a value between view and markup: U+2028 means just that, and no record holds one. */
export const lineBreak = "\u{2028}";

/** Line breaks inside a value are marked, so that they cannot be taken for the template's own. */
export function printLines(text: string): string {
  return text.replace(/\r\n|[\r\n]/gu, lineBreak);
}

/** Forms print the 年 or 年度 themselves, so `2023年度` given as a year must not print them twice. */
export function bareYear(text: string): string {
  return text.replace(/年度?$/u, "");
}

/**
 * An amount whose number or unit is not known is printed as given: it is never guessed. So is one that the form
 * prints as given; if a header states another unit than the form's, that unit is printed with it, because
 * 75000 元 would otherwise read as 75000 in a table of 万元.
 */
export function formatMoney(amount: PrintedAmount, format: MoneyFormat): string {
  if (format.print === "as-given") return withOtherUnit(amount, format.unit);
  if (amount.value === undefined || amount.unit === undefined) return amount.text;
  const exact = convertMoney(amount.value, { from: amount.unit, to: format.unit });
  const printed = roundDecimal(exact, format.places);
  if (compareDecimals(exact, "0") === 0) return format.zero;
  // -0.001 has no sign left once it is rounded.
  return compareDecimals(printed, "0") === 0 ? printed.replace("-", "") : printed;
}

function withOtherUnit({ text, value, unit, unitFrom }: PrintedAmount, printed: MoneyUnit): string {
  if (value === undefined || unit === undefined || unit === printed || unitFrom === "cell") return text;
  return compareDecimals(value, "0") === 0 ? text : `${text}${unit}`;
}

/** What a form names itself, even if the rest of its form.json is wrong. */
export type Fields = {
  readonly fields: object;
  readonly groupBy?: string | undefined;
  readonly rollup?: object;
};

/** The names that form.json gives to fields of its own: `ownNames(spec, "budget")` reads `budget.own.bond` as `bond`. */
export function ownNames(spec: Fields, scope: string): readonly string[] {
  const prefix = `${scope}.own.`;
  return Object.keys(spec.fields).flatMap((name) =>
    name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
  );
}

/** Between an ordinal and a name: 2.2022年 would read as a decimal. */
export function ordinalMark(name: string): string {
  return /^[\d０-９]/u.test(name) ? "．" : ".";
}

const hanDigits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 → 一, 12 → 十二, 20 → 二十; from 1 to 99. */
export function hanNumeral(number: number): string {
  const tens = Math.floor(number / 10);
  const units = hanDigits[number % 10] ?? "";
  if (tens === 0) return units;
  return `${tens === 1 ? "" : (hanDigits[tens] ?? "")}十${units}`;
}
