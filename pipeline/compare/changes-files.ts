/** A change list → `changes.json` for programs, and `changes.md`, which reads well as plain text too. */
import type { Changes } from "../contracts/index.ts";
import type { Language } from "../diagnostics/index.ts";
import type { OutlineItem, OutlineTable } from "./outline.ts";
import { outlineChanges } from "./outline-changes.ts";

export function changesJson(changes: Changes): string {
  return `${JSON.stringify(changes, undefined, 2)}\n`;
}

export function changesMarkdown(changes: Changes, { language }: { readonly language: Language }): string {
  const { title, summary, totals, sections } = outlineChanges(changes, language);
  const blocks = [
    `# ${literal(title)}`,
    literal(summary),
    table(totals),
    ...sections.flatMap((section) => [
      `## ${literal(section.title)}`,
      section.items.flatMap((one) => itemLines(one, 0)).join("\n"),
    ]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function table({ head, rows }: OutlineTable): string {
  const row = (cells: readonly string[]) => `| ${cells.map(literal).join(" | ")} |`;
  const rule = `|---|${head
    .slice(1)
    .map(() => "---:|")
    .join("")}`;
  return [row(head), rule, ...rows.map(row)].join("\n");
}

function itemLines({ spans, items }: OutlineItem, depth: number): readonly string[] {
  // No emphasis: beside Chinese punctuation its signs are often not read as such.
  const text = atStart(literal(spans.map((span) => span.text).join("")));
  return [`${"  ".repeat(depth)}- ${text}`, ...items.flatMap((one) => itemLines(one, depth + 1))];
}

/** A line of text that Markdown shows as it is. */
function literal(text: string): string {
  return text
    .trim()
    .replace(/\s*[\r\n]+\s*/gu, " ↵ ")
    .replace(/[\\`*_[\]<>|~$&]/gu, "\\$&");
}

/** What would begin a heading or a list is no such thing at the beginning of an item. */
function atStart(text: string): string {
  return text.replace(/^[#+-]/u, "\\$&").replace(/^(\d+)([.)])(?=\s|$)/u, "$1\\$2");
}
