/** A project code that is not 8 digits and 13 digits or capitals. */
import { isMangledCode } from "../../records/index.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

const prescribed = /^\d{8}[0-9A-Z]{13}$/u;

export const codeMalformed: Rule<"code-malformed"> = {
  about: { zh: "项目编码不是 21 位", en: "a project code that does not have the prescribed 21 characters" },
  *check({ department }) {
    for (const project of department.projects) {
      const code = project.code;
      if (code === undefined || prescribed.test(code.text) || isMangledCode(code.text)) continue;
      yield {
        at: code.at,
        subject: subjectOf(project),
        found: code.text,
        args: { length: [...code.text].length },
      };
    }
  },
};
