/** Departments → a page that links to the draft of each, and says what is known of those that somebody has opened. */
import { type Language, severities } from "../diagnostics/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import { element, escapeHtml, policyFor } from "../write/tags/index.ts";
import type { DraftSummary } from "./draft.ts";

const words = {
  zh: {
    title: "预览",
    about: "选一个部门。改动保存后，它的页面自己更新；本页在重新打开时更新。",
    columns: ["部门", "状态", "页", "失败", "错误", "警告", "提示"],
    states: { making: "正在生成", shown: "已生成", failed: "不能生成", unopened: "还没有打开" },
    unchecked: "还没有检查",
  },
  en: {
    title: "Preview",
    about: "Choose a department. Its page follows what you save; this page is up to date when it is loaded.",
    columns: ["Department", "State", "Pages", "Failures", "Errors", "Warnings", "Notes"],
    states: { making: "being made", shown: "made", failed: "cannot be made", unopened: "not opened yet" },
    unchecked: "not checked yet",
  },
};

const style = `
:root{color-scheme:light dark}
body{max-width:70rem;margin:0 auto;padding:1rem;font:16px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}
table{border-collapse:collapse;width:100%}
th,td{padding:.3rem .6rem;text-align:left;border-bottom:1px solid #8888;overflow-wrap:anywhere}
.number{text-align:right;white-space:nowrap}
[data-state=failed]{font-weight:bold}
:focus-visible{outline:3px solid;outline-offset:1px}
`;

export type ListedDraft = Pick<DepartmentFolder, "folder" | "output"> & {
  /** Absent of one that nobody has opened. */
  readonly draft: DraftSummary | undefined;
};

/** With the policy that it is to be sent with. */
export function writeListPage(
  drafts: readonly ListedDraft[],
  language: Language,
): { readonly page: string; readonly policy: string } {
  const { title, about, columns } = words[language];
  const header = columns.map((column, index) =>
    element("th", { scope: "col", class: index > 1 ? "number" : undefined }, escapeHtml(column)),
  );
  const rows = drafts.map((one) => rowOf(one, language));
  const page = [
    "<!DOCTYPE html>",
    `<html lang="${language === "zh" ? "zh-CN" : "en"}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title>`,
    `<style>${style}</style>`,
    "<main>",
    `<h1>${title}</h1>`,
    `<p>${about}</p>`,
    element("table", {}, `<thead><tr>${header.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody>`),
    "</main>",
    "</html>\n",
  ].join("\n");
  return { page, policy: `${policyFor({ style })}; frame-ancestors 'none'` };
}

function rowOf({ folder, output, draft }: ListedDraft, language: Language): string {
  const { states, unchecked } = words[language];
  const { state = "unopened", pages, counts } = draft ?? {};
  const number = (text: string) => element("td", { class: "number" }, escapeHtml(text));
  const found =
    counts === undefined
      ? [element("td", { colspan: severities.length, class: "number" }, pages === undefined ? "" : unchecked)]
      : severities.map((severity) => number(String(counts[severity])));
  const link = element(
    "a",
    { href: `${encodeURIComponent(output)}/` },
    element("bdi", {}, escapeHtml(folder)),
  );
  const cells = [
    element("th", { scope: "row" }, link),
    element("td", { "data-state": state }, escapeHtml(states[state])),
    number(pages === undefined ? "" : String(pages)),
    ...found,
  ];
  return element("tr", {}, cells.join(""));
}
