/** What must not be published: a text with a security marking, or a project whose own cells say so. */
import { rule } from "../rule.ts";

export const classifiedMarking = rule("classified-marking", {
  number: 37,
  severity: "error",
  ofUnprinted: true,
  about: { zh: "文字中有密级或“内部”标记", en: "a security marking in what will be published" },
  says: { zh: "文字中有密级或内部标记“{marking}”", en: "Contains a security marking: “{marking}”" },
  todo: {
    zh: "涉密和内部内容不得公开，请核对。",
    en: "Classified and internal content must not be published: check it.",
  },
  text(text) {
    const found = marking.exec(text.text)?.[0];
    return found === undefined ? undefined : { at: text, part: found, args: { marking: found } };
  },
});

// 商业秘密 and 保守国家秘密 are prose; a marking is alone, with its star, in brackets, or after 密级.
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

export const markedNotPublic = rule("marked-not-public", {
  number: 37,
  severity: "warning",
  ofUnprinted: true,
  about: { zh: "项目标明“不公开”", en: "a project marked not to be published" },
  says: { zh: "这一项标明不公开", en: "Marked as not for publication" },
  todo: { zh: "请确认它不进入公开的文本。", en: "Make sure that it is left out of the published text." },
  text: (text) => (marked.test(text.text) ? { at: text, args: {} } : undefined),
});

const marked =
  /^(?:不予?公开|不宜公开|涉密不公开|依申请公开|涉密|涉密项目)$|[（(](?:不予?公开|涉密不公开)[）)]/u;
