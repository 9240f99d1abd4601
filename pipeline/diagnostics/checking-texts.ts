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
} as const;
