/** What must not be published: a text with a security marking, or a project whose own cells say so. */
import { markingIn, saysNotPublic } from "../disclosure.ts";
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
    const found = markingIn(text.text);
    return found === undefined ? undefined : { at: text, part: found, args: { marking: found } };
  },
});

export const markedNotPublic = rule("marked-not-public", {
  number: 37,
  severity: "warning",
  ofUnprinted: true,
  about: { zh: "项目标明“不公开”", en: "a project marked not to be published" },
  says: { zh: "这一项标明不公开", en: "Marked as not for publication" },
  todo: { zh: "请确认它不进入公开的文本。", en: "Make sure that it is left out of the published text." },
  text: (text) => (saysNotPublic(text.text) ? { at: text, args: {} } : undefined),
});
