/** What the page says itself, in both languages. */
import type { ReviewHead, ReviewSeverity } from "../pipeline/write/review/page-data.ts";

const zh = {
  findings: "问题",
  contents: "目录",
  details: "单元格",
  page: "页",
  pageOf: (number: string) => `第${number}页`,
  unnumbered: (place: number, blank: boolean) => `第${place}张${blank ? "（空白）" : ""}`,
  of: (count: number) => `共${count}页`,
  wider: "放大",
  narrower: "缩小",
  next: "下一条（n）",
  previous: "上一条（p）",
  close: "关闭",
  severity: { failure: "失败", error: "错误", warning: "警告", info: "提示" },
  rule: "规则",
  unit: "单位",
  project: "项目",
  all: "全部",
  counted: (shown: number, all: number) => (shown === all ? `${all}条` : `${shown}条，共${all}条`),
  none: "没有问题。",
  noneShown: "没有符合条件的问题。",
  noPages: "报告没有生成，先改正下列问题。",
  todo: "建议",
  data: "数据",
  printed: "印出",
  noFinding: "这一格没有问题。",
  pages: "各页",
};

export type Words = Omit<typeof zh, "severity"> & {
  readonly severity: Readonly<Record<ReviewSeverity, string>>;
};

const en: Words = {
  findings: "Findings",
  contents: "Contents",
  details: "Cell",
  page: "Page",
  pageOf: (number) => `Page ${number}`,
  unnumbered: (place, blank) => `Sheet ${place}${blank ? " (blank)" : ""}`,
  of: (count) => `of ${count}`,
  wider: "Larger",
  narrower: "Smaller",
  next: "Next (n)",
  previous: "Previous (p)",
  close: "Close",
  severity: { failure: "Failure", error: "Error", warning: "Warning", info: "Note" },
  rule: "Rule",
  unit: "Unit",
  project: "Project",
  all: "All",
  counted: (shown, all) => (shown === all ? `${all}` : `${shown} of ${all}`),
  none: "Nothing was found.",
  noneShown: "No finding is like that.",
  noPages: "No report was made: mend what follows first.",
  todo: "To do",
  data: "Data",
  printed: "Printed",
  noFinding: "Nothing was found in this cell.",
  pages: "Pages",
};

export function wordsIn(language: ReviewHead["language"]): Words {
  return language === "zh" ? zh : en;
}
