/** A department → its row: state and reasons, what is new, its figures, and links to all that was made of it. */
import type { ChangeFigures } from "../../contracts/index.ts";
import { element, escapeHtml } from "../tags/index.ts";
import type { News, OverviewDepartment, OverviewEdition, Reason } from "./overview-data.ts";
import type { OverviewWords } from "./words.ts";

export type RowOptions = {
  readonly words: OverviewWords;
  /** Its place in the order that the page begins with. */
  readonly index: number;
};

/** What is worst about it; unknown of one whose record is gone, or of another version. */
export function worstOf({ isFailed, findings }: OverviewDepartment): keyof OverviewWords["worst"] {
  if (isFailed) return "failed";
  if (findings === undefined) return "unknown";
  if (findings.error > 0) return "error";
  return findings.warning > 0 ? "warning" : "clean";
}

export function isNews({ news }: OverviewDepartment): boolean {
  return news !== undefined && Object.values(news).some((one) => one !== undefined);
}

type Column = {
  readonly header: (words: OverviewWords) => string;
  readonly isNumber?: true;
  readonly content: (department: OverviewDepartment, words: OverviewWords) => string;
};

/** Those behind the department's name. */
export const columns: readonly Column[] = [
  { header: ({ state }) => state, content: stateOf },
  { header: ({ news }) => news, content: newsOf },
  { header: ({ changes }) => changes, content: changesOf },
  figures("projects"),
  figures("money"),
  figures("pages"),
  { header: ({ findings }) => findings, content: findingsOf },
  { header: ({ open }) => open, content: editionsOf },
];

function figures(name: "projects" | "money" | "pages"): Column {
  return {
    header: (words) => words[name],
    isNumber: true,
    content: ({ [name]: value }, words) => escapeHtml(value === undefined ? words.nothing : grouped(value)),
  };
}

export function departmentRow(department: OverviewDepartment, { words, index }: RowOptions): string {
  const { name, folder, run, findings, money, pages } = department;
  const worst = worstOf(department);
  // A narrow screen shows the header before each cell.
  const cells = columns.map(({ header, isNumber, content }) =>
    element(
      "td",
      { role: "cell", class: isNumber && "number", "data-label": header(words) },
      content(department, words),
    ),
  );
  const named = [
    element("b", {}, element("bdi", {}, escapeHtml(name))),
    element("span", { class: "about" }, element("bdi", {}, escapeHtml(folder))),
  ];
  const { failure = 0, error = 0, warning = 0, info = 0 } = findings ?? {};
  return element(
    "tr",
    {
      role: "row",
      "data-index": index,
      "data-worst": worst,
      "data-news": isNews(department) ? 1 : 0,
      "data-run": run === undefined ? 0 : 1,
      "data-name": `${name} ${folder}`,
      "data-money": money ?? 0,
      "data-pages": pages ?? 0,
      "data-findings": failure + error + warning + info,
    },
    [element("th", { scope: "row", role: "rowheader" }, named.join(" ")), ...cells].join("\n"),
  );
}

function stateOf(department: OverviewDepartment, words: OverviewWords): string {
  const { run, at, isFailed, failures, editions } = department;
  const worst = worstOf(department);
  const ran = run === undefined ? words.notRun(at) : words.ran[run];
  const stands = editions.some(({ edition }) => edition !== undefined);
  return [
    element("span", { class: `badge ${worst}` }, escapeHtml(words.worst[worst])),
    element("span", { class: "about" }, escapeHtml(ran)),
    ...(failures.length === 0 ? [] : [reasonList(failures.slice(0, mostReasons))]),
    ...(failures.length > mostReasons
      ? [element("span", { class: "about" }, escapeHtml(words.more(failures.length - mostReasons)))]
      : []),
    ...(isFailed && stands ? [element("span", { class: "about" }, escapeHtml(words.lastStands))] : []),
  ].join(" ");
}

/** More is in the department's own list. */
const mostReasons = 3;

export function reasonList(reasons: readonly Reason[]): string {
  const items = reasons.map(({ place, says, todo }) => {
    const told = [place, says].map((text) => element("bdi", {}, escapeHtml(text))).join(" ");
    return element("li", {}, `${told} ${element("bdi", { class: "about" }, escapeHtml(todo))}`);
  });
  return element("ul", { class: "reasons" }, items.join(""));
}

function newsOf(department: OverviewDepartment, words: OverviewWords): string {
  const { news } = department;
  if (news === undefined) return escapeHtml(words.nothing);
  if (!isNews(department)) return element("span", { class: "about" }, escapeHtml(words.nothingNew));
  const { state } = news;
  const items = [
    ...(state === undefined
      ? []
      : [element("li", { class: `state ${state}` }, escapeHtml(words.newState[state]))]),
    ...newsTexts(department, news, words).map((text) => element("li", {}, text)),
  ];
  return element("ul", { class: "news" }, items.join(""));
}

function newsTexts(
  { editions }: OverviewDepartment,
  { changes, findings, pages, money }: News,
  words: OverviewWords,
): readonly string[] {
  const [shown] = editions;
  const list = shown?.sinceDraft ?? shown?.changes;
  return [
    ...(changes === undefined ? [] : [linkTo(list, words.content(changes.count))]),
    ...[
      ...(changes === undefined ? [] : projectsChanged(changes, words)),
      ...findingsChanged(findings, words),
      ...(pages === undefined ? [] : [`${words.pagesNew} ${signedNumber(pages)}`]),
      ...(money === undefined ? [] : [`${words.moneyNew} ${grouped(money)}`]),
    ].map(escapeHtml),
  ];
}

function linkTo(way: string | undefined, text: string): string {
  return way === undefined ? escapeHtml(text) : element("a", { href: hrefOf(way) }, escapeHtml(text));
}

function signed(more: number, less: number): readonly string[] {
  return [...(more === 0 ? [] : [`+${more}`]), ...(less === 0 ? [] : [`−${less}`])];
}

function signedNumber(value: number): string {
  return value < 0 ? `−${-value}` : `+${value}`;
}

function changesOf({ changes, editions }: OverviewDepartment, words: OverviewWords): string {
  const [shown] = editions;
  if (changes === undefined) {
    if (shown?.edition === undefined) return escapeHtml(words.nothing);
    return element("span", { class: "about" }, escapeHtml(words.first[shown.draft ? "draft" : "final"]));
  }
  const { edition = 0, count, findings } = changes;
  const text = count === 0 ? words.same(edition) : words.since(edition, count);
  const said = [
    linkTo(shown?.changes, text),
    ...[...projectsChanged(changes, words), ...findingsChanged(findings, words)].map(escapeHtml),
  ];
  return said.map((line) => element("div", {}, line)).join("");
}

function findingsChanged(findings: News["findings"], words: OverviewWords): readonly string[] {
  const said = findings === undefined ? [] : signed(findings.added, findings.gone);
  return said.length === 0 ? [] : [`${words.findingsNew} ${said.join(" ")}`];
}

/** How many came, went and say something else; empty if none did. */
function projectsChanged(
  { projects: { added, removed, changed } }: ChangeFigures,
  words: OverviewWords,
): readonly string[] {
  const said = [...signed(added, removed), ...(changed === 0 ? [] : [words.changedProjects(changed)])];
  return said.length === 0 ? [] : [`${words.projectsNew} ${said.join(" ")}`];
}

/** With separators of thousands before the point. */
export function grouped(figure: number | string): string {
  const [whole = "", ...places] = String(figure).split(".");
  return [whole.replace(/\B(?=(?:\d{3})+(?!\d))/gu, ","), ...places].join(".");
}

function findingsOf({ findings }: OverviewDepartment, words: OverviewWords): string {
  if (findings === undefined) return escapeHtml(words.nothing);
  const counts = (["failure", "error", "warning", "info"] as const).flatMap((severity) => {
    const count = findings[severity];
    const text = words.counted(count, words.severity[severity]);
    return count === 0 ? [] : [element("span", { class: severity }, escapeHtml(text))];
  });
  return counts.length === 0 ? "0" : element("div", { class: "counts" }, counts.join(" "));
}

function editionsOf({ name, editions }: OverviewDepartment, words: OverviewWords): string {
  const lists = editions.map((edition) => {
    const links = edition.links.map(({ kind, way }) => {
      const about = words.of(words.links[kind], name);
      return element("a", { href: hrefOf(way), "aria-label": about }, escapeHtml(words.links[kind]));
    });
    const title = element("span", { class: "about" }, escapeHtml(titleOf(edition, words)));
    return element("div", { class: "links" }, [title, ...links].join(" "));
  });
  return lists.join("");
}

function titleOf({ draft, edition }: OverviewEdition, words: OverviewWords): string {
  if (draft) return words.draft;
  // Of a department that failed at its first build there are the lists alone.
  return edition === undefined ? words.first.draft : `${words.final} ${words.edition(edition)}`;
}

function hrefOf(way: string): string {
  return way.split("/").map(encodeURIComponent).join("/");
}
