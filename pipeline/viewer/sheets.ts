/** All sheets, one below the other: each is drawn when it comes near the screen and let go when it is far. */
import type { ChangeData, FindingData, MarkData } from "../write/review/index.ts";
import { type Box, drawSheet, joinedKey, rowKey, valueKey } from "./draw-sheet.ts";
import { html, shown } from "./element.ts";
import { worstFirst } from "./finding-list.ts";
import type { ReviewFile } from "./read-file.ts";
import type { Hit } from "./search.ts";
import { placeOfSheet, type SheetPlace, sheetAt } from "./sheet-place.ts";
import type { Words } from "./words.ts";

export type Sheets = {
  readonly element: HTMLElement;
  /** To a sheet, or to the box on it that prints a value, which is chosen then. */
  readonly go: (sheet: number, key?: string) => Box | undefined;
  /** To a text, which alone is shown as found. */
  readonly find: (hit: Hit | undefined) => void;
  readonly chooseNone: () => void;
  /** Which findings are marked on them. */
  readonly mark: (findings: readonly FindingData[]) => void;
  /** Whether what changed since the edition before is shown. */
  readonly compare: (on: boolean) => void;
  readonly zoom: (by: number) => void;
  /** The one at the top of the screen. */
  readonly current: () => number;
  readonly drawAll: () => void;
  /** What a view of other pages needs to go on from here. */
  readonly keep: () => KeptSheets;
  /** Goes on from there, once it is on the screen; the box that was chosen, if it is still there. */
  readonly restore: (kept: KeptSheets) => ChosenBox | undefined;
  /** And lets go what is far from the screen. */
  readonly drawNear: () => void;
};

export type ChosenBox = {
  readonly box: Box;
  readonly sheet: number;
  readonly findings: readonly FindingData[];
  /** None while they are not shown. */
  readonly changes: readonly ChangeData[];
};

export type KeptSheets = {
  readonly top: SheetPlace;
  /** px of that sheet that are above the screen. */
  readonly above: number;
  readonly left: number;
  readonly zoom: number;
  readonly chosen?: { readonly place: SheetPlace; readonly key: string; readonly isOwn: boolean } | undefined;
};

export type SheetsOptions = {
  readonly words: Words;
  readonly choose: (chosen: ChosenBox) => void;
  readonly turned: () => void;
};

/** Sheets above and below the screen that are drawn already, in heights of the screen. */
const ahead = "100%";
/** Pixels a point: at 1 a sheet is as large as on a screen of 72 dots an inch. */
const zooms = [0.5, 0.65, 0.8, 1, 1.2, 1.5, 2, 3];

type Marked = { readonly marks: readonly MarkData[] };
/** Findings or changes by sheet, each with the key of the value that it is on. */
type OnSheets<One> = ReadonlyMap<number, readonly { readonly one: One; readonly key: string }[]>;

function onSheets<One extends Marked>(all: readonly One[]): OnSheets<One> {
  const placed = new Map<number, { readonly one: One; readonly key: string }[]>();
  for (const one of all)
    for (const [sheet, path, project] of one.marks) {
      const marked = { one, key: valueKey(path, project) };
      const known = placed.get(sheet);
      if (known === undefined) placed.set(sheet, [marked]);
      else known.push(marked);
    }
  return placed;
}

export function openSheets(file: ReviewFile, { words, choose, turned }: SheetsOptions): Sheets {
  const { sheets = [], geometries = [], headings = [], watermark } = file.head.pages ?? {};
  const element = html("main", { tabindex: -1, "aria-label": words.pages });
  const drawn = new Map<number, readonly Box[]>();
  let marks: OnSheets<FindingData> = new Map();
  const changes = onSheets(file.head.changes);
  let comparing = false;
  let found: Hit | undefined;
  let picked: Hit | undefined;
  let zoom = zooms.indexOf(1.2);
  const frames = sheets.map(({ number, blank, geometry }, index) => {
    const label = number === undefined ? words.unnumbered(index + 1, blank === true) : words.pageOf(number);
    const { width = 0, height = 0 } = geometries[geometry] ?? {};
    const kind = width > height ? "sheet wide" : "sheet";
    const frame = html("section", { class: kind, "data-sheet": index, "aria-label": label });
    frame.style.setProperty("--width", String(width / 100));
    frame.style.setProperty("--height", String(height / 100));
    return frame;
  });
  element.append(...frames);

  const size = () => element.style.setProperty("--zoom", String(zooms[zoom]));
  const draw = (index: number): readonly Box[] => {
    const known = drawn.get(index);
    if (known !== undefined) return known;
    const [sheet, frame] = [sheets[index], frames[index]];
    const geometry = geometries[sheet?.geometry ?? 0];
    if (sheet === undefined || frame === undefined || geometry === undefined) return [];
    const { drawing, boxes } = drawSheet(sheet, file.sheet(index), { geometry, watermark });
    frame.replaceChildren(drawing, html("ol", { class: "notes" }));
    drawn.set(index, boxes);
    for (const box of boxes.filter(({ values }) => values.length > 0)) {
      box.element.classList.add("box");
      box.element.setAttribute("tabindex", "-1");
      box.element.setAttribute("role", "button");
    }
    if (index === found?.sheet) boxes[found.text]?.element.classList.add("found");
    if (index === picked?.sheet) boxes[picked.text]?.element.classList.add("chosen");
    markSheet(index);
    return boxes;
  };
  const letGo = (index: number) => {
    drawn.delete(index);
    frames[index]?.replaceChildren();
  };

  const boxAt = (target: EventTarget | null): { readonly index: number; readonly box: Box } | undefined => {
    const of = target instanceof Element ? target.closest<SVGGElement>(".box") : null;
    const index = Number(of?.closest<HTMLElement>(".sheet")?.dataset.sheet ?? -1);
    const box = drawn.get(index)?.find((one) => one.element === of);
    return box && { index, box };
  };
  const chooseAt = (target: EventTarget | null): boolean => {
    const at = boxAt(target);
    if (at === undefined) return false;
    const { index, box } = at;
    focusBox(index, box);
    choose(chosen(index, box));
    return true;
  };
  const onClick = (event: Event) => {
    // Who marks a text does not ask for its cell.
    if (getSelection()?.isCollapsed === false) return;
    chooseAt(event.target);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    if (chooseAt(event.target)) event.preventDefault();
  };
  const chooseNone = () => {
    picked = undefined;
    for (const one of element.querySelectorAll(".box.chosen")) one.classList.remove("chosen");
  };
  const focusBox = (index: number, box: Box) => {
    chooseNone();
    picked = { sheet: index, text: drawn.get(index)?.indexOf(box) ?? -1 };
    box.element.classList.add("chosen");
    box.element.focus({ preventScroll: true });
  };

  const boxOf = (boxes: readonly Box[], key: string): Box | undefined =>
    boxes.find(({ values }) => values.includes(key)) ??
    boxes.find(({ values }) => values.includes(joinedKey(key))) ??
    boxes.find(({ values }) => values.some((value) => rowKey(value) === rowKey(key)));
  const inBox = <One>(placed: OnSheets<One>, index: number, box: Box): readonly One[] => {
    const boxes = drawn.get(index) ?? [];
    return (placed.get(index) ?? []).filter(({ key }) => boxOf(boxes, key) === box).map(({ one }) => one);
  };
  const chosen = (index: number, box: Box): ChosenBox => ({
    box,
    sheet: index,
    findings: inBox(marks, index, box),
    changes: comparing ? inBox(changes, index, box) : [],
  });
  /** Boxes by the worst of their findings, and a note for each finding beside the sheet. */
  const markSheet = (index: number) => {
    const boxes = drawn.get(index) ?? [];
    const notes = frames[index]?.querySelector(".notes");
    for (const { element: box } of boxes) delete box.dataset.severity;
    for (const { key } of changes.get(index) ?? []) boxOf(boxes, key)?.element.classList.add("changed");
    const placed = (marks.get(index) ?? []).flatMap(({ one: finding, key }) => {
      const box = boxOf(boxes, key);
      return box === undefined ? [] : [{ finding, box }];
    });
    for (const { finding, box } of placed) {
      const { dataset } = box.element;
      dataset.severity = worstFirst.find((one) => one === finding.severity || one === dataset.severity);
    }
    const { height = 1 } = geometries[sheets[index]?.geometry ?? 0] ?? {};
    let below = 0;
    const noted = new Set<FindingData>();
    const written = placed
      .toSorted((one, other) => one.box.y - other.box.y)
      .flatMap(({ finding, box }) => {
        // One that is on many cells of the sheet is told at the first of them.
        if (noted.has(finding)) return [];
        noted.add(finding);
        const note = html("button", { type: "button" }, shown(finding.says));
        note.addEventListener("click", () => {
          focusBox(index, box);
          choose(chosen(index, box));
        });
        const item = html("li", { class: "note", "data-severity": finding.severity }, note);
        // Each at its cell, or below the one before it.
        const top = Math.max((100 * box.y) / height, below);
        below = top + noteHeight;
        item.style.top = `${top}%`;
        return item;
      });
    notes?.replaceChildren(...written);
  };

  const scrollTo = (index: number, box: Box | undefined) => {
    const frame = frames[index];
    if (frame === undefined) return;
    const { height = 1 } = geometries[sheets[index]?.geometry ?? 0] ?? {};
    const within = box === undefined ? 0 : (frame.offsetHeight * box.y) / height - element.clientHeight / 3;
    element.scrollTop = frame.offsetTop + within - margin;
  };

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const index = Number(target instanceof HTMLElement ? target.dataset.sheet : -1);
        if (isIntersecting) draw(index);
        else letGo(index);
      }
    },
    { root: element, rootMargin: `${ahead} 0px` },
  );
  /** One that is observed anew is told of every sheet, near or far. */
  const drawNear = () => {
    observer.disconnect();
    for (const frame of frames) observer.observe(frame);
  };
  size();
  drawNear();
  const current = () => {
    const at = element.scrollTop + element.clientHeight / 3;
    const after = frames.findIndex((frame) => frame.offsetTop + frame.offsetHeight > at);
    return after < 0 ? frames.length - 1 : after;
  };
  /** px of the screen above a sheet; offsets would be rounded. */
  const topOf = (index: number): number => {
    const { top = 0 } = frames[index]?.getBoundingClientRect() ?? {};
    return top - element.getBoundingClientRect().top;
  };
  element.addEventListener("scroll", () => turned());
  element.addEventListener("click", onClick);
  element.addEventListener("keydown", onKey);
  return {
    element,
    current,
    chooseNone,
    go: (index, key) => {
      const box = key === undefined ? undefined : boxOf(draw(index), key);
      scrollTo(index, box);
      if (box !== undefined) focusBox(index, box);
      return box;
    },
    find: (hit) => {
      element.querySelector(".found")?.classList.remove("found");
      found = hit;
      if (hit === undefined) return;
      const box = draw(hit.sheet)[hit.text];
      box?.element.classList.add("found");
      scrollTo(hit.sheet, box);
    },
    mark: (findings) => {
      marks = onSheets(findings);
      for (const index of drawn.keys()) markSheet(index);
    },
    compare: (on) => {
      comparing = on;
      element.classList.toggle("comparing", on);
    },
    zoom: (by) => {
      const index = current();
      zoom = Math.min(Math.max(zoom + by, 0), zooms.length - 1);
      size();
      element.scrollTop = (frames[index]?.offsetTop ?? 0) - margin;
    },
    keep: () => {
      const first = frames.findIndex((frame) => frame.offsetTop + frame.offsetHeight > element.scrollTop);
      const index = Math.max(first, 0);
      const above = -topOf(index);
      const kept = { top: placeOfSheet(index, headings), above, left: element.scrollLeft, zoom };
      if (picked === undefined) return kept;
      const key = drawn.get(picked.sheet)?.[picked.text]?.values[0];
      if (key === undefined) return kept;
      const isOwn = projectIn(key) === file.sheet(picked.sheet)?.project;
      return { ...kept, chosen: { place: placeOfSheet(picked.sheet, headings), key, isOwn } };
    },
    restore: ({ top, above, left, zoom: kept, chosen: before }) => {
      zoom = kept;
      size();
      const index = sheetAt(top, headings, frames.length);
      element.scrollTop += topOf(index) + above;
      element.scrollLeft = left;
      for (let near = index; near < index + 3; near += 1) draw(near);
      if (before === undefined) return undefined;
      const { place, key, isOwn } = before;
      const at = sheetAt(place, headings, frames.length);
      // What was added above it may have pushed it to the next sheet.
      for (const near of [at, at + 1, at - 1]) {
        const own = isOwn ? `${file.sheet(near)?.project ?? ""} ${pathIn(key)}` : key;
        const box = draw(near).find(({ values }) => values.includes(own));
        if (box === undefined) continue;
        focusBox(near, box);
        return chosen(near, box);
      }
      return undefined;
    },
    drawAll: () => {
      for (const index of frames.keys()) draw(index);
    },
    drawNear,
  };
}

function projectIn(key: string): number | undefined {
  return Number(key.slice(0, key.indexOf(" "))) || undefined;
}

function pathIn(key: string): string {
  return key.slice(key.indexOf(" ") + 1);
}

/** px above a sheet that was gone to. */
const margin = 12;
/** Of two lines, in hundredths of a sheet's height. */
const noteHeight = 4.6;
