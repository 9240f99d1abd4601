/** Reduces a header to the key that aliases are matched by, and takes from it what its brackets say. */
import type { Horizon, MoneyUnit } from "../../records/index.ts";

/** `unknown`: a unit of money is stated, but none that amounts can be counted in. */
export type StatedUnit = MoneyUnit | "unknown";

export type HeaderKey = {
  readonly key: string;
  /** The key without its number and its hints to whoever fills the table in: 1.三级指标（不超过40字） is 三级指标. */
  readonly bare: string;
  /** Whether `bare` lacks brackets that do not speak of filling in: among money they may be a currency or a source. */
  readonly doubtful: boolean;
  readonly unit?: StatedUnit;
  /** A horizon in brackets: 指标值（年度）. */
  readonly horizon?: Horizon;
};

/** 预算数/万元, 预算数：万元 and 预算数 万元 say what 预算数（万元） says. */
const unitBehind = /(?<=\S)(?<!单位)\s*[/:,、\s]\s*((?:人民币)?[千万亿]?元)\s*$/u;
const bracket = /\(([^()]*)\)/gu;
const marks = /[\s*:\p{Cc}\p{Cf}\p{Variation_Selector}★☆●○◆◇■□▲△▼※]+/gu;
/** pro_code, PRO_CODE and proCode are one name. */
const underscore = /(?<=[a-z\d])_+(?=[a-z\d])/gu;
const circledNumber = /^[\u2460-\u2473\u2776-\u277F]/u;
/** 1. 2、 3) (4) (五) 六、 before what a column is called. */
const number =
  /^(?:\d{1,3}[.、)]|\((?:\d{1,3}|[一二三四五六七八九十]{1,3})\)|[一二三四五六七八九十]{1,3}[、.])/u;
const fillingHint = /^(?:必填|选填|必选|可选|非必填)项?|(?:必填|选填|必选|可选|非必填)项?!*$/gu;
const hintBelow = /\n\s*(?:备?注|说明|如|例|请|按|限|见|填|参照|与|不超过|最多|至少)[^\n]*$/u;

/**
 * Brackets that tell one column from another and so are no hint: another year, another state of the money, whose money
 * it is. 指标值（上年） is not 指标值.
 */
const distinction =
  /\d{4}|[上去前往历次下明]年|以前|年度|中期|实施期|长期|调整|追加|执行|支出数|决算|实际|完成|结[转余]|中央|[省市县乡镇]|区级|[本上下]级|不含|除|原|一般公共|基金|国有|专户|事业|经营|自筹/u;

/** What brackets say to whoever fills in an amount, or to the program that reads it (AMT, PRO_NAME); 预算数(ACTUAL) is another amount. */
const fillingWord =
  /^(?!(?:usd|hkd|euro?|jpy|gbp|us|actual|spent|paid|executed|adjusted|revised|final|prior|previous|last|next)$)[a-z][a-z\d]*$|[填选字位如例见同与]|保留|小数|数字|格式|取整|精确|自动|公式|累计/u;

/** Records of JSON say the same keys again, each of a hundred thousand. */
const kept = new Map<string, HeaderKey>();
const mostKept = 5000;
const longestKept = 60;

export function headerKey(header: string): HeaderKey {
  const known = kept.get(header);
  if (known !== undefined) return known;
  const key = makeHeaderKey(header);
  if (header.length > longestKept) return key;
  if (kept.size >= mostKept) kept.clear();
  kept.set(header, key);
  return key;
}

function makeHeaderKey(header: string): HeaderKey {
  const flat = flatten(header);
  let unit: StatedUnit | undefined;
  let horizon: Horizon | undefined;
  const key = flat.replace(bracket, (whole, inner: string) => {
    const moneyUnit = unitInHint(inner);
    const side = horizonOf(inner);
    unit ??= moneyUnit;
    horizon ??= side;
    return moneyUnit !== undefined || side !== undefined || /^[%‰]$/u.test(inner) ? "" : whole;
  });
  const firstLines = header.replace(hintBelow, "");
  const rest = firstLines === header ? key : flatten(firstLines);
  const hints = [...key.matchAll(bracket)].map(([, inner = ""]) => inner);
  return {
    key: withoutOf(key),
    bare: withoutOf(bareOf(rest)),
    doubtful: hints.some((hint) => !fillingWord.test(hint)),
    unit,
    horizon,
  };
}

/** Of everything that one thing may be called. */
export function keysOf(spellings: readonly string[]): readonly string[] {
  return spellings.map((spelling) => headerKey(spelling).key);
}

function flatten(header: string): string {
  return header
    .replace(circledNumber, "")
    .normalize("NFKC")
    .replace(/^\s*[【〔〖「『[](.*)[】〕〗」』\]]\s*$/su, "$1")
    .replace(/[【〔〖「『[]/gu, "(")
    .replace(/[】〕〗」』\]]/gu, ")")
    .replace(unitBehind, "($1)")
    .replace(marks, "")
    .toLowerCase()
    .replace(underscore, "");
}

function bareOf(key: string): string {
  return key
    .replace(number, "")
    .replace(bracket, (whole, inner: string) => (distinction.test(inner) ? whole : ""))
    .replace(fillingHint, "");
}

/** 其中：财政资金 is 财政资金. */
function withoutOf(key: string): string {
  return key.replace(/^其中/u, "");
}

/** 元，保留两位小数 states a unit beside its hint. */
function unitInHint(inner: string): StatedUnit | undefined {
  for (const part of inner.split(/[,，、;；]/u)) {
    const unit = statedUnit(part);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** A unit of money in words, as in brackets, on a line of its own, or in department.json. */
export function statedUnit(text: string): StatedUnit | undefined {
  const word = text
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/^(?:金额)?单位:?/u, "")
    .replace(/^人民币/u, "")
    .replace(/整$/u, "");
  if (word === "元" || word === "千元" || word === "万元" || word === "亿元") return word;
  if (word === "千" || word === "万" || word === "亿") return `${word}元`;
  return /^[十百千角分]+(?:万|亿)?元?$|^(?:美|港|欧)元$/u.test(word) ? "unknown" : undefined;
}

const horizonWords = { midTerm: "中期|中长期|长期|实施期", annual: "年度|本年度?|当年" } as const;

const horizonAlone = {
  midTerm: new RegExp(`^(?:${horizonWords.midTerm}|midterm|mid-term)(?:绩效)?(?:目标|指标)?`, "u"),
  annual: new RegExp(`^(?:${horizonWords.annual}|annual)(?:绩效)?(?:目标|指标)?`, "u"),
} as const;

const horizonFirst = new RegExp(`^(?:(${horizonWords.midTerm})|(?:${horizonWords.annual}))(.*)$`, "su");

/** The year that a label begins with, and what follows it: 2026年预算数（万元）; 2026年至2028年 and 2026年一季度 are not the year. */
export function yearAhead(label: string): { readonly year: string; readonly rest: string } | undefined {
  const [, year, rest] = yearFirst.exec(label.trim()) ?? [];
  return year === undefined || rest === undefined ? undefined : { year, rest };
}

/** What a label says that is about some months of a year, as a pattern. */
export const partOfYear =
  "(?:第?[一二三四1-4](?:至?[二三四])?季度|前[一二三]季度|[上下]半年|(?:\\d{1,2}[-—–~至到])?\\d{1,2}月|[一二三四五六七八九十]{1,2}月)";

const yearFirst = new RegExp(`^(20\\d{2}年)度?(?=\\D)(?![至到\\-—–~～]|${partOfYear})(.+)$`, "su");

/** The horizon that a label begins with, and what follows it: 中期资金总额, 年度指标值. */
export function horizonAhead(
  label: string,
): { readonly horizon: Horizon; readonly rest: string } | undefined {
  const said = horizonFirst.exec(label);
  if (said === null) return undefined;
  return { horizon: said[1] === undefined ? "annual" : "midTerm", rest: said[2] ?? "" };
}

/** 中期 and its synonyms, or 年度; only if the text says nothing else. */
export function horizonOf(text: string): Horizon | undefined {
  const said = horizonSaid(text);
  return said?.rest === "" ? said.horizon : undefined;
}

/** One of several of a horizon: 长期目标1, 年度目标（二）, 中期目标（2026—2028年）, 年度目标3：保障运转. */
export function namedHorizonOf(text: string): Horizon | undefined {
  const said = horizonSaid(text);
  return said !== undefined && which.test(said.rest) ? said.horizon : undefined;
}

const which =
  /^(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\)?|\(?\d{4}年?(?:[-—–~至到]+\d{4}年?)?\)?)(?:[:.、].*)?$/u;

function horizonSaid(text: string): { readonly horizon: Horizon; readonly rest: string } | undefined {
  const word = text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
  for (const horizon of ["midTerm", "annual"] as const) {
    const [said] = horizonAlone[horizon].exec(word) ?? [];
    if (said !== undefined) return { horizon, rest: word.slice(said.length) };
  }
  return undefined;
}
