/** Numbers and names of persons in a text that will be published, masked so that a finding does not publish them again. */
import type { Text } from "../../records/index.ts";
import { type PersonalNumber, personalNumbers } from "../personal-numbers.ts";
import { rule } from "../rule.ts";

export const identityNumber = rule("identity-number", {
  number: 36,
  severity: "error",
  ofUnprinted: true,
  about: { zh: "身份证号码", en: "identity card numbers" },
  says: { zh: "文字中有身份证号码 {masked}", en: "Contains an identity card number: {masked}" },
  todo: { zh: "个人信息不得公开，请删去。", en: "Personal data must not be published: remove it." },
  text: (text) => numbersIn(text, "identity")?.map((number) => describe(text, number)),
});

export const bankCard = rule("bank-card", {
  number: 36,
  severity: "error",
  ofUnprinted: true,
  about: { zh: "银行卡号、账号", en: "bank card and account numbers" },
  says: { zh: "文字中有银行卡号 {masked}", en: "Contains a bank card number: {masked}" },
  todo: { zh: "账户信息不得公开，请删去。", en: "Accounts must not be published: remove it." },
  text: (text) => numbersIn(text, "card")?.map((number) => describe(text, number)),
});

export const mobileNumber = rule("mobile-number", {
  number: 36,
  severity: "error",
  ofUnprinted: true,
  about: { zh: "手机号码", en: "mobile numbers" },
  says: { zh: "文字中有手机号码 {masked}", en: "Contains a mobile number: {masked}" },
  todo: { zh: "个人信息不得公开，请删去。", en: "Personal data must not be published: remove it." },
  text: (text) => numbersIn(text, "mobile")?.map((number) => describe(text, number)),
});

export const phoneNumber = rule("phone-number", {
  number: 36,
  severity: "warning",
  ofUnprinted: true,
  about: { zh: "固定电话号码", en: "landline numbers" },
  says: { zh: "文字中有电话号码", en: "Contains a telephone number" },
  todo: { zh: "请确认是否可以公开。", en: "Make sure that it may be published." },
  text: (text) =>
    numbersIn(text, "landline")?.map(({ start, end }) => ({
      at: text,
      found: text.text.slice(start, end),
      args: {},
    })),
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

function numbersIn({ text }: Text, kind: PersonalNumber["kind"]): readonly PersonalNumber[] | undefined {
  const found = personalNumbers(text).filter((number) => number.kind === kind && number.isCertain);
  return found.length > 0 ? found : undefined;
}

/** 13812341234 → 138****1234. */
function describe(at: Text, { digits: number }: PersonalNumber) {
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
