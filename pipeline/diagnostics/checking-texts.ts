/** Findings about wording: what was left over from a template, and what must not be published. */
import { define } from "./define.ts";

export const checkingTexts = {
  "placeholder-left": define<{ readonly placeholder: string }>({
    severity: "warning",
    zh: ({ placeholder }) => ({ says: `留有模板的占位文字“${placeholder}”`, todo: "请填写实际内容。" }),
    en: ({ placeholder }) => ({
      says: `A placeholder of the template is left: “${placeholder}”`,
      todo: "Write what belongs there.",
    }),
  }),
  "word-doubled": define<{ readonly doubled: string }>({
    severity: "warning",
    zh: ({ doubled }) => ({ says: `文字重复：“${doubled}”`, todo: "请删去多余的字。" }),
    en: ({ doubled }) => ({
      says: `Words are doubled: “${doubled}”`,
      todo: "Remove the repeated characters.",
    }),
  }),
  "identity-number": define<{ readonly masked: string }>({
    severity: "error",
    zh: ({ masked }) => ({ says: `文字中有身份证号码 ${masked}`, todo: "个人信息不得公开，请删去。" }),
    en: ({ masked }) => ({
      says: `There is an identity card number, ${masked}`,
      todo: "Personal data must not be published: remove it.",
    }),
  }),
  "mobile-number": define<{ readonly masked: string }>({
    severity: "error",
    zh: ({ masked }) => ({ says: `文字中有手机号码 ${masked}`, todo: "个人信息不得公开，请删去。" }),
    en: ({ masked }) => ({
      says: `There is a mobile number, ${masked}`,
      todo: "Personal data must not be published: remove it.",
    }),
  }),
  "phone-number": define({
    severity: "warning",
    zh: () => ({ says: "文字中有电话号码", todo: "请确认是否可以公开。" }),
    en: () => ({ says: "There is a telephone number", todo: "Make sure that it may be published." }),
  }),
  "text-too-long": define<{
    readonly what: "name" | "goal" | "value";
    readonly length: number;
    readonly most: number;
  }>({
    severity: "warning",
    zh: ({ what, length, most }) => ({
      says: `${{ name: "项目名称", goal: "绩效目标", value: "指标值" }[what]}有 ${length} 个字，系统一般最多 ${most} 个字`,
      todo: "请精简文字。",
    }),
    en: ({ what, length, most }) => ({
      says: `The ${what} has ${length} characters; systems usually take ${most}`,
      todo: "Shorten it.",
    }),
  }),
  "halfwidth-punctuation": define<{ readonly mark: string; readonly count: number }>({
    severity: "info",
    zh: ({ mark, count }) => ({
      says: `有 ${count} 处文字用了半角标点“${mark}”`,
      todo: "中文宜用全角标点；系统导出所致的可不理会。",
    }),
    en: ({ mark, count }) => ({
      says: `${count} text(s) have half-width punctuation, such as “${mark}”`,
      todo: "Chinese takes full-width marks; ignore it if the system's export writes them so.",
    }),
  }),
  "document-number-brackets": define<{ readonly right: string }>({
    severity: "warning",
    zh: ({ right }) => ({ says: `文号的年份应当用六角括号：${right}`, todo: "请改用〔〕。" }),
    en: ({ right }) => ({
      says: `The year of a document number belongs in 〔〕: ${right}`,
      todo: "Use 〔〕.",
    }),
  }),
  "fullwidth-comma-in-number": define({
    severity: "warning",
    zh: () => ({ says: "数字中用了中文逗号", todo: "请改用半角逗号，或去掉逗号。" }),
    en: () => ({
      says: "There is a Chinese comma inside a number",
      todo: "Use a half-width comma, or none.",
    }),
  }),
  "brackets-unmatched": define<{ readonly mark: string }>({
    severity: "warning",
    zh: ({ mark }) => ({ says: `“${mark}”没有配对的另一半`, todo: "请补上，或核对文字是否被截断。" }),
    en: ({ mark }) => ({
      says: `“${mark}” has no other half`,
      todo: "Add it, or see whether the text was cut short.",
    }),
  }),
  "punctuation-repeated": define<{ readonly marks: string }>({
    severity: "warning",
    zh: ({ marks }) => ({ says: `标点重复：“${marks}”`, todo: "请删去多余的标点，并核对是否漏了文字。" }),
    en: ({ marks }) => ({
      says: `Marks follow each other: “${marks}”`,
      todo: "Remove one, and see whether words are missing.",
    }),
  }),
  "personal-name": define<{ readonly masked: string }>({
    severity: "warning",
    zh: ({ masked }) => ({
      says: `文字中有个人姓名 ${masked}`,
      todo: "请确认是否可以公开，不需要的请删去。",
    }),
    en: ({ masked }) => ({
      says: `A person is named: ${masked}`,
      todo: "Make sure that it may be published, or remove it.",
    }),
  }),
  "classified-marking": define<{ readonly marking: string }>({
    severity: "error",
    zh: ({ marking }) => ({
      says: `文字中有密级或内部标记“${marking}”`,
      todo: "涉密和内部内容不得公开，请核对。",
    }),
    en: ({ marking }) => ({
      says: `There is a security marking, “${marking}”`,
      todo: "Classified matter must not be published: check it.",
    }),
  }),
  "marked-not-public": define({
    severity: "warning",
    zh: () => ({ says: "这一项标明不公开", todo: "请确认它不进入公开的文本。" }),
    en: () => ({
      says: "This is marked as not to be published",
      todo: "Make sure that it stays out of what is published.",
    }),
  }),
} as const;
