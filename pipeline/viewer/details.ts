/** A chosen cell → what it prints, where each of its values was given and how it was made, and what was found in it. */
import type { FindingData } from "../write/review/index.ts";
import type { Box } from "./draw-sheet.ts";
import { html, shown } from "./element.ts";
import type { ReviewFile } from "./read-file.ts";
import { type GivenPlace, type GivenValue, givenValue, lettersOf, referenceOf } from "./values.ts";
import type { Words } from "./words.ts";

export function printedDetails({ text, values: keys }: Box, file: ReviewFile, words: Words): readonly Node[] {
  const values = keys.flatMap((key) => givenValue(file, key) ?? []);
  const given =
    values.length === 0 ? [html("p", {}, words.notGiven)] : values.map((one) => valueDetails(one, words));
  return [html("dl", {}, ...pair(words.printed, text === "" ? words.nothing : text)), ...given];
}

function valueDetails({ given, place, how, formula, from }: GivenValue, words: Words): HTMLElement {
  const list = html(
    "dl",
    {},
    ...pair(words.given, given ?? words.asGiven),
    ...placeDetails(place, words),
    ...pair(words.made, words.how[how]),
    ...(formula === undefined ? [] : pair(words.formula, formula)),
    ...from.flatMap((one) => pair(referenceOf(one.place), one.given ?? words.asGiven)),
  );
  return html("section", { class: "value" }, list, copyButton(referenceOf(place), words));
}

function placeDetails(
  { file, sheet, column, header, row, pointer, at }: GivenPlace,
  words: Words,
): readonly Node[] {
  const columnName = column === undefined ? undefined : `${lettersOf(column)} ${header ?? ""}`.trim();
  return [
    ...pair(words.file, file),
    ...(sheet === undefined ? [] : pair(words.sheet, sheet)),
    ...pair(pointer === undefined ? words.row : words.line, String(row)),
    ...pair(words.column, columnName ?? `${at ?? ""} ${pointer ?? ""}`.trim()),
  ];
}

function copyButton(text: string, words: Words): HTMLElement {
  const button = html("button", { type: "button", title: text }, words.copy);
  button.addEventListener("click", () => {
    copy(text);
    button.textContent = words.copied;
  });
  return button;
}

/** A page that was opened from a folder may not use the clipboard otherwise in every browser. */
function copy(text: string): void {
  const box = html("textarea", { readonly: "" });
  box.value = text;
  document.body.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
}

export function findingsDetails(findings: readonly FindingData[], words: Words): readonly Node[] {
  if (findings.length === 0) return [html("p", {}, words.noFinding)];
  return findings.map((finding) => findingDetails(finding, words));
}

export function findingDetails(finding: FindingData, words: Words): HTMLElement {
  const { severity, says, todo, place, code, rule, aspect } = finding;
  const named = rule === undefined ? code : words.noted(`${aspect} · ${rule}`, code);
  return html(
    "article",
    { class: "finding", "data-severity": severity },
    html("h3", {}, words.titled(words.severity[severity], shown(says))),
    html("dl", {}, ...pair(words.todo, todo), ...pair(words.data, place), ...pair(words.rule, named)),
  );
}

function pair(term: string, text: string): readonly Node[] {
  return [html("dt", {}, shown(term)), html("dd", {}, shown(text))];
}
