/** Departments → a page that links to the draft of each. */
import type { Language } from "../diagnostics/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import { element, escapeHtml } from "../write/tags/index.ts";

const words = {
  zh: { title: "预览", about: "选一个部门。改动保存后，它的页面自己更新。" },
  en: { title: "Preview", about: "Choose a department. Its page follows what you save." },
};

export function writeListPage(
  departments: readonly Pick<DepartmentFolder, "folder" | "output">[],
  language: Language,
): string {
  const { title, about } = words[language];
  const links = departments.map(({ folder, output }) =>
    element("li", {}, element("a", { href: `${encodeURIComponent(output)}/` }, escapeHtml(folder))),
  );
  return [
    "<!DOCTYPE html>",
    `<html lang="${language === "zh" ? "zh-CN" : "en"}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title>`,
    "<body>",
    `<h1>${title}</h1>`,
    `<p>${about}</p>`,
    `<ul>${links.join("\n")}</ul>`,
    "</body>",
    "</html>\n",
  ].join("\n");
}
