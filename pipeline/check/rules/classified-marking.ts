/** A security marking in what will be published. */
import { eachText } from "../each-text.ts";
import type { Rule } from "../rule.ts";

export const classifiedMarking: Rule<"classified-marking"> = {
  about: { zh: "文字中有密级或“内部”标记", en: "a security marking in what will be published" },
  *check({ department }) {
    for (const { text, subject } of eachText(department)) {
      const found = marking.exec(text.text)?.[0];
      if (found !== undefined)
        yield {
          at: text.at,
          ...(subject && { subject }),
          found: text.text,
          part: found,
          args: { marking: found },
        };
    }
  },
};

// 商业秘密 and 保守国家秘密 are prose; a marking stands alone, with its star, in brackets, or behind 密级.
const marking = new RegExp(
  [
    "(?:绝密|机密|秘密)\\s*[★☆]",
    "密级\\s*[：:]\\s*(?:绝密|机密|秘密|内部)",
    "^(?:绝密|机密|秘密|内部资料|内部文件|内部使用)$",
    "[（(【[](?:绝密|机密|秘密|涉密|内部资料|内部文件)[）)】\\]]",
    "内部(?:资料|文件)[，,]?\\s*(?:注意保存|妥善保管|不得外传|请勿外传|严禁外传|请勿公开)",
  ].join("|"),
  "u",
);
