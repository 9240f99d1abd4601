/** Numbers and names of persons in a text that will be published, masked so that a finding does not publish them again. */
import type { Text } from "../../records/index.ts";
import { rule } from "../rule.ts";

export const identityNumber = rule("identity-number", {
  number: 36,
  severity: "error",
  ofUnprinted: true,
  about: { zh: "身份证号码", en: "identity card numbers" },
  says: { zh: "文字中有身份证号码 {masked}", en: "Contains an identity card number: {masked}" },
  todo: { zh: "个人信息不得公开，请删去。", en: "Personal data must not be published: remove it." },
  text: (text) =>
    matchesIn(text, identity)
      ?.filter(hasSoundCheckDigit)
      .map((number) => describe(text, number)),
});

export const bankCard = rule("bank-card", {
  number: 36,
  severity: "error",
  ofUnprinted: true,
  about: { zh: "银行卡号、账号", en: "bank card and account numbers" },
  says: { zh: "文字中有银行卡号 {masked}", en: "Contains a bank card number: {masked}" },
  todo: { zh: "账户信息不得公开，请删去。", en: "Accounts must not be published: remove it." },
  text: (text) =>
    matchesIn(text, card)
      ?.map((number) => number.replace(/[ -]/gu, ""))
      .filter(hasSoundLuhnDigit)
      .map((number) => describe(text, number)),
});

export const mobileNumber = rule("mobile-number", {
  number: 36,
  severity: "error",
  ofUnprinted: true,
  about: { zh: "手机号码", en: "mobile numbers" },
  says: { zh: "文字中有手机号码 {masked}", en: "Contains a mobile number: {masked}" },
  todo: { zh: "个人信息不得公开，请删去。", en: "Personal data must not be published: remove it." },
  text: (text) => matchesIn(text, mobile)?.map((number) => describe(text, number.replace(/[ -]/gu, ""))),
});

export const phoneNumber = rule("phone-number", {
  number: 36,
  severity: "warning",
  ofUnprinted: true,
  about: { zh: "固定电话号码", en: "landline numbers" },
  says: { zh: "文字中有电话号码", en: "Contains a telephone number" },
  todo: { zh: "请确认是否可以公开。", en: "Make sure that it may be published." },
  text: (text) => matchesIn(text, landline)?.map((found) => ({ at: text, found, args: {} })),
});

/** 项目负责人 has a field of its own and is no finding. */
export const personalName = rule("personal-name", {
  number: 36,
  severity: "warning",
  ofUnprinted: true,
  about: { zh: "文字中有个人姓名（联系人：某人）", en: "a person's name in prose" },
  says: { zh: "文字中有个人姓名 {masked}", en: "Contains a person's name: {masked}" },
  todo: {
    zh: "请确认是否可以公开，不需要的请删去。",
    en: "Make sure that it may be published, or remove it.",
  },
  text(text) {
    const name = named.exec(text.text)?.groups?.name;
    if (name === undefined) return;
    const masked = `${name.slice(0, 1)}${"*".repeat([...name].length - 1)}`;
    return { at: text, found: masked, args: { masked } };
  },
});

const identity =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])/gu;
// An 11-digit sum of money is not a telephone number.
const mobile = /(?<![0-9A-Za-z.,-])1[3-9]\d(?:\d{8}|([ -])\d{4}\1\d{4})(?![0-9A-Za-z]|[.,]\d|\s*[元万亿])/gu;
const landline =
  /(?<![0-9A-Za-z-])(?:\(0\d{2,3}\)|（0\d{2,3}）|0\d{2,3}-)\d{7,8}(?![0-9A-Za-z])|(?<=(?:电话|传真)(?:号码)?[：:]\s*)[2-8]\d{6,7}(?![0-9A-Za-z元万])/gu;
/** Of UnionPay, whose numbers begin with 62, or of any network after a word for an account; a contract's number is none. */
const card =
  /(?<![0-9A-Za-z.-]|(?:合同|编|文|证|批|项目)号?(?:编?号|码)?[：:]?\s*)62\d{2}([ -]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?(?![0-9A-Za-z-])|(?<=(?:卡号|[账帐]号|[账帐]户)[：:为]?\s*)\d{4}([ -]?)\d{4}\2\d{4}\2\d{4}(?:\2\d{1,3})?(?![0-9A-Za-z-])/gu;

const factors = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = "10X98765432";

/** By GB 11643; one in eleven other numbers passes by chance. */
function hasSoundCheckDigit(number: string): boolean {
  const sum = factors.reduce((total, factor, index) => total + factor * Number(number[index]), 0);
  return checkDigits[sum % 11] === number[17]?.toUpperCase();
}

/** By ISO/IEC 7812; one in ten other numbers passes by chance. */
function hasSoundLuhnDigit(number: string): boolean {
  const sum = [...number].toReversed().reduce((total, digit, index) => {
    const times = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (times > 9 ? times - 9 : times);
  }, 0);
  return sum % 10 === 0;
}

/** Each of these numbers has four digits side by side, and few texts have. */
function matchesIn({ text }: Text, pattern: RegExp): readonly string[] | undefined {
  if (!/\d{4}/u.test(text)) return undefined;
  return text.match(pattern) ?? undefined;
}

/** 13812341234 → 138****1234. */
function describe(at: Text, number: string) {
  const masked = number.slice(0, 3) + "*".repeat(Math.max(0, number.length - 7)) + number.slice(-4);
  return { at, found: masked, args: { masked } };
}

const surname =
  "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]";
// Only after a word that introduces a person: two or three characters alone may be anything.
const named = new RegExp(
  `(?:联系人|经办人|负责人|填报人|填表人|制表人|审核人|责任人)(?:姓名)?[：:]\\s*(?<name>${surname}\\p{Script=Han}{1,2}(?<![科局处股部组室队站所院员委厅会级]))(?!\\p{Script=Han})`,
  "u",
);
