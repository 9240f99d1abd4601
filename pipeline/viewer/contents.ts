/** Headings → a list of links to their pages. */
import type { HeadingData } from "../write/review/index.ts";
import { html, shown } from "./element.ts";

export function contentsList(
  headings: readonly HeadingData[],
  numberOf: (sheet: number) => string,
): HTMLElement {
  const entries = headings.map(({ level, id, text, sheet }) => {
    const link = html(
      "a",
      { href: `#${id}` },
      html("span", {}, shown(text)),
      html("span", { class: "number" }, numberOf(sheet)),
    );
    return html("li", { "data-level": level }, link);
  });
  return html("ol", { class: "contents" }, ...entries);
}
