/** What keeps an indicator's value from being a number, a range, a date, a ratio, a grade or words. */
import type { Indicator } from "../records/index.ts";
import { foldWidth } from "./comparable.ts";
import { damageIn } from "./damage.ts";
import { isNotApplicable } from "./not-applicable.ts";
import type { ParsedValue } from "./parse-value.ts";
import { placeholderIn } from "./placeholder.ts";
import { isUnitWord, unitWord, withoutUnits } from "./unit-words.ts";

export type ValueFault =
  /** A sign, a unit or a mark alone. */
  | "no-number"
  | "letter-in-number"
  /** A sign against another, or against a word: ≥98%以下. */
  | "signs-contradict"
  | "unit-twice"
  /** ==, ≥≥, ≥>. */
  | "sign-twice"
  | "range-reversed"
  /** Begins like a number, but cannot be one. */
  | "unreadable"
  /** Has no Chinese, and is no number, grade or standard. */
  | "no-words";

/** Undefined if the value is sound, or damaged in a way that has a rule of its own. `parsed` is the printed value. */
export function faultOf(indicator: Indicator, parsed: ParsedValue): ValueFault | undefined {
  const { value, unit, operator, printedValue, level3 } = indicator;
  if (value === undefined || printedValue === undefined || isNotApplicable(value.text)) return undefined;
  if (
    damageIn(value.text, { field: "indicator.value", kind: "text" }) ??
    damageIn(unit?.text ?? "", { field: "indicator.unit", kind: "word" })
  )
    return undefined;
  if (/\uFFFD|锟斤拷/u.test(printedValue.text) || placeholderIn(value.text) !== undefined) return undefined;
  if (unit !== undefined && hasOwnUnit(value.text, unit.text)) return "unit-twice";
  const text = foldWidth(printedValue.text).replace(/\s+/gu, "");
  const core = text.replace(leadingSigns, "").replace(leadingWord, "");
  const rest = withoutUnits(core.replace(direction, "")).replace(/[\d\p{P}\p{S}]+/gu, "");
  if (isWithoutNumber(core)) return "no-number";
  // In a column of signs == is how a program writes =.
  if (signTwice.test(text) && !signTwice.test(foldWidth(operator?.text ?? ""))) return "sign-twice";
  if (hasLetterInNumber(core)) return "letter-in-number";
  if (rest === "" && contradicts(text)) return "signs-contradict";
  if (twice.test(core) && unitTwice.test(core)) return "unit-twice";
  if (isReversed(core)) return "range-reversed";
  if (isUnreadable({ written: value.text, parsed, core, rest })) return "unreadable";
  return hasNoWords({ text: value.text, core, rest, name: level3?.text ?? "" }) ? "no-words" : undefined;
}

const leadingSigns = /^[≥≤≧≦<>=≈~]+/u;
const up = `及?以上|不低于|不少于|不小于|大于或?等于|至少|最少|(?<!不)(?:大于|高于|超过|多于)`;
const down = `及?以下|以内|之内|不超过|不高于|不大于|不多于|小于或?等于|至多|最多|(?<!不)(?:小于|低于|少于)`;
const direction = new RegExp(`${up}|${down}`, "gu");
const leadingWord = new RegExp(`^(?:${up}|${down})`, "u");

/** The same sign again, but for >= and =<, which are one; or a word that says it: ≥不低于. */
export const signTwice = new RegExp(
  `^(?:==+|[≥≧]+[≥≧>=]|[≤≦]+[≤≦<=]|>>|<<|>=[>=]|<=[<=]|>≥|<≤|=≥|=≤|(?:[≥≧>]|>=)(?:${up})|(?:[≤≦<]|<=)(?:${down}))`,
  "u",
);

const numeral = String.raw`\d[\d,]*(?:\.\d+)?`;

function isWithoutNumber(core: string): boolean {
  const bare = core.replace(direction, "");
  if (/^[\p{P}\p{S}]*$/u.test(bare) && !/^[√✓✔○●]+$/u.test(bare)) return true;
  // 季度 and 年度 alone say how often.
  return isUnitWord(bare) && !/^(?:年度?|季度?|月|周|日)$/u.test(bare);
}

const letter = new RegExp(
  String.raw`^[OolI|](?=[\d.OolI|]*[\d%‰])|\d[OolI|]+(?=[\d.%‰]|${unitWord})|\d[SZ](?=[%‰]|${unitWord})|\d[Oo]$`,
  "u",
);

/** O for 0, l for 1, S for 5, Z for 2; with nothing but a number and a unit around it, so that O3 and 4S店 are words. */
function hasLetterInNumber(core: string): boolean {
  return (
    letter.test(core) && !/^O2O/u.test(core) && withoutUnits(core).replace(/[\d.,%‰OolI|SZ/-]+/gu, "") === ""
  );
}

const upward = new RegExp(`[≥≧>]|${up}`, "u");
const downward = new RegExp(`[≤≦<]|${down}`, "u");

function contradicts(text: string): boolean {
  const numbers = text.match(new RegExp(numeral, "gu"))?.length ?? 0;
  return numbers === 1 && upward.test(text) && downward.test(text);
}

/** Whether a text ends in something twice: few do, and the pattern below is slow. */
const twice = /(\D{1,8})\1$/u;
const unitTwice = new RegExp(String.raw`^${numeral}(?:${unitWord})*?(${unitWord})\1$`, "u");
const quantity = new RegExp(`^[≥≤≧≦<>=≈~]*${numeral}(${unitWord}(?:[/·]${unitWord})*)$`, "u");

/** Whether the cell of the value has a unit although the unit has a column. 1.2万 beside 人次 is one unit. */
function hasOwnUnit(value: string, unit: string): boolean {
  const own = quantity.exec(foldWidth(value).replace(/\s+/gu, ""))?.[1];
  return own !== undefined && !/^[万亿千]$/u.test(own) && (isUnitWord(foldWidth(unit)) || unit === own);
}

const range = new RegExp(String.raw`^(${numeral})([^\d~至到—–-]*)(?:-|~|—+|–|至|到)(${numeral})(\D*)$`, "u");

/** Numbers that only name something (3-1号楼) may come in any order. */
function isReversed(core: string): boolean {
  const [, from = "", fromUnit = "", to = "", toUnit = ""] = range.exec(core) ?? [];
  if (/^(?:19|20)\d{2}$/u.test(from) && /^(?:0?[1-9]|1[0-2])$/u.test(to)) return false;
  if (from === "" || (fromUnit !== "" && fromUnit !== toUnit) || /^[号#期标楼栋班年月时]/u.test(toUnit))
    return false;
  return Number(from.replaceAll(",", "")) > Number(to.replaceAll(",", ""));
}

const malformed = /\d,\d{1,2}(?!\d)|\d,\d{4}|\.\.|\d\.(?!\d)|^[.·]|\d[。·]\d|^0x|\d\/0+(?!\d)/u;

function isUnreadable(value: {
  readonly written: string;
  readonly parsed: ParsedValue;
  readonly core: string;
  readonly rest: string;
}): boolean {
  const { written, parsed, core, rest } = value;
  if (/^[1-9]\d*[×xX*]\d+/u.test(core)) return false;
  if (parsed.kind === "unclear") return true;
  if (/^0x[\da-f]+$/iu.test(core)) return true;
  if (rest !== "" || !/\d/u.test(core)) return false;
  // Only digits, marks and units: 人95, 9 5%, 1,00次.
  return (
    malformed.test(core) ||
    !/^[+±(〔[【-]?[\d年月季周日]/u.test(core) ||
    /\d\s+\d/u.test(foldWidth(written)) ||
    // A full-width comma between thousands has a rule of its own.
    /\d，(?!\d{3}(?!\d))\d/u.test(written)
  );
}

/** GB/T50300-2013, ISO9001:2015, C30, DN300, T+1日, IPv6. */
const standard = new RegExp(String.raw`^[A-ZΦφ][A-Za-zΦφ\d./:+²-]*\d[A-Za-z\d./:+—-]*(?:${unitWord})?$`, "u");
const grade = /^(?:[A-E]{2,3}[+-]?|[A-E][+-]|[\p{Nl}]+)$/u;
const comparison = /^[A-Za-z][\w.²]*[≥≤<>=]\d|^pH\d/u;
const asksForGrade = /等级|评级|级别|等次|分级|类别|档|标准|认证|型号|规格|评定|制式|格式/u;
const formula = /^[=+][A-Z]{1,3}\d+(?![05]$)|^[=+@][A-Z]+\(/u;

function hasNoWords(value: {
  readonly text: string;
  readonly core: string;
  readonly rest: string;
  readonly name: string;
}): boolean {
  const { text, core, rest, name } = value;
  if (formula.test(text)) return true;
  if (rest === "" || /[\p{Script=Han}\p{Nl}]/u.test(rest) || /^\d/u.test(core)) return false;
  return ![standard, grade, comparison].some((sound) => sound.test(core)) && !asksForGrade.test(name);
}
