/** A project code that is not 8 digits and 13 digits or capitals, or that Excel has turned into a power of ten. */
import { isMangledCode } from "../../records/index.ts";
import { rule } from "../rule.ts";

const prescribed = /^\d{8}[0-9A-Z]{13}$/u;

export const codeMalformed = rule("code-malformed", {
  number: 1,
  severity: "warning",
  about: { zh: "项目编码不是 21 位", en: "a project code that does not have the prescribed 21 characters" },
  says: {
    zh: "项目编码不是规定的 21 位格式（现为 {length:number} 位）",
    en: "The project code does not have the prescribed 21 characters (it has {length:number})",
  },
  todo: {
    zh: "应为 8 位数字加 13 位数字或大写字母；请与预算系统核对，留意是否丢了开头的 0。",
    en: "It should be 8 digits followed by 13 digits or capital letters; compare it with the budget system, and check for lost leading zeros.",
  },
  project({ code }) {
    if (code === undefined || prescribed.test(code.text) || isMangledCode(code.text)) return;
    return { at: code, args: { length: [...code.text].length } };
  },
});

/** The original code is never guessed. */
export const codeMangled = rule("code-mangled", {
  number: 1,
  severity: "warning",
  about: {
    zh: "项目编码被 Excel 变成科学计数法",
    en: "a project code that Excel has turned into a power of ten",
  },
  says: {
    zh: "项目编码被 Excel 变成了科学计数法，原编码已经丢失",
    en: "Excel has converted the project code to scientific notation; the original code is lost",
  },
  todo: {
    zh: "请从预算系统重新导出，并在 Excel 中把该列设为“文本”后再保存。",
    en: "Export it again, and set the column to Text in Excel before saving.",
  },
  project: ({ code }) => (code && isMangledCode(code.text) ? { at: code, args: {} } : undefined),
});
