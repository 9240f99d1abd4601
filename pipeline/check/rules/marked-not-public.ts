/** A project whose own cells say that it is not to be published. */
import { eachText } from "../each-text.ts";
import type { Rule } from "../rule.ts";

export const markedNotPublic: Rule<"marked-not-public"> = {
  about: { zh: "项目标明“不公开”", en: "a project marked not to be published" },
  *check({ department }) {
    for (const { text, subject } of eachText(department)) {
      if (!marked.test(text.text)) continue;
      yield { at: text.at, ...(subject && { subject }), found: text.text, args: {} };
    }
  },
};

const marked =
  /^(?:不予?公开|不宜公开|涉密不公开|依申请公开|涉密|涉密项目)$|[（(](?:不予?公开|涉密不公开)[）)]/u;
