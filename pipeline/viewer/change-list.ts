/** Changes since the edition before → a list of them below the pages that they are on. */
import type { ChangeData } from "../write/review/index.ts";
import { html, shown } from "./element.ts";
import type { Words } from "./words.ts";

export type ChangeListOptions = {
  readonly words: Words;
  readonly numberOf: (sheet: number) => string;
  readonly choose: (change: ChangeData) => void;
};

export function changeList(
  changes: readonly ChangeData[],
  { words, numberOf, choose }: ChangeListOptions,
): HTMLElement {
  const bySheet = new Map<number, ChangeData[]>();
  for (const change of changes) {
    const sheet = change.marks[0]?.[0] ?? Number.POSITIVE_INFINITY;
    const known = bySheet.get(sheet);
    if (known === undefined) bySheet.set(sheet, [change]);
    else known.push(change);
  }
  const sheets = [...bySheet].toSorted(([one], [other]) => one - other);
  const items = sheets.map(([sheet, some]) => {
    const page = sheet === Number.POSITIVE_INFINITY ? words.noPlace : numberOf(sheet) || words.pages;
    const list = some.map((change) => {
      const { what, project, before, after } = change;
      const button = html(
        "button",
        { type: "button" },
        html(
          "span",
          { class: "about" },
          shown([what, project].filter((word) => word !== undefined).join(" · ")),
        ),
        html(
          "span",
          { class: "says" },
          `${shown(before ?? words.nothing)} → ${shown(after ?? words.nothing)}`,
        ),
      );
      button.addEventListener("click", () => choose(change));
      return html("li", {}, button);
    });
    return html("li", {}, html("strong", {}, page), html("ol", {}, ...list));
  });
  return html("ol", { class: "changes" }, ...items);
}

export function changeDetails({ what, before, after }: ChangeData, words: Words): HTMLElement {
  return html(
    "section",
    { class: "change" },
    html("h3", {}, words.titled(words.changes, shown(what))),
    html(
      "dl",
      {},
      html("dt", {}, words.before),
      html("dd", {}, html("del", {}, shown(before ?? words.nothing))),
      html("dt", {}, words.now),
      html("dd", {}, html("ins", {}, shown(after ?? words.nothing))),
    ),
  );
}
