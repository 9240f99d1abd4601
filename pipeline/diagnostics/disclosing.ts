/** Why an edition that may be published is not made. */
import { defineRows } from "./row.ts";

export const disclosing = defineRows({
  "public-leak": {
    severity: "failure",
    says: {
      zh: "公开稿中还有不应公开的 {shown}（{where}），没有发布",
      en: "The edition to be published still says what must not be: {shown} ({where}); nothing was published",
    },
    todo: {
      zh: "请在数据里删去：号码可能分写在两个单元格或两行里，名称可能写在别处。",
      en: "Remove it from the data: a number may stand in two cells or lines, a name in another place.",
    },
  },
  "public-characters-unset": {
    severity: "failure",
    says: {
      zh: "有 {count:number} 个字排不出来，在 PDF 中是 〓，公开稿没有发布",
      en: "Characters that could not be set and are 〓 in the PDF: {count:number}; nothing was published",
    },
    todo: {
      zh: "请用 --fonts 提供含有这些字的字体，或改用规范字形；去掉 --public 可以先出内部稿。",
      en: "Pass a font that has them with --fonts, or use standard forms; without --public the report is published as it is.",
    },
  },
});
