/** What is known of the departments → one HTML file that asks for nothing, whole without its script. */
import { element, escapeHtml, policyFor, voidElement } from "../tags/index.ts";
import { columns, departmentRow, grouped, isNews, reasonList, worstOf } from "./department-row.ts";
import type { Overview, OverviewDepartment } from "./overview-data.ts";
import { overviewStyle } from "./style-sheet.ts";
import { type OverviewWords, overviewWords } from "./words.ts";

/** Equal input gives equal bytes. */
export function writeOverview(overview: Overview): Uint8Array {
  const { language, script } = overview;
  const words = overviewWords(language);
  const head = [
    voidElement("meta", { charset: "utf-8" }),
    voidElement("meta", {
      "http-equiv": "Content-Security-Policy",
      content: policyFor({ script, style: overviewStyle }),
    }),
    voidElement("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    generator,
    element("title", {}, escapeHtml(words.title)),
    `<style>${overviewStyle}</style>`,
  ];
  const body = [
    element("a", { class: "skip", href: "#departments" }, escapeHtml(words.skip)),
    header(overview, words),
    element(
      "main",
      { id: "departments", tabindex: "-1" },
      [filters(words), table(overview, words), problems(overview, words)].join("\n"),
    ),
    `<script>${script}</script>`,
  ];
  return Buffer.from(
    [
      "<!DOCTYPE html>",
      `<html lang="${language === "zh" ? "zh-CN" : "en"}">`,
      element("head", {}, head.join("\n")),
      element("body", {}, body.join("\n")),
      "</html>\n",
    ].join("\n"),
  );
}

/** By which a page is known again as one of ours. */
const generator = voidElement("meta", { name: "generator", content: "huibian" });

/** Whether a page of that name may be replaced. */
export function isOverview(page: string): boolean {
  return page.includes(generator);
}

function header({ at, draft, departments, money, files }: Overview, words: OverviewWords): string {
  const counted = (worst: ReturnType<typeof worstOf>) =>
    departments.filter((one) => worstOf(one) === worst).length;
  const sum = (figure: (one: OverviewDepartment) => number | undefined) =>
    departments.reduce((total, one) => total + (figure(one) ?? 0), 0);
  const figures = [
    [words.departments, departments.length, ""],
    [words.worst.failed, counted("failed"), "failed"],
    [words.worst.error, counted("error"), "error"],
    [words.news, departments.filter(isNews).length, "news"],
    [words.projects, sum(({ projects }) => projects), ""],
    [words.money, money ?? words.nothing, ""],
    [words.pages, sum(({ pages }) => pages), ""],
  ] as const;
  const shown = figures.map(([term, figure, kind]) =>
    element(
      "div",
      { class: kind === "" || figure === 0 ? undefined : kind },
      element("dt", {}, escapeHtml(term)) + element("dd", {}, escapeHtml(grouped(figure))),
    ),
  );
  const all = files.map((name) => element("a", { href: encodeURIComponent(name) }, escapeHtml(name)));
  return element(
    "header",
    {},
    [
      element("h1", {}, escapeHtml(words.title)),
      element(
        "p",
        {},
        escapeHtml(
          `${words.run(at, departments.filter(({ run }) => run !== undefined).length, draft)} · ${words.about}`,
        ),
      ),
      element("dl", {}, shown.join("")),
      ...(all.length === 0
        ? []
        : [element("p", { class: "links" }, [escapeHtml(words.allFiles), ...all].join(" "))]),
    ].join("\n"),
  );
}

function filters(words: OverviewWords): string {
  const option = ([value, text]: readonly [string, string]) => element("option", { value }, escapeHtml(text));
  const select = (label: string, name: string, options: readonly (readonly [string, string])[]) =>
    element("label", {}, `${escapeHtml(label)} ${element("select", { name }, options.map(option).join(""))}`);
  const box = (label: string, name: string) =>
    element("label", {}, `${voidElement("input", { type: "checkbox", name })} ${escapeHtml(label)}`);
  const controls = [
    select(words.show, "worst", [["", words.all], ...Object.entries(words.worst)]),
    box(words.onlyNew, "news"),
    box(words.onlyRun, "run"),
    element(
      "label",
      {},
      `${escapeHtml(words.search)} ${voidElement("input", { type: "search", name: "name" })}`,
    ),
    select(words.sort, "sort", Object.entries(words.sorts)),
    element("output", { name: "count" }, ""),
  ];
  // The script shows them, as without it they would do nothing.
  return element("form", { "aria-label": words.filters, hidden: "" }, controls.join("\n"));
}

function table({ departments }: Overview, words: OverviewWords): string {
  const headers = [words.department, ...columns.map(({ header }) => header(words))];
  const cells = headers.map((text) =>
    element("th", { scope: "col", role: "columnheader" }, escapeHtml(text)),
  );
  const head = element("tr", { role: "row" }, cells.join(""));
  const rows = departments.map((one, index) => departmentRow(one, { words, index }));
  return [
    element(
      "table",
      { role: "table" },
      [
        element("caption", {}, escapeHtml(words.title)),
        element("thead", { role: "rowgroup" }, head),
        element("tbody", { role: "rowgroup" }, `\n${rows.join("\n")}\n`),
      ].join("\n"),
    ),
    element("p", { class: "none", hidden: "" }, escapeHtml(words.none)),
  ].join("\n");
}

function problems({ problems: all }: Overview, words: OverviewWords): string {
  if (all.length === 0) return "";
  return [element("h2", {}, escapeHtml(words.problems)), reasonList(all)].join("\n");
}
