/** Pages and findings → the panels that show them, put together, and what leads from one to the other. */
import type { ChangeData, FindingData } from "../write/review/index.ts";
import { changeDetails, changeList } from "./change-list.ts";
import { contentsList } from "./contents.ts";
import { findingDetails, findingsDetails, printedDetails } from "./details.ts";
import { valueKey } from "./draw-sheet.ts";
import { html, shown } from "./element.ts";
import { type KeptList, openFindingList } from "./finding-list.ts";
import type { ReviewFile } from "./read-file.ts";
import { openSearch } from "./search.ts";
import { type ChosenBox, type KeptSheets, openSheets } from "./sheets.ts";
import { wordsFor } from "./words.ts";

export type View = {
  /** Bar, findings, sheets and details. */
  readonly elements: readonly HTMLElement[];
  /** When they are in the document: what was kept of a view of an earlier state goes on in this one. */
  readonly start: (kept?: KeptView) => void;
  readonly keep: () => KeptView;
  readonly goTo: (finding: FindingData) => void;
};

export type KeptView = {
  readonly sheets: KeptSheets;
  readonly list: KeptList;
  readonly text: string;
  readonly comparing: boolean;
  /** The finding that was gone to last. */
  readonly finding: FindingData | undefined;
  readonly details: "finding" | "box" | undefined;
  /** Names of the lists that are open. */
  readonly open: readonly string[];
  /** What a screen reader calls the element that has the focus. */
  readonly focused: string | undefined;
};

export type ViewOptions = {
  /** Ends what the view listens to outside its elements. */
  readonly signal?: AbortSignal;
  readonly kept?: KeptView | undefined;
};

/** The fonts of the file must have been added. */
export function openView(file: ReviewFile, { signal, kept }: ViewOptions = {}): View {
  const { head } = file;
  const words = wordsFor(head);
  const title = shown(head.title);
  document.title = title;
  const { sheets: pages = [], headings = [] } = head.pages ?? {};
  const numberOf = (sheet: number) => {
    const { number } = pages[sheet] ?? {};
    return number === undefined ? "" : words.pageOf(number);
  };
  let current: FindingData | undefined;
  const details = html("aside", { "aria-label": words.details, class: "details" });
  let detailsOf: KeptView["details"];
  const showDetails = (content: readonly Node[], of: KeptView["details"]) => {
    detailsOf = of;
    const close = html("button", { type: "button", class: "close", "aria-label": words.close }, "×");
    close.addEventListener("click", () => closeDetails());
    details.replaceChildren(close, ...content);
  };
  const closeDetails = () => {
    detailsOf = undefined;
    details.replaceChildren();
    sheets.chooseNone();
  };
  const choose = ({ box, findings, changes }: ChosenBox) =>
    showDetails(
      [
        ...changes.map((change) => changeDetails(change, words)),
        ...printedDetails(box, file, words),
        ...findingsDetails(findings, words),
      ],
      "box",
    );
  const sheets = openSheets(file, { words, choose, turned: () => showPlace() });
  const list = openFindingList(file.findings, {
    words,
    numberOf,
    choose: (finding) => goTo(finding),
    changed: () => sheets.mark(list.wanted()),
    kept: kept?.list,
  });
  const showMarked = ({ marks: [mark] }: Pick<FindingData, "marks">, about: Node) => {
    sheets.chooseNone();
    const box = mark && sheets.go(mark[0], valueKey(mark[1], mark[2]));
    showDetails([about, ...(box ? printedDetails(box, file, words) : [])], "finding");
  };
  const goTo = (finding: FindingData) => {
    current = finding;
    showMarked(finding, findingDetails(finding, words));
    // The details may have taken of the list's height.
    list.point(finding);
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
  const goToPlace = () => {
    const index = pages.findIndex(({ number }) => number === place.value.trim());
    if (index >= 0) sheets.go(index);
  };
  place.addEventListener("change", goToPlace);
  // Nothing has changed for who wants to go back to the beginning of the page that it says.
  place.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") goToPlace();
  });
  const button = (label: string, sign: string, act: () => void) => {
    const one = html("button", { type: "button", title: label, "aria-label": label }, sign);
    one.addEventListener("click", act);
    return one;
  };
  const search = openSearch(file, { words, go: sheets.find, text: kept?.text });
  // No link: an address with a hash leads to a heading.
  const skip = html("button", { type: "button", class: "skip" }, words.skip);
  skip.addEventListener("click", () => sheets.element.focus({ preventScroll: true }));
  const bar = html(
    "header",
    {},
    skip,
    html("h1", {}, title),
    html("span", { class: "place" }, place, ` ${words.of(pages.length)}`),
    ...(isCompared ? [compare] : []),
    search.element,
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
    ...(isCompared
      ? [html("details", { class: "changed" }, html("summary", {}, compare.textContent), changes)]
      : []),
    html(
      "details",
      { class: "headings" },
      html("summary", {}, words.contents),
      contentsList(headings, numberOf),
    ),
  );
  if (head.pages === undefined) sheets.element.append(html("p", { class: "no-pages" }, words.noPages));

  const follow = () => {
    const id = location.hash.slice(1);
    const heading = headings.find((one) => one.id === id);
    if (heading !== undefined) sheets.go(heading.sheet);
  };
  const outside = signal === undefined ? {} : { signal };
  addEventListener("hashchange", follow, outside);
  // Led to once more, a heading is no other hash.
  const followAgain = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link !== null && link.getAttribute("href") === location.hash) follow();
  };
  document.body.addEventListener("click", followAgain, outside);
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Escape") closeDetails();
    else return;
    event.preventDefault();
  };
  addEventListener("keydown", onKey, outside);
  addEventListener("beforeprint", () => sheets.drawAll(), outside);
  addEventListener("afterprint", () => sheets.drawNear(), outside);

  const folds = [...panel.querySelectorAll("details")];
  const nameOf = (fold: HTMLElement) => fold.className;
  const goOn = (before: KeptView) => {
    for (const fold of folds) fold.open = before.open.includes(nameOf(fold));
    showChanges(isCompared && before.comparing);
    current = before.finding && sameAs(before.finding, file.findings);
    if (current !== undefined) list.point(current);
    list.restore(before.list);
    const chosen = sheets.restore(before.sheets);
    if (before.details === "box" && chosen !== undefined) choose(chosen);
    if (before.details === "finding" && current !== undefined) {
      const box = chosen === undefined ? [] : printedDetails(chosen.box, file, words);
      showDetails([findingDetails(current, words), ...box], "finding");
    }
    const controls = bar.querySelectorAll<HTMLElement>("input, button");
    const focused = [...controls].find((one) => one.ariaLabel === before.focused);
    focused?.focus({ preventScroll: true });
  };
  return {
    elements: [bar, panel, sheets.element, details],
    start: (before) => {
      sheets.mark(list.wanted());
      if (before === undefined) follow();
      else goOn(before);
      showPlace();
    },
    keep: () => ({
      sheets: sheets.keep(),
      list: list.keep(),
      text: search.text(),
      comparing: compare.getAttribute("aria-pressed") === "true",
      finding: current,
      details: detailsOf,
      open: folds.filter((fold) => fold.open).map(nameOf),
      focused: document.activeElement?.ariaLabel ?? undefined,
    }),
    goTo,
  };
}

/** The finding that says the same, or else the same of the same place: an edit may have changed what it quotes. */
function sameAs(
  { code, says, place, project }: FindingData,
  findings: readonly FindingData[],
): FindingData | undefined {
  const alike = findings.filter((one) => one.code === code && one.place === place);
  return (
    alike.find((one) => one.says === says) ??
    alike[0] ??
    findings.find((one) => one.code === code && one.says === says && one.project === project)
  );
}

/** Letters are for what has the focus. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== "checkbox")
  );
}
