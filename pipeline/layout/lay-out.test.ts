import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Block, Row } from "../model/index.ts";
import { cell, documentOf, heading, paragraph, row, section, table } from "../testing/build-document.ts";
import { testFonts } from "../testing/fonts.ts";
import { type LaidDocument, layOut, type Page, resolveDocument } from "../testing/whole-document.ts";
import type { LaidTable } from "./laid.ts";

function lay(...sections: Parameters<typeof documentOf>): { laid: LaidDocument; found: Diagnostic[] } {
  const found: Diagnostic[] = [];
  const resolved = resolveDocument(documentOf(...sections), (diagnostic) => found.push(diagnostic));
  if (resolved === undefined) throw new Error(JSON.stringify(found));
  return { laid: layOut(resolved, testFonts(), (diagnostic) => found.push(diagnostic)), found };
}

function tablesOf(page: Page | undefined): readonly LaidTable[] {
  return (page?.items ?? []).flatMap((item) => (item.kind === "table" ? [item] : []));
}

function cellText({ cells }: LaidTable, at: number, column: number): string | undefined {
  const found = cells.find((one) => one.row === at && one.column === column);
  return found?.paragraphs
    .flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map(({ text }) => text)))
    .join("");
}

/** Rows of one level-1 group; its label spans them all. */
function group(label: string, rows: number): Row[] {
  return Array.from({ length: rows }, (_, index) =>
    row(...(index === 0 ? [cell(label, { rowSpan: rows, repeats: true })] : []), `${label}${index}`, "≥90%"),
  );
}

function asBody(rows: Row[]): [Row, ...Row[]] {
  const [first, ...rest] = rows;
  if (first === undefined) throw new Error("a table has rows");
  return [first, ...rest];
}

/** Heights that cannot be true: text outside its cell, or anything below the type area. */
function misplaced({ pages }: LaidDocument): readonly string[] {
  return pages.flatMap(({ geometry, items }, page) => {
    const foot = geometry.height - geometry.bottom + 0.01;
    return items.flatMap((item) => {
      if (item.kind === "text")
        return item.part.lines.filter((line) => line.top + line.height > foot).map(() => `${page}`);
      if (item.kind !== "table") return [];
      const top = (index: number) =>
        item.y + item.heights.slice(0, index).reduce((sum, height) => sum + height, 0);
      if (top(item.heights.length) > foot) return [`table below page ${page}`];
      return item.cells.flatMap((one) =>
        one.paragraphs
          .flatMap(({ lines }) => lines)
          .filter(
            (line) =>
              line.top < top(one.row) - 0.01 || line.top + line.height > top(one.row + one.rowSpan) + 0.01,
          )
          .map((line) => `page ${page}: ${line.runs.map(({ text }) => text).join("")}`),
      );
    });
  });
}

test("words at the end of a line are kept apart, and nothing is wider for it", () => {
  const text = `${"budget performance report ".repeat(20)}end`;
  const { laid } = lay(section([paragraph(text)]));
  const lines = laid.pages[0]?.items.flatMap((item) => (item.kind === "text" ? item.part.lines : [])) ?? [];
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.flatMap(({ runs }) => runs.map((run) => run.text)).join("")).toBe(text);
});

describe("tables", () => {
  test("a table that fits one page stays on it, and its rows open to fill the page", () => {
    const { laid } = lay(section([heading("h", "一"), table([1, 3, 3], asBody(group("产出指标", 12)))]));
    expect(laid.pages).toHaveLength(1);
    expect(misplaced(laid)).toEqual([]);
    const [only] = tablesOf(laid.pages[0]);
    expect(Math.max(...(only?.heights ?? []))).toBeCloseTo(15 + 6 + 0.5 + 8, 1);
  });

  test("a table that spills by a few lines is tightened to one page", () => {
    const { laid } = lay(section([table([1, 3, 3], asBody(group("产出指标", 31)))]));
    expect(laid.pages).toHaveLength(1);
    expect(misplaced(laid)).toEqual([]);
  });

  test("a long table breaks between groups, repeats its header and closes its spans at the break", () => {
    const rows = [...group("产出指标", 20), ...group("效益指标", 20), ...group("满意度指标", 20)];
    const header = [row("一级指标", "三级指标", "指标值")];
    const { laid } = lay(section([table([1, 3, 3], asBody(rows), { header })]));
    expect(misplaced(laid)).toEqual([]);
    expect(laid.pages.map((page) => tablesOf(page)[0]?.heights.length)).toEqual([21, 21, 21]);
    for (const page of laid.pages) expect(cellText(tablesOf(page)[0] as LaidTable, 0, 0)).toBe("一级指标");
  });

  test("a label whose rows go on is printed again with （续）", () => {
    const header = [row("一级指标", "三级指标", "指标值")];
    const { laid } = lay(section([table([2, 3, 3], asBody(group("产出指标", 70)), { header })]));
    const labels = laid.pages.map((page) => cellText(tablesOf(page)[0] as LaidTable, 1, 0));
    expect(labels).toEqual(["产出指标", "产出指标（续）", "产出指标（续）"]);
    const rows = laid.pages.flatMap((page) =>
      tablesOf(page).flatMap((part) => part.cells.filter(({ column }) => column === 1)),
    );
    expect(rows).toHaveLength(70 + laid.pages.length);
  });

  test("so is one that begins in the header, with a mark for a narrow column", () => {
    const label = cell("绩效指标", { rowSpan: 61, repeats: true });
    const header = [row(label, "三级指标", "指标值")];
    const body = Array.from({ length: 60 }, (_, index) => row(`指标${index}`, "≥90%"));
    const { laid } = lay(section([table([0.5, 3, 3], asBody(body), { header })]));
    expect(misplaced(laid)).toEqual([]);
    const labels = laid.pages.map((page) => cellText(tablesOf(page)[0] as LaidTable, 0, 0));
    expect(labels).toEqual(["绩效指标", "绩效指标(续)"]);
  });

  describe("a page that goes on with tables says above them, in the margin, whose they are", () => {
    const titlesOf = (...blocks: Block[]) => {
      const { laid } = lay(section(blocks));
      expect(misplaced(laid)).toEqual([]);
      return laid.pages.map(({ geometry, items }) =>
        items.flatMap((item) => {
          if (item.kind !== "table" || item.title === undefined) return [];
          const lines = item.title.lines;
          for (const { top, height } of lines) expect(top + height).toBeCloseTo(geometry.top);
          return [lines.map(({ runs }) => runs.map(({ text }) => text).join("")).join("\n")];
        }),
      );
    };
    const long = (caption: string) => table([2, 3, 3], asBody(group("产出指标", 90)), { caption });
    const short = (caption: string) => table([2, 3, 3], asBody(group("资金", 3)), { caption });

    test("of a table that was begun before", () => {
      const titles = titlesOf(heading("p", "修路"), long("修路：绩效指标"));
      expect(titles).toEqual([[], ...titles.slice(1).map(() => ["修路：绩效指标（续表）"])]);
      expect(titles.length).toBeGreaterThan(2);
    });

    test("with as much of a long name as there is room for", () => {
      const [, second] = titlesOf(long(`${"很长的项目名称".repeat(9)}：绩效指标`));
      expect(second).toEqual([expect.stringMatching(/^很长的项目名称.*…（续表）$/u)]);
    });

    test("of a table that begins there, also below a title of its own", () => {
      const filler = Array.from({ length: 22 }, () => paragraph("说明。"));
      const ownTitle = paragraph("年度绩效目标表", { keepWithNext: true });
      expect(titlesOf(...filler, short("修路：资金"), short("修路：指标"))).toEqual([[], ["修路：资金"]]);
      expect(titlesOf(...filler, ownTitle, short("修路：资金"))).toEqual([[], ["修路：资金"]]);
    });

    test("but of none without a name, and of none below a heading or a text", () => {
      const filler = Array.from({ length: 22 }, () => paragraph("说明。"));
      expect(titlesOf(long("")).flat()).toEqual([]);
      expect(titlesOf(...filler, heading("p", "修路"), short("修路：资金"))).toEqual([[], []]);
      expect(titlesOf(...filler, paragraph("说明。"), short("修路：资金"))).toEqual([[], []]);
    });
  });

  test("a row taller than a page is cut between its lines and loses nothing", () => {
    const long = "很长的文字。".repeat(700);
    const { laid } = lay(section([table([1, 2], [row("一", "二"), row("目标", long), row("三", "四")])]));
    expect(laid.pages.length).toBeGreaterThan(2);
    expect(misplaced(laid)).toEqual([]);
    const text = laid.pages.flatMap((page) =>
      tablesOf(page).flatMap((part) => part.cells.filter(({ column }) => column === 1)),
    );
    const said = text.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map((run) => run.text))),
    );
    expect(said.join("")).toBe(`二${long}四`);
  });

  test("a label taller than its rows makes them taller", () => {
    const rows = [row(cell("一个比它的行高得多的一级指标名称", { rowSpan: 2 }), "甲", "乙"), row("丙", "丁")];
    const { laid } = lay(section([table([1, 12, 12], asBody(rows))]));
    expect(misplaced(laid)).toEqual([]);
  });

  test("a span may begin in the header and run through the body", () => {
    const header = [row(cell("绩效指标", { rowSpan: 61 }), "三级指标")];
    const rows = Array.from({ length: 60 }, (_, index) => row(`指标${index}`));
    const { laid } = lay(section([table([1, 6], asBody(rows), { header })]));
    expect(laid.pages.length).toBeGreaterThan(1);
    for (const page of laid.pages) {
      const part = tablesOf(page)[0];
      expect(part?.cells[0]).toMatchObject({ row: 0, column: 0, rowSpan: part?.heights.length });
    }
  });
});

describe("prose", () => {
  const long = "贯彻全市医疗保障基金监督管理办法，建立健全安全防控机制，".repeat(6);

  test("28 characters stand on a line and 22 lines on a page", () => {
    const { laid } = lay(section([paragraph("字".repeat(28 * 30))]));
    const [page] = laid.pages;
    const lines = (page?.items ?? []).flatMap((item) => (item.kind === "text" ? item.part.lines : []));
    expect(lines).toHaveLength(22);
    expect(lines[1]?.runs.map(({ text }) => text).join("")).toHaveLength(28);
  });

  test("a heading never stands alone at a page's foot", () => {
    for (let before = 1; before < 12; before += 1) {
      const blocks: Block[] = [
        ...Array.from({ length: before }, () => paragraph(long)),
        heading("h", "二、"),
        paragraph(long),
      ];
      const { laid } = lay(section(blocks));
      const page = laid.pages.find(({ items }) =>
        items.some((item) => item.kind === "text" && item.source.heading),
      );
      const last = page?.items.at(-1);
      expect(last?.kind === "text" && last.source.heading === undefined).toBe(true);
    }
  });

  test("neither the first nor the last line of a paragraph stands alone", () => {
    const { laid } = lay(section(Array.from({ length: 20 }, () => paragraph(long))));
    const parts = laid.pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === "text" ? [item.part] : [])),
    );
    expect(parts.filter(({ first, last, lines }) => !(first && last) && lines.length < 2)).toEqual([]);
  });
});

describe("page numbers", () => {
  test("the cover has none, contents count I, II, the body from 1, and contents show the body's numbers", () => {
    const { laid } = lay(
      section([paragraph("封面")], { numbering: "none", centred: true }),
      section([{ kind: "contents", entryStyles: ["contents-1", "contents-2", "contents-3"] }], {
        numbering: "roman",
      }),
      section([heading("a", "甲"), heading("b", "乙", { pageBreakBefore: true })]),
      section([heading("c", "丙")], { continues: true, orientation: "landscape" }),
    );
    expect(laid.pages.map(({ number }) => number)).toEqual([
      ...[undefined, undefined, "I", undefined],
      ...["1", "2", "3"],
    ]);
    const entries = laid.pages[2]?.items.map((item) =>
      item.kind === "contents-entry" ? item.pageNumber : "?",
    );
    expect(entries).toEqual(["1", "2", "3"]);
    expect(laid.pages.map(({ footer }) => footer?.runs.map(({ text }) => text).join(""))).toEqual([
      undefined,
      undefined,
      "— I —",
      undefined,
      "— 1 —",
      "— 2 —",
      "— 3 —",
    ]);
  });

  test("odd numbers stand at the right and even ones at the left, one character in", () => {
    const { laid } = lay(section([paragraph("一"), paragraph("二", { pageBreakBefore: true })]));
    const [odd, even] = laid.pages;
    const last = odd?.footer?.runs.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(595.3 - 73.7 - 14, 1);
    expect(even?.footer?.runs[0]?.x).toBeCloseTo(79.35 + 14, 1);
  });
});

test("a character that no font has is reported once and set as 〓", () => {
  const { laid, found } = lay(section([paragraph("张\u{2B740}与\u{2B740}")]));
  expect(found.map(({ code }) => code)).toEqual(["glyph-missing"]);
  const [item] = laid.pages[0]?.items ?? [];
  const said =
    item?.kind === "text" ? item.part.lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join("") : "";
  expect(said).toBe("张〓与〓");
});

test("a script whose letters join is not set letter by letter: each text is told once, and its letters set as 〓", () => {
  const name = "ئۇيغۇر مەكتەپ";
  const { laid, found } = lay(section([paragraph(`喀什${name}（本级）`), paragraph("བོད་ཡིག 与 “A”")]));
  expect(found.map(({ code, found, args }) => [code, found, args])).toEqual([
    [
      "script-not-set",
      `喀什${name}（本级）`,
      { script: "arabic", text: name, characters: [...new Set(name.replace(" ", ""))].join("") },
    ],
    ["script-not-set", "བོད་ཡིག 与 “A”", { script: "tibetan", text: "བོད་ཡིག", characters: "བོད་ཡིག" }],
  ]);
  const said = (laid.pages[0]?.items ?? []).flatMap((item) =>
    item.kind === "text" ? item.part.lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join("") : [],
  );
  expect(said).toEqual(["喀什〓〓〓〓〓〓 〓〓〓〓〓〓（本级）", "〓〓〓〓〓〓〓 与 “A”"]);
});

test("what a cell lacks is reported by each part, though others say the same", () => {
  const part = () => section([table([1, 1], [row("张\u{2B740}", "元"), row("张\u{2B740}", "元")])]);
  const { laid, found } = lay(part(), part());
  expect(found.map(({ code }) => code)).toEqual(["glyph-missing", "glyph-missing"]);
  const tables = laid.pages.flatMap(tablesOf);
  expect(tables.map((one) => cellText(one, 1, 0))).toEqual(["张〓", "张〓"]);
});

test("a label, a header and a heading taller than a page are cut and told, and every row stands on a page", () => {
  const long = cell("很长的标签".repeat(200), { rowSpan: 2, repeats: true });
  const rows = asBody([row(long, "甲"), row("乙"), row("丙", "，。）".repeat(300)), row("丁", "戊")]);
  const { laid, found } = lay(
    section([{ kind: "contents", entryStyles: ["contents-1", "contents-2", "contents-3"] }]),
    section([
      heading("h", "很长的项目名称".repeat(300)),
      table([1, 6], rows, { header: [row("级", "表头".repeat(3000))] }),
    ]),
  );
  expect(misplaced(laid)).toEqual([]);
  expect(found.map(({ code }) => code)).toEqual(["text-cut", "text-cut", "text-cut"]);
  const said = laid.pages.flatMap((page) =>
    tablesOf(page).flatMap((part) => part.cells.map((one) => cellText(part, one.row, one.column))),
  );
  for (const text of ["甲", "乙", "丙", "丁", "戊"]) expect(said).toContain(text);
});
