/** An indicator's value as written → operator, number, unit and what else it says. The written text stays the truth. */
import { type Decimal, parseDecimal } from "../records/index.ts";
import { foldWidth } from "./comparable.ts";
import { isNotApplicable } from "./not-applicable.ts";

type Operator = "≥" | ">" | "=" | "<" | "≤" | "≈";

export type ParsedValue =
  | {
      readonly kind: "number";
      readonly operator?: Operator;
      readonly number: Decimal;
      readonly unit?: string;
      /** What follows the unit: 以上, （含）. */
      readonly remark?: string;
    }
  | { readonly kind: "range"; readonly from: Decimal; readonly to: Decimal; readonly unit?: string }
  | { readonly kind: "date"; readonly operator?: Operator }
  | { readonly kind: "text"; readonly operator?: Operator }
  | { readonly kind: "not-applicable" }
  /** Begins like a number, but cannot be one. */
  | { readonly kind: "unclear" };

/** Reads `>=90%`, `每年≥3次`, `不低于95%`, `4.7万元/人、年`, `=100.00(%)`, `3-5次`, `≤2023年12月31日`, `显著提高`. */
export function parseValue(written: string): ParsedValue {
  const text = fold(written);
  if (isNotApplicable(text)) return { kind: "not-applicable" };
  const { operator, rest } = splitOperator(text.replace(lead, ""));
  if (operator === undefined)
    return (
      parseQuantity(rest) ?? {
        kind: numericOnly.test(rest) || chinesePercent.test(rest) ? "unclear" : "text",
      }
    );
  if (rest === "" || symbol.test(rest) || chinesePercent.test(rest)) return { kind: "unclear" };
  const quantity = parseQuantity(rest);
  if (quantity === undefined) return number.test(rest) ? { kind: "unclear" } : { kind: "text", operator };
  return quantity.kind === "range" ? quantity : { ...quantity, operator };
}

/** Full-width letters, digits and signs → half-width; spaces away. */
function fold(text: string): string {
  return foldWidth(text).replace(/\s+/gu, "");
}

export function isPercent(value: ParsedValue): value is Extract<ParsedValue, { kind: "number" }> {
  return value.kind === "number" && /^(?:[%％]|百分比)$/u.test(value.unit ?? "");
}

const lead =
  /^(?:每(?:年度?|季度?|个?月|周|人|户|次|项)+|全年|年均|累计|总计|共计?)(?=[\d≥≤≧≦<>=≈]|[不大小超低高少多至最约]{1,2})/u;

const signs: readonly (readonly [Operator, RegExp])[] = [
  ["≥", /^(?:>=|=>|≥|≧|(?:不低于|不少于|不小于|大于或?等于|至少)(?=\d))/u],
  ["≤", /^(?:<=|=<|≤|≦|(?:不超过|不高于|不大于|不多于|小于或?等于|至多|最多)(?=\d))/u],
  [">", /^(?:>|(?:大于|超过|高于|多于)(?=\d))/u],
  ["<", /^(?:<|(?:小于|低于|少于)(?=\d))/u],
  ["=", /^(?:==?|等于(?=\d))/u],
  ["≈", /^(?:≈|大?约(?=\d))/u],
];
const symbol = /^[≥≤≧≦<>=≈]/u;

function splitOperator(text: string): { readonly operator?: Operator; readonly rest: string } {
  for (const [operator, pattern] of signs) {
    const sign = pattern.exec(text)?.[0];
    if (sign !== undefined) return { operator, rest: text.slice(sign.length) };
  }
  return { rest: text };
}

const numeral = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const date =
  /^(?:(?:19|20)\d{2}(?:年|[-./](?:0?[1-9]|1[0-2])(?:$|[-./日前底])|[-~—](?:19|20)\d{2})|\d{1,2}月(?:\d{1,2}日|[份底末初中前]|$)|次年)/u;
const range = new RegExp(String.raw`^(${numeral})([^\d~至—-]*)(?:-|~|—+|至|到)(${numeral})([^\d]*)$`, "u");
const number = new RegExp(`^[+-]?${numeral}`, "u");
/** 九十% mixes two ways to write one number; 百分之九十 is one of them. */
const chinesePercent = /^[零〇一二三四五六七八九十百两点]+%$/u;
const numericOnly = /^[\d.,%]*\d[\d.,%]*$/u;

type Quantity = Extract<ParsedValue, { kind: "number" | "range" | "date" | "text" }>;

function parseQuantity(text: string): Quantity | undefined {
  if (date.test(text)) return { kind: "date" };
  const span = range.exec(text);
  if (span !== null) return parseRange(span);
  const digits = number.exec(text)?.[0];
  const value = digits === undefined ? undefined : decimalOf(digits);
  if (digits === undefined || value === undefined) return undefined;
  const tail = text.slice(digits.length);
  // 1:1.5, 1/3 and 80%≤x≤95% are sound, only no single number.
  if (/^[:/]\d/u.test(tail) || /[≥≤≧≦<>=][^≥≤≧≦<>=]+/u.test(unitOf(tail).unit)) return { kind: "text" };
  const { unit, remark } = unitOf(tail);
  if (!soundUnit(unit)) return undefined;
  return { kind: "number", number: value, unit: unit || undefined, remark: remark || undefined };
}

function parseRange([, from = "", fromUnit = "", to = "", toUnit = ""]: RegExpExecArray):
  | Quantity
  | undefined {
  const [low, high] = [decimalOf(from), decimalOf(to)];
  if (low === undefined || high === undefined) return undefined;
  const unit = toUnit === "" ? fromUnit : toUnit;
  return { kind: "range", from: low, to: high, unit: unit || undefined };
}

function decimalOf(digits: string): Decimal | undefined {
  return parseDecimal(digits.replace(/,/gu, ""));
}

/** What follows a number → its unit, and what is said beyond: `(%)` is a unit in brackets, `次，每次2天` a unit and a remark. */
function unitOf(tail: string): { readonly unit: string; readonly remark: string } {
  const bracketed = /^\(([^()\d]{1,6})\)$/u.exec(tail)?.[1];
  if (bracketed !== undefined) return { unit: bracketed, remark: "" };
  const end = tail.search(
    /[，。；;(]|,(?!\d)|[且或并和]|、(?=[^、]*\d)|及?以[上下内]|左右|之[内间]|(?<=[日天时周月钟年])内$/u,
  );
  return end === -1 ? { unit: tail, remark: "" } : { unit: tail.slice(0, end), remark: tail.slice(end) };
}

const duration =
  /^(?:年|个?月|天|日|小时|时|分钟?|米|元|岁)\d+(?:个?月|天|日|小时|分钟?|秒钟?|厘米|角)?(?:\d+(?:分钟?|秒钟?))?$/u;

/** Whether no second number hides in a unit. `例/10万人`, `CO2` and `小时30分` are sound, `次6批次` is not. */
function soundUnit(unit: string): boolean {
  if (/%.*%|[≥≤≧≦<>=≈]/u.test(unit)) return false;
  return duration.test(unit) || !/[\d]/u.test(unit.replace(/\/.*$/u, "").replace(/[A-Za-z]+[\d.]+/gu, ""));
}
