/** A project code that Excel has turned into a power of ten; it is never repaired by guess. */
import { isMangledCode } from "../../records/index.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const codeMangled: Rule<"code-mangled"> = {
  about: {
    zh: "项目编码被 Excel 变成科学计数法",
    en: "a project code that Excel has turned into a power of ten",
  },
  *check({ department }) {
    for (const project of department.projects) {
      const code = project.code;
      if (code === undefined || !isMangledCode(code.text)) continue;
      yield { at: code.at, subject: subjectOf(project), found: code.text, args: {} };
    }
  },
};
