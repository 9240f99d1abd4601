/** The page of review: its panels put together, and what leads from one to the other. */
import type { ChangeData, FindingData } from "../write/review/index.ts";
import { changeDetails, changeList } from "./change-list.ts";
import { contentsList } from "./contents.ts";
import { findingDetails, findingsDetails, printedDetails } from "./details.ts";
import { valueKey } from "./draw-sheet.ts";
import { html } from "./element.ts";
import { openFindingList } from "./finding-list.ts";
import { addFonts } from "./fonts.ts";
import { readFile } from "./read-file.ts";
import { openSearch } from "./search.ts";
import { openSheets } from "./sheets.ts";
import { wordsIn } from "./words.ts";

async function open(base64: string): Promise<void> {
  const file = readFile(base64);
  const { head } = file;
  const words = wordsIn(head.language);
  document.title = head.title;
  await addFonts(file);
  const { sheets: pages = [], headings = [] } = head.pages ?? {};
  const numberOf = (sheet: number) => {
    const { number } = pages[sheet] ?? {};
    return number === undefined ? "" : words.pageOf(number);
  };
  let current: FindingData | undefined;
  const details = html("aside", { "aria-label": words.details, class: "details" });
  const showDetails = (content: readonly Node[]) => {
    const close = html("button", { type: "button", class: "close", "aria-label": words.close }, "×");
    close.addEventListener("click", () => closeDetails());
    details.replaceChildren(close, ...content);
  };
  const closeDetails = () => {
    details.replaceChildren();
    sheets.chooseNone();
  };
  const sheets = openSheets(file, {
    words,
    choose: ({ box, findings, changes }) =>
      showDetails([
        ...changes.map((change) => changeDetails(change, words)),
        ...printedDetails(box, file, words),
        ...findingsDetails(findings, words),
      ]),
    turned: () => showPlace(),
  });
  const list = openFindingList(head.findings, {
    words,
    numberOf,
    choose: (finding) => goTo(finding),
    changed: () => sheets.mark(list.wanted()),
  });
  const showMarked = ({ marks: [mark] }: Pick<FindingData, "marks">, about: Node) => {
    sheets.chooseNone();
    const box = mark && sheets.go(mark[0], valueKey(mark[1], mark[2]));
    showDetails([about, ...(box ? printedDetails(box, file, words) : [])]);
  };
  const goTo = (finding: FindingData) => {
    current = finding;
    list.point(finding);
    showMarked(finding, findingDetails(finding, words));
  };
  const step = (by: 1 | -1) => {
    const wanted = list.wanted();
    const at = current === undefined ? -1 : wanted.indexOf(current);
    const next = at < 0 && by < 0 ? wanted.length - 1 : at + by;
    const finding = wanted[(next + wanted.length) % wanted.length];
    if (finding !== undefined) goTo(finding);
  };

  const compare = html("button", { type: "button", class: "toggle", "aria-pressed": "false" });
  compare.textContent = words.showChanges(head.changes.length);
  const showChanges = (on: boolean) => {
    sheets.compare(on);
    compare.setAttribute("aria-pressed", String(on));
  };
  compare.addEventListener("click", () => showChanges(compare.getAttribute("aria-pressed") === "false"));
  const goToChange = (change: ChangeData) => {
    showChanges(true);
    showMarked(change, changeDetails(change, words));
  };
  const isCompared = head.changes.length > 0;

  const place = html("input", { type: "text", size: 4, "aria-label": words.page });
  const showPlace = () => {
    if (document.activeElement !== place) place.value = pages[sheets.current()]?.number ?? "";
  };
  place.addEventListener("change", () => {
    const index = pages.findIndex(({ number }) => number === place.value.trim());
    if (index >= 0) sheets.go(index);
  });
  const button = (label: string, sign: string, act: () => void) => {
    const one = html("button", { type: "button", title: label, "aria-label": label }, sign);
    one.addEventListener("click", act);
    return one;
  };
  const bar = html(
    "header",
    {},
    html("h1", {}, head.title),
    html("span", { class: "place" }, place, ` ${words.of(pages.length)}`),
    ...(isCompared ? [compare] : []),
    openSearch(file, words, sheets.find),
    button(words.narrower, "−", () => sheets.zoom(-1)),
    button(words.wider, "+", () => sheets.zoom(1)),
    button(words.previous, "↑", () => step(-1)),
    button(words.next, "↓", () => step(1)),
  );
  const changes = changeList(head.changes, { words, numberOf, choose: goToChange });
  const panel = html(
    "nav",
    { class: "panel", "aria-label": words.findings },
    html("h2", {}, words.findings),
    list.element,
    ...(isCompared ? [html("details", {}, html("summary", {}, compare.textContent), changes)] : []),
    html("details", {}, html("summary", {}, words.contents), contentsList(headings, numberOf)),
  );
  if (head.pages === undefined) sheets.element.append(html("p", { class: "no-pages" }, words.noPages));
  document.body.append(bar, panel, sheets.element, details);
  sheets.mark(list.wanted());
  showPlace();

  const follow = () => {
    const id = location.hash.slice(1);
    const heading = headings.find((one) => one.id === id);
    if (heading !== undefined) sheets.go(heading.sheet);
  };
  addEventListener("hashchange", follow);
  // Led to once more, a heading is no other hash.
  document.body.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link !== null && link.getAttribute("href") === location.hash) follow();
  });
  follow();
  addEventListener("keydown", (event) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Escape") closeDetails();
    else return;
    event.preventDefault();
  });
  addEventListener("beforeprint", () => sheets.drawAll());
  addEventListener("afterprint", () => sheets.drawNear());
  document.documentElement.dataset.ready = "";
}

/** Letters are for what has the focus. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== "checkbox")
  );
}

void open(document.getElementById("data")?.textContent ?? "");
