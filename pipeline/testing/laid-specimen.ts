/** One hand-made laid document with every kind that layout can hand to a writer; each writer must render it. */
import type { LaidContentsEntry } from "../layout/index.ts";
import type { PageGeometry, ResolvedContents } from "../resolve/index.ts";
import { houseStyle } from "./build-document.ts";
import { flowOf, layTable, layText, placeLines, type Spot } from "./lay-by-hand.ts";
import { landscape, paragraph, portrait, styles } from "./specimen-parts.ts";
import { facts, indicatorRows, indicators, wide } from "./specimen-tables.ts";
import type { LaidDocument, Page, ResolvedDocument, ResolvedSection } from "./whole-document.ts";

const cover = [
  paragraph(styles.coverTitle, "示范局2026年\n部门预算绩效文本"),
  paragraph(styles.coverLine, "二〇二六年三月"),
] as const;

const contents: ResolvedContents = {
  kind: "contents",
  styles: [styles.contents1, styles.contents2, styles.contents3],
  entries: [
    { level: 1, id: "part-1", text: "第一部分　部门整体绩效目标" },
    { level: 2, id: "overall", text: "一、总体绩效目标" },
    { level: 1, id: "part-2", text: "第二部分　项目绩效目标" },
    { level: 2, id: "project-1", text: "1.道路养护专项{name-0}绩效目标表" },
    { level: 2, id: "project-2", text: "2.A&B <演示> 绩效目标表" },
  ],
};
const contentsTitle = paragraph(styles.contentsTitle, "目　　录");

const heading = {
  part: styles.part,
  "heading-1": styles.heading1,
  "table-heading": styles.tableHeading,
} as const;
const headings = {
  part1: paragraph(heading.part, "第一部分　部门整体绩效目标", { heading: { level: 1, id: "part-1" } }),
  overall: paragraph(heading["heading-1"], "一、总体绩效目标", {
    heading: { level: 2, id: "overall" },
    keepWithNext: true,
  }),
  part2: paragraph(heading.part, "第二部分　项目绩效目标", {
    heading: { level: 1, id: "part-2" },
    pageBreakBefore: true,
  }),
  project1: paragraph(heading["table-heading"], "1.道路养护专项{name-0}绩效目标表", {
    heading: { level: 2, id: "project-1" },
    keepWithNext: true,
  }),
  project2: paragraph(heading["table-heading"], "2.A&B <演示> 绩效目标表", {
    heading: { level: 2, id: "project-2" },
  }),
} as const;

const prose = paragraph(
  styles.body,
  "坚持以人民为中心，全面实施预算绩效管理，完成年度重点任务。".repeat(26) + "群众满意度达到95%以上。",
);
const note = paragraph(styles.tableNote, "123001示范局本级　　　　　　　单位：万元");

const decimal = { numbering: "decimal", centred: false, orientation: "portrait", page: portrait } as const;
const sections: readonly ResolvedSection[] = [
  {
    numbering: "none",
    continues: false,
    centred: true,
    orientation: "portrait",
    page: portrait,
    blocks: cover,
  },
  { ...decimal, numbering: "roman", continues: false, blocks: [contentsTitle, contents] },
  {
    ...decimal,
    continues: false,
    blocks: [
      headings.part1,
      headings.overall,
      prose,
      headings.part2,
      headings.project1,
      note,
      facts,
      indicators,
    ],
  },
  {
    ...decimal,
    continues: true,
    orientation: "landscape",
    page: landscape,
    blocks: [headings.project2, wide],
  },
];

const resolved: ResolvedDocument = {
  title: "示范局2026年部门预算绩效文本 A&B",
  author: "示范局",
  subject: "部门预算绩效文本",
  watermark: "草稿 2026-03-01",
  pageNumberStyle: styles.pageNumber,
  twoSided: true,
  fonts: houseStyle.fonts,
  headingStyles: [styles.part, styles.tableHeading, styles.heading1],
  styles: Object.values(styles),
  sections,
};

/** The printed number of each heading's page. */
const numbers = new Map([
  ["part-1", "1"],
  ["overall", "1"],
  ["part-2", "3"],
  ["project-1", "3"],
  ["project-2", "5"],
]);

/** The specimen: cover, contents (I), prose over pages 1 and 2, a table over pages 3 and 4, a landscape page 5. */
export function laidSpecimen(): LaidDocument {
  const at = (y: number, geometry: PageGeometry = portrait): Spot => ({
    x: geometry.left,
    y,
    width: geometry.width - geometry.left - geometry.right,
  });
  const { top } = portrait;
  const factsAt = top + 36 + 14 + 28.95 + 6 + 18;
  const laidFacts = layTable(facts, at(factsAt), 0, 4);
  const indicatorsAt = factsAt + laidFacts.heights.reduce((total, height) => total + height, 0);
  const pages: readonly Page[] = [
    {
      section: 0,
      geometry: portrait,
      items: [layText(cover[0], at(300)), layText(cover[1], at(300 + 2 * 44))],
    },
    page(1, "I", [layText(contentsTitle, at(top)), ...layContents(at(top + 50))]),
    page(2, "1", [
      layText(headings.part1, at(top)),
      layText(headings.overall, at(top + 50)),
      layText(prose, at(top + 78.95), 0, 19),
    ]),
    page(2, "2", [layText(prose, at(top), 19)]),
    page(2, "3", [
      layText(headings.part2, at(top)),
      layText(headings.project1, at(top + 50)),
      layText(note, at(top + 50 + 34.95)),
      laidFacts,
      layTable(indicators, at(indicatorsAt), 1, 6),
    ]),
    page(2, "4", [layTable(indicators, at(top), 6, indicatorRows + 1)]),
    page(3, "5", [
      layText(headings.project2, at(landscape.top, landscape)),
      layTable(wide, at(landscape.top + 34.95, landscape), 1, 3),
    ]),
  ];
  const flows = sections.map(({ blocks }) =>
    blocks.map((block) => flowOf(block, (id) => numbers.get(id) ?? "")),
  );
  const [[title, ...lines] = [], ...others] = flows;
  const lowered = title?.kind === "text" ? [{ ...title, above: 300 - top }, ...lines] : [];
  return { document: resolved, pages, flows: [lowered, ...others] };
}

/** The places of its headings: the sheet, counted from 0, and pt from its top. */
export const headingPlaces: ReadonlyMap<string, { readonly page: number; readonly top: number }> = new Map([
  ["part-1", { page: 2, top: portrait.top }],
  ["overall", { page: 2, top: portrait.top + 50 }],
  ["part-2", { page: 4, top: portrait.top }],
  ["project-1", { page: 4, top: portrait.top + 50 }],
  ["project-2", { page: 6, top: landscape.top }],
]);

function page(section: number, number: string, items: Page["items"]): Page {
  const geometry = section === 3 ? landscape : portrait;
  const style = styles.pageNumber;
  const even = number === "2" || number === "4";
  const spot = {
    x: geometry.left + style.size,
    y: geometry.height - geometry.bottom + 19.8,
    width: geometry.width - geometry.left - geometry.right - 2 * style.size,
  };
  const [footer] = placeLines([`— ${number} —`], { ...style, align: even ? "start" : "end" }, spot, false);
  return { section, geometry, number, ordinal: number === "I" ? 1 : Number(number), items, footer };
}

function layContents(spot: Spot): LaidContentsEntry[] {
  let y = spot.y;
  return contents.entries.map((entry) => {
    const style = contents.styles[entry.level - 1] ?? styles.contents1;
    const pageNumber = numbers.get(entry.id) ?? "";
    const [left] = placeLines([entry.text], style, { ...spot, y: y + style.before }, true);
    const [right] = placeLines(
      [pageNumber],
      { ...style, align: "end" },
      { ...spot, y: y + style.before },
      false,
    );
    y += style.before + style.pitch;
    const runs = [...(left?.runs ?? []), ...(right?.runs ?? [])];
    return {
      kind: "contents-entry",
      entry,
      style,
      pageNumber,
      lines: left === undefined ? [] : [{ ...left, runs }],
    };
  });
}
