/** A change list → lines for a screen: the text before in red, the text after in green. */
import { type OutlineItem, outlineChanges } from "../compare/index.ts";
import type { Changes } from "../contracts/index.ts";
import type { Language } from "../diagnostics/index.ts";
import { alignTable, type Colour, type Paint, printable } from "./terminal.ts";

const colours: Readonly<Record<"before" | "after", Colour>> = { before: "red", after: "green" };

export function changeLines(
  changes: Changes,
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): readonly string[] {
  const { title, summary, totals, sections } = outlineChanges(changes, language);
  const columns = totals.head.map((name, at) => ({
    title: printable(name),
    align: at === 0 ? ("start" as const) : ("end" as const),
  }));
  return [
    paint("bold", printable(title)),
    printable(summary),
    "",
    ...alignTable(columns, totals.rows),
    ...sections.flatMap((section) => [
      "",
      paint("bold", printable(section.title)),
      ...section.items.flatMap((item) => itemLines(item, { paint, indent: "  " })),
    ]),
  ];
}

function itemLines(
  { spans, items }: OutlineItem,
  { paint, indent }: { readonly paint: Paint; readonly indent: string },
): readonly string[] {
  const text = spans.map((span) => {
    const shown = printable(span.text);
    return span.mark === undefined ? shown : paint(colours[span.mark], shown);
  });
  return [
    indent + text.join(""),
    ...items.flatMap((item) => itemLines(item, { paint, indent: `${indent}  ` })),
  ];
}
