/** Words → the texts on all sheets that have them, whatever their case, width and line ends. */
import { linesText } from "./draw-sheet.ts";
import { html } from "./element.ts";
import type { ReviewFile } from "./read-file.ts";
import type { Words } from "./words.ts";

/** A paragraph or cell, by its place among those of its sheet. */
export type Hit = { readonly sheet: number; readonly text: number };

/** Sheets that are looked through before the page is let react again. */
const sheetsAtATime = 64;

export type SearchField = { readonly element: HTMLElement; readonly text: () => string };

export type SearchFieldOptions = {
  readonly words: Words;
  readonly go: (hit: Hit | undefined) => void;
  /** What stands in its field at the start. */
  readonly text?: string | undefined;
};

export function openSearch(file: ReviewFile, { words, go, text = "" }: SearchFieldOptions): SearchField {
  const input = html("input", {
    type: "search",
    size: 12,
    placeholder: words.search,
    "aria-label": words.search,
  });
  input.value = text;
  const status = html("span", { class: "hits", role: "status" });
  /** Undefined while they are looked for. */
  let hits: readonly Hit[] | undefined = [];
  let at = 0;
  let searched = "";
  const show = () => {
    status.textContent =
      hits === undefined ? words.searching : searched === "" ? "" : words.hits(at + 1, hits.length);
    go(hits?.[at]);
  };
  const search = async (wanted: string) => {
    [searched, hits, at] = [wanted, undefined, 0];
    show();
    const found: Hit[] = [];
    for (let from = 0; from < sheetCount(file); from += sheetsAtATime) {
      for (let sheet = from; sheet < from + sheetsAtATime; sheet += 1)
        found.push(...hitsOn(file, sheet, wanted));
      await new Promise((resolve) => setTimeout(resolve));
      // Other words were asked for meanwhile.
      if (searched !== wanted) return;
    }
    hits = found;
    show();
  };
  const step = (by: number) => {
    if (hits === undefined) return;
    at = (at + by + hits.length) % Math.max(hits.length, 1);
    show();
  };
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const wanted = plain(input.value);
    if (wanted === searched) step(event.shiftKey ? -1 : 1);
    else if (wanted === "") {
      [searched, hits] = ["", []];
      show();
    } else void search(wanted);
  });
  return { element: html("span", { class: "search" }, input, status), text: () => input.value };
}

function sheetCount({ head }: ReviewFile): number {
  return head.pages?.sheets.length ?? 0;
}

function hitsOn(file: ReviewFile, sheet: number, wanted: string): readonly Hit[] {
  const items = file.sheet(sheet)?.items ?? [];
  const texts = items.flatMap((item) =>
    "cells" in item ? item.cells.map(({ lines }) => linesText(lines)) : [linesText(item.lines)],
  );
  return texts.flatMap((text, index) => (plain(text).includes(wanted) ? [{ sheet, text: index }] : []));
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\p{Variation_Selector}]+/gu, "");
}
