/** A text → the numbers in it that are of a person: of identity cards and passports, bank cards, mobile and fixed telephones. */
import { measureUnit, unitWord } from "./unit-words.ts";

export type PersonalNumber = {
  readonly kind: "identity" | "passport" | "card" | "mobile" | "landline";
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
  /** Without what stands between them; the last of an identity number may be X. */
  readonly digits: string;
  /** The number itself shows what it is. Otherwise it is likely: enough to mask it, too little to call it a mistake. */
  readonly isCertain: boolean;
};

/** A word for such a number, at the end of a label above it or of a text before it. */
export const numberWord =
  "(?:电话|手机|传真|座机|联系(?:方式|人)?|微信|[Tt][Ee][Ll]|身份证件?|护照|通行证|[卡账帐]|[账帐]户)(?:号码?)?";

/** In their order, none over another. */
export function personalNumbers(text: string): readonly PersonalNumber[] {
  // The shortest of them has seven digits, and few texts have.
  if (!sevenDigits.test(text)) return [];
  const plain = inDigits(text);
  const found: PersonalNumber[] = [];
  for (const look of looks)
    for (const one of numbersSeen(plain, look))
      if (!found.some(({ start, end }) => start < one.end && one.start < end))
        found.push({ ...one, isCertain: one.isCertain && !numeral.test(text.slice(one.start, one.end)) });
  return found.toSorted((one, other) => one.start - other.start);
}

/** What is read as a digit, whatever its width, and nothing of what stands between two of them. */
export function digitsOf(text: string): string {
  return withoutGaps(inDigits(text));
}

/** The same of a text whose numerals in characters are words of a name. */
export function withoutGaps(text: string): string {
  return halfWidth(text).replace(between, "");
}

/** 一三八〇〇〇〇一二三四 is read as 13800001234; in a number of fewer digits a numeral is a word. */
function inDigits(text: string): string {
  const plain = halfWidth(text);
  if (!numeral.test(plain)) return plain;
  return plain.replace(numerals, (run) => run.replace(eachNumeral, (one) => digitOf.get(one) ?? one));
}

/** Signs of a full width, one for one, so that places stay. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/gu, (sign) =>
    sign === "\u3000" ? " " : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

/** Each a character of its own, so that places stay. */
const digitOf: ReadonlyMap<string, string> = new Map(
  [
    "〇零○⓪",
    "一壹幺①❶",
    "二贰②❷",
    "三叁③❸",
    "四肆④❹",
    "五伍⑤❺",
    "六陆⑥❻",
    "七柒⑦❼",
    "八捌⑧❽",
    "九玖⑨❾",
  ].flatMap((signs, digit) => [...signs].map((sign) => [sign, String(digit)] as const)),
);
const numeral = new RegExp(`[${[...digitOf.keys()].join("")}]`, "u");
const eachNumeral = new RegExp(numeral, "gu");

/** A blank, the end of a line, a dash, a character that nobody sees, a mark on or around the digit before it (1️⃣). */
const separator = String.raw`[\s\p{Pd}\p{Cf}\p{Variation_Selector}\p{Me}\u0300-\u036f\u2212·]`;
const between = new RegExp(separator, "gu");
const anyDigit = `${[...digitOf.keys()].join("")}\\d`;
const numerals = new RegExp(`[${anyDigit}](?:${separator}{0,4}[${anyDigit}]){6,}`, "gu");
/** Between the three parts of a mobile number, twice the same; between measures stand others, as in 150×1200. */
const sign = "[./_,、|~=:;]";
const signs = new RegExp(`[()]|${sign}`, "gu");
const sevenDigits = new RegExp(
  `(?:[${anyDigit}０-９](?:${sign}|[．／＿，｜～＝：；])?${separator}{0,4}){7}`,
  "u",
);
/** Between two digits of one number. */
const gap = `${separator}{0,4}`;
const further = (count: number | string) => String.raw`(?:${gap}\d){${count}}`;
const notBefore = "(?<![0-9A-Za-z])";
const notBehind = "(?![0-9A-Za-z])";
/** What has decimals, or is a code's; behind a comma, the number of an item, or another number, a telephone number may begin. */
const notWithin = String.raw`(?<![0-9A-Za-z]|(?:0|\d\d)\.|(?<=[0-9A-Za-z])(?<!(?<!\d)1[3-9]\d{9})-)`;
/** Behind what is before it, a number of eleven digits as it was just read. */
const elevenDigits = String.raw`1(?:(?:[()]|${sign}|${separator}){0,4}\d){10}`;
/** Counts of things, unless a further character makes it a name. */
const counted = String.raw`[件个次套辆份册株棵亩条只座](?!\p{Script=Han}|\*)`;
/** Of what is counted in a word that begins names, too, as in 张三 and 米某, hence only behind a word that says so. */
const isCountOf = String.raw`(?<=(?:印[刷制发]|制作|发放|张贴|[铺敷架]设|[新修改扩]建|疏浚|养[殖护]|饲养|[存出]栏|采购|购[置买]|配备|整治|治理|修缮|全长|总长|长度|(?<!公)共|[合总共累]计|(?<![签预特邀节])约|达到|超过|不少于|[≥≤≈<>=])(?:管[线道网]|线路|[光电]缆|渠道|[道公]路|河道|海报|门票|试卷)?[:\s]{0,3}${elevenDigits})`;
const countedBehindWord = String.raw`${isCountOf}\s*[(/]?[张米头处台页](?!\p{Script=Han})`;
/** Of a code that goes on, as 13800001234-01; a further telephone number is longer, and behind a word for one it is an extension. */
const ofNoTelephone = String.raw`(?<!(?:电话|手机|联系|热线|值班|传真|座机|微信|[Tt][Ee][Ll]|\+86)[^。;]{0,24}${elevenDigits})`;
const goesOn = `${ofNoTelephone}-(?:[0-9]{1,3}(?![0-9])|[A-Za-z])`;
const document = "(?:合同|协议书?|发票|批文|凭证)";
/** 合同13800001234号 and 13800001234号文件: 号 alone stands behind telephone numbers, too. */
const ofDocument = `(?:(?<=${document}[:为是]?${elevenDigits})号(?![码段机线])|号(?:${document}|文件?(?!字)))`;
/** 元氏 is a place; 元 and 万 are names of families, too. */
const noName = String.raw`(?!元氏|[元万](?:某|\*)|万(?!${unitWord})\p{Script=Han})`;
/**
 * An 11-digit sum of money, or of tons, is not a telephone number; behind a comma the next number begins. What programs
 * write as 13800001234.0 was a number of a whole.
 */
const noMeasure = String.raw`(?![0-9A-Za-z]|\.(?!0(?!\d))\d{1,10}(?!\d)|${goesOn}|${ofDocument}|(?:\.0)?\s*[(/]?(?:${noName}${measureUnit}|${counted})|${countedBehindWord})`;
const is = String.raw`(?:号码?)?\s{0,3}[:：为是(]?\s{0,3}`;
/** The last of an identity number, as it is typed. */
const last = "[0-9XxＸｘ×хХΧχ]";
const bank = String.raw`(?:\p{Script=Han}{2,20}(?:银行|[支分]行|营业[部所室]|信用社|分理处|储蓄所)[\s:(]{0,3})?`;
const ofOther = String.raw`(?<!(?:合同|编|文|证|批|项目)号?(?:编?号|码)?[:：]?\s{0,3})`;
/** An 11-digit code is as long as a mobile number, and so are the three sides of a thing. */
const ofCode = String.raw`(?<!(?:编[号码]|(?:合同|文|批|发票|工单|订单|序列|档案|流水|运单|备案|许可证|资产|产品|学|工)号码?|[代条]码|第)(?:[:是为]|\s){0,3})`;
const ofThing = String.raw`(?<!(?:规格|尺寸|型号)(?:[:是为]|\s){0,3})`;
/** 138、1000、1000人 and 150、1200、1300、1500 are counts. */
const noCounts = String.raw`(?!\k<sign>\s{0,2}(?!1[3-9]\d\k<sign>|0)\d{3,6}(?!\d)|\s*(?:人(?![事社员])|户(?!籍)|[个件次]))`;
const telephone = String.raw`(?:电话|传真|座机|联系方式|(?<![A-Za-z])[Tt][Ee][Ll]\.?)${is}`;
const date = String.raw`20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)`;
/** A day, if it stands right behind the word, or if what follows says so. */
const noDate = String.raw`(?<![^\s:为是(](?=${date}))(?!${date}\s*(?:[-~至]|之?[前后]|[日起止]|开通|启用|召开|安装|建成|完成))`;
const telephoneBehind = String.raw`(?=\s{0,3}\(\p{Script=Han}{0,4}(?:电话|传真|座机)\))`;

type Look = {
  readonly kind: PersonalNumber["kind"];
  readonly pattern: RegExp;
  /** Undefined of what is none. */
  readonly isCertain: (digits: string, text: string, behind: string) => boolean | undefined;
  /** With the zeros at its end that may have been dropped. */
  readonly length?: number;
};

/** What is found by one is not looked at by those below. */
const looks: readonly Look[] = [
  {
    kind: "identity",
    pattern: pattern(`${notBefore}[1-9]${further(16)}${gap}${last}${notBehind}`),
    isCertain: (digits) => (isIdentityNumber(digits) ? true : undefined),
  },
  {
    kind: "identity",
    pattern: pattern(
      String.raw`(?<=身份证件?${is})\d(?:${further(16)}${gap}${last}|${further(14)})${notBehind}`,
    ),
    isCertain: () => false,
  },
  // A letter or two and digits are codes of anything, but for the word.
  {
    kind: "passport",
    pattern: pattern(
      String.raw`(?<=(?:护照|通行证|回乡证)(?:证件)?${is})[A-Za-z]${gap}[A-Za-z]?${gap}\d${further("6,9")}${notBehind}`,
    ),
    isCertain: () => false,
  },
  // Of UnionPay, whose numbers begin with 62; a contract's number is none.
  ...[19, 18, 17, 16].map(
    (length): Look => ({
      kind: "card",
      pattern: pattern(`(?<![0-9A-Za-z.-])${ofOther}6${gap}2${further(length - 2)}(?![0-9A-Za-z-])`),
      isCertain: (digits) => (hasSoundLuhnDigit(digits) ? true : undefined),
    }),
  ),
  // Of any network, or of a company's account, after a word for it.
  ...[19, 18, 17, 16].map((length) =>
    ofAccount(length - 1, (digits) => hasSoundLuhnDigit(digits) || undefined),
  ),
  ofAccount("11,24", () => false),
  {
    kind: "mobile",
    pattern: pattern(
      String.raw`(?:${notWithin}${ofCode}|(?<=(?<![0-9A-Za-z])(?:\+|00)?86${gap})|(?<=[Tt][Ee][Ll])|(?<=微信${is}(?:[Ww][Xx])?))1${gap}[3-9]${further(9)}${noMeasure}`,
    ),
    isCertain: (_, text, behind) =>
      isInUsualGroups(text) && !isCounted.test(behind) && !behind.startsWith(".0"),
  },
  // As programs write a number that they took for a measure: without the zeros that it ends with.
  ofMeasure("mobile", String.raw`1\.[3-9]\d{6,9}`, 10),
  ofMeasure("identity", String.raw`[1-8]\.\d{14,17}`, 17),
  {
    kind: "mobile",
    pattern: pattern(
      String.raw`${notWithin}${ofCode}${ofThing}(?:1[3-9]\d(?<sign>${sign})\d{4}\k<sign>\d{4}${noCounts}|\(1[3-9]\d\)${gap}\d{4}${gap}\d{4})${noMeasure}`,
    ),
    isCertain: () => false,
  },
  {
    kind: "landline",
    pattern: pattern(
      String.raw`(?<![0-9A-Za-z-])${ofCode}(?:\(0\d{2,3}\)|0\d{2,3}(?=${separator}))${gap}[2-9]\d{2,3}${gap}\d{4}${notBehind}`,
    ),
    isCertain: (_, text) => /^(?:\(\d+\)|\d+-)\d+$/u.test(text),
  },
  {
    kind: "landline",
    pattern: pattern(String.raw`(?<=${telephone})${noDate}[2-8]\d{2,3}${gap}\d{4}(?![0-9A-Za-z元万])`),
    isCertain: (_, text) => /^\d+$/u.test(text),
  },
  {
    kind: "landline",
    pattern: pattern(String.raw`(?<![0-9A-Za-z.-])[2-8]\d{2,3}-?\d{4}${telephoneBehind}`),
    isCertain: () => false,
  },
  {
    kind: "landline",
    pattern: pattern(
      String.raw`(?:(?<=${telephone})|(?<=\+86${gap}))0?[1-9]\d{1,2}${gap}\d{3,4}${gap}\d{4}${notBehind}`,
    ),
    isCertain: () => false,
  },
  // Without a word for it or a sign between its parts; no local number begins with 1 or 9.
  {
    kind: "landline",
    pattern: pattern(
      String.raw`(?<![0-9A-Za-z.-])${ofOther}0(?:(?:10|2\d)[2-8]\d{7}|[3-9]\d{2}[2-8]\d{6,7})(?![0-9A-Za-z.-]|\s*[元万亿])`,
    ),
    isCertain: () => false,
  },
];

function ofMeasure(kind: Look["kind"], digits: string, power: number): Look {
  const source = String.raw`(?<![0-9A-Za-z.])${digits}(?=[eE]\+?0*${power}(?!\d))`;
  return { kind, pattern: pattern(source), isCertain: () => false, length: power + 1 };
}

function ofAccount(count: number | string, isCertain: Look["isCertain"]): Look {
  const source = String.raw`(?<=(?:[卡账帐]号码?|[账帐]户)${is}${bank})\d${further(count)}(?![0-9A-Za-z-]|\s*[元万亿])`;
  return { kind: "card", pattern: pattern(source), isCertain };
}

function pattern(source: string): RegExp {
  return new RegExp(source, "gu");
}

function numbersSeen(
  text: string,
  { kind, pattern: each, isCertain: certainty, length = 0 }: Look,
): readonly PersonalNumber[] {
  const found: PersonalNumber[] = [];
  const search = new RegExp(each);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const { 0: shown, index: start } = match;
    const digits = digitsOf(shown).replace(signs, "").padEnd(length, "0");
    const isCertain = certainty(digits, shown, text.slice(start + shown.length));
    // What begins in it may be one.
    if (isCertain === undefined) search.lastIndex = start + 1;
    else found.push({ kind, start, end: start + shown.length, digits, isCertain });
  }
  return found;
}

const factors = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = "10X98765432";

/** By GB 11643: six digits for a place, a day of birth, and a check digit, which one in eleven other numbers has. */
function isIdentityNumber(digits: string): boolean {
  if (!/^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/u.test(digits)) return false;
  const sum = factors.reduce((total, factor, index) => total + factor * Number(digits[index]), 0);
  return checkDigits[sum % 11] === (/\d$/u.test(digits) ? digits[17] : "X");
}

/** By ISO/IEC 7812; one in ten other numbers passes by chance. */
function hasSoundLuhnDigit(number: string): boolean {
  const sum = [...number].toReversed().reduce((total, digit, index) => {
    const times = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (times > 9 ? times - 9 : times);
  }, 0);
  return sum % 10 === 0;
}

/** It may be a number of things, or 张 and 米 the name of whom it belongs to. */
const isCounted = new RegExp(String.raw`^\s*${unitWord}`, "u");

/** 13812341234, 138-1234-1234; in other groups of three digits and more, or digit by digit, it is likely. */
function isInUsualGroups(text: string): boolean | undefined {
  if (/^\d{3}([ -]?)\d{4}\1\d{4}$/u.test(text)) return true;
  const lengths = new Set(text.split(new RegExp(`${separator}+`, "u")).map(({ length }) => length));
  return lengths.size === 1 && lengths.has(1) ? false : Math.min(...lengths) >= 3 ? false : undefined;
}
