/** Findings, by severity, rule, unit and project → a list of those that are wanted, of which only what is seen is made. */
import type { FindingData, ReviewSeverity } from "../write/review/index.ts";
import { html, shown } from "./element.ts";
import type { Words } from "./words.ts";

export type FindingList = {
  readonly element: HTMLElement;
  /** Those that are wanted, in the order of the pages. */
  readonly wanted: () => readonly FindingData[];
  readonly point: (finding: FindingData) => void;
  /** What a list of other findings needs to go on from here. */
  readonly keep: () => KeptList;
  /** Goes on from there, once it is on the screen. */
  readonly restore: (kept: KeptList) => void;
};

export type KeptList = {
  readonly off: ReadonlySet<ReviewSeverity>;
  readonly narrowed: ReadonlyMap<Aspect, string>;
  readonly top: number;
};

export type FindingListOptions = {
  readonly words: Words;
  readonly numberOf: (sheet: number) => string;
  readonly choose: (finding: FindingData) => void;
  readonly changed: () => void;
  readonly kept?: KeptList | undefined;
};

export const worstFirst: readonly ReviewSeverity[] = ["failure", "error", "warning", "info"];
/** px */
const rowHeight = 84;

export function openFindingList(
  findings: readonly FindingData[],
  { words, numberOf, choose, changed, kept }: FindingListOptions,
): FindingList {
  const off = new Set(kept?.off);
  const narrowed = new Map(kept?.narrowed);
  let wanted = findings;
  let pointed: FindingData | undefined;
  const count = html("p", { class: "count", role: "status" });
  const rows = html("ol", { class: "rows" });
  const scroller = html("div", { class: "scroller" }, rows);
  const made = new Map<number, HTMLElement>();

  const makeRow = (index: number): HTMLElement => {
    const finding = wanted[index];
    if (finding === undefined) return html("li");
    const { severity, says, project = "", unit = "", marks } = finding;
    const page = marks[0] === undefined ? "" : numberOf(marks[0][0]);
    const about = [words.severity[severity], page, project, unit].filter((word) => word !== "");
    const button = html(
      "button",
      { type: "button", "data-severity": severity, "aria-pressed": String(finding === pointed) },
      html("span", { class: "about" }, shown(about.join(" · "))),
      html("span", { class: "says" }, shown(says)),
    );
    button.addEventListener("click", () => choose(finding));
    const row = html("li", { "aria-setsize": wanted.length, "aria-posinset": index + 1 }, button);
    row.style.top = `${index * rowHeight}px`;
    return row;
  };
  const show = () => {
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - 4);
    const last = Math.min(
      wanted.length,
      Math.ceil((scroller.scrollTop + scroller.clientHeight) / rowHeight) + 4,
    );
    for (const [index, row] of made)
      if (index < first || index >= last) {
        row.remove();
        made.delete(index);
      }
    for (let index = first; index < last; index += 1) {
      if (made.has(index)) continue;
      const row = makeRow(index);
      made.set(index, row);
      const after = [...made.keys()].filter((one) => one > index);
      rows.insertBefore(row, after.length === 0 ? null : (made.get(Math.min(...after)) ?? null));
    }
  };
  const showAnew = () => {
    for (const row of made.values()) row.remove();
    made.clear();
    show();
  };
  const apply = () => {
    wanted = findings.filter(
      (finding) =>
        !off.has(finding.severity) &&
        [...narrowed].every(([aspect, value]) => aspectOf(finding, aspect) === value),
    );
    count.textContent =
      findings.length === 0
        ? words.none
        : wanted.length === 0
          ? words.noneShown
          : words.counted(wanted.length, findings.length);
    rows.style.height = `${wanted.length * rowHeight}px`;
    scroller.scrollTop = 0;
    showAnew();
  };

  const toggles = worstFirst.flatMap((severity) => {
    const all = findings.filter((finding) => finding.severity === severity).length;
    if (all === 0) return [];
    const box = html("input", { type: "checkbox" });
    box.checked = !off.has(severity);
    box.addEventListener("change", () => {
      if (box.checked) off.delete(severity);
      else off.add(severity);
      apply();
      changed();
    });
    return [html("label", { "data-severity": severity }, box, `${words.severity[severity]} ${all}`)];
  });
  const ruleNames = new Map(findings.map(({ code, rule, aspect }) => [code, rule && `${aspect} · ${rule}`]));
  const selects = aspects.flatMap((aspect) => {
    const counts = new Map<string, number>();
    for (const finding of findings) {
      const value = aspectOf(finding, aspect);
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    // What is asked for stays to be seen, and to be taken back, though nothing is like that any more.
    const asked = narrowed.get(aspect);
    if (asked !== undefined && !counts.has(asked)) counts.set(asked, 0);
    if (counts.size < 2 && asked === undefined) return [];
    const options = [...counts].map(([value, all]) => {
      const name = (aspect === "rule" ? ruleNames.get(value) : undefined) ?? value;
      return html("option", { value }, words.noted(shown(name), all));
    });
    const select = html("select", {}, html("option", { value: "" }, words.all), ...options);
    select.value = asked ?? "";
    select.addEventListener("change", () => {
      if (select.value === "") narrowed.delete(aspect);
      else narrowed.set(aspect, select.value);
      apply();
      changed();
    });
    return [html("label", {}, `${words[aspect]} `, select)];
  });
  scroller.addEventListener("scroll", show);
  new ResizeObserver(show).observe(scroller);
  const filters = html("div", { class: "filters" }, html("div", {}, ...toggles), ...selects);
  const element = html("div", { class: "findings" }, filters, count, scroller);
  apply();
  return {
    element,
    wanted: () => wanted,
    keep: () => ({ off, narrowed, top: scroller.scrollTop }),
    restore: ({ top }) => {
      scroller.scrollTop = top;
    },
    point: (finding) => {
      pointed = finding;
      const top = wanted.indexOf(finding) * rowHeight;
      const { scrollTop, clientHeight } = scroller;
      if (top < scrollTop || top + rowHeight > scrollTop + clientHeight)
        scroller.scrollTop = top - clientHeight / 3;
      // Rows that are there stay, as one of them may have the focus.
      for (const [index, row] of made)
        row.firstElementChild?.setAttribute("aria-pressed", String(wanted[index] === finding));
      show();
    },
  };
}

const aspects = ["rule", "unit", "project"] as const;
type Aspect = (typeof aspects)[number];

function aspectOf({ code, unit, project }: FindingData, aspect: Aspect): string | undefined {
  return { rule: code, unit, project }[aspect];
}
