/** Words that several kinds of lines share; all others are beside the code that prints them. */
import type { ExplainedRule } from "../commands/rules.ts";
import type { Bilingual, Language } from "../diagnostics/index.ts";
import { severityNames } from "../lists/index.ts";

/** Between the items of a list. */
export const comma: Bilingual = { zh: "、", en: ", " };
/** Between a name and what it is. */
export const colon: Bilingual = { zh: "：", en: ": " };

export const stateNames = {
  built: { zh: "完成", en: "built" },
  unchanged: { zh: "未改动", en: "unchanged" },
  checked: { zh: "已检查", en: "checked" },
  failed: { zh: "失败", en: "failed" },
  skipped: { zh: "未处理", en: "skipped" },
  "not-selected": { zh: "未选中", en: "not selected" },
} as const satisfies Record<string, Bilingual>;

export const cancelling: Bilingual = {
  zh: "正在取消，做完手上的部门就停；再按一次立即结束",
  en: "Cancelling after the departments in progress; press again to stop at once",
};

/** A preview is never done otherwise. */
export const ending: Bilingual = { zh: "正在结束预览", en: "Ending the preview" };

export const cancelled: Bilingual = {
  zh: "已取消，未处理的部门没有改动。",
  en: "Cancelled; departments not reached are unchanged.",
};

/** English only: Chinese has no plural. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export function suggestion(name: string): Bilingual {
  return { zh: `是不是想写 ${name}？`, en: `Did you mean ${name}?` };
}

/** Before what to do about a finding. */
export const todoLabel: Bilingual = { zh: "处理", en: "do" };

/** Before why a rule is not run unless it is set. */
export const offBecauseLabel: Bilingual = { zh: "默认关闭的原因", en: "off by default because" };

export const setExpectLabel: Bilingual = { zh: "可设的值", en: "takes" };
export const claimLabel: Bilingual = { zh: "应当成立", en: "must hold" };

/** Of a rule that is new, and an info until it has proved itself. */
export const onTrialNote: Bilingual = { zh: "（试行）", en: " (on trial)" };

const off: Bilingual = { zh: "关闭", en: "off" };

/** What a rule reports, unless it is set. */
export function ruleSeverity(
  { severity }: Pick<ExplainedRule["rule"], "severity">,
  language: Language,
): string {
  return severity === "off" ? off[language] : severityNames[language][severity];
}

export function inBrackets(text: string, language: Language): string {
  return language === "zh" ? `（${text}）` : ` (${text})`;
}
