/** Chosen pages of the three samples, drawn and held against the pictures in `pictures/`, which a person has looked at. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { PageItem } from "../layout/index.ts";
import { loseBorder, shiftCharacter } from "./damage-page.ts";
import { type Difference, decodePng, differenceOf, encodePng, type Picture } from "./picture.ts";
import { layDepartment, printPdf } from "./print-department.ts";
import { renderPdf } from "./render-pdf.ts";
import type { LaidDocument, Page } from "./whole-document.ts";

const folder = join(import.meta.dirname, "pictures");
const accept = process.env.ACCEPT === "1";

/** Small pictures: a Han character of a table is 9 pixels wide. */
const dpi = 60;

/**
 * So much of 255 may a pixel differ: half a step of the 16 greys in which the pictures are kept (8.5), and more than as
 * much again for the rounding of edges on another processor. What must be seen is far above both figures: the border of
 * one cell lost changes 28 pixels by 64 and more, a character half a point out of place 27 pixels by as much.
 */
const tolerance = 24;
const mostPixels = 3;

/** The pages shown of each report: the first of each kind. */
const kinds = {
  cover: ({ number }) => number === undefined,
  contents: ({ items }) => items.some((item) => item.kind === "contents-entry"),
  prose: ({ items }) => items.some((item) => item.kind === "text" && item.source.style.name === "body"),
  table: ({ items }) => items.some((item) => tableCells(item).some(({ row }) => row === 0)),
  continued: ({ items }) =>
    items.some((item) => tableCells(item).some(({ continued, cell }) => continued && cell.repeats)),
} as const satisfies Record<string, (page: Page) => boolean>;

const reports = {
  beidaihe: ["cover", "contents", "prose", "table"],
  suzhou: ["cover", "contents", "prose", "table", "continued"],
  korla: ["cover", "contents", "prose", "table"],
} as const satisfies Record<string, readonly (keyof typeof kinds)[]>;

describe.each(Object.entries(reports))("%s", (department, shown) => {
  let laid: LaidDocument;
  let drawn: ReadonlyMap<string, Picture>;

  beforeAll(async () => {
    laid = layDepartment(department);
    const sheets = shown.map((kind) => sheetOf(laid, kind));
    const pictures = await renderPdf(await printPdf(laid), { dpi, sheets });
    drawn = new Map(pictures.map((picture, index) => [shown[index] ?? "", picture]));
  });

  test.each(shown)("%s", async (kind) => {
    const picture = drawn.get(kind) ?? none(`picture of its ${kind}`);
    const name = `${department}-${kind}.png`;
    if (accept) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), encodePng(picture));
    }
    const { pixels, box } = await compare(name, picture);
    if (pixels > mostPixels) expect.fail(`${keep(name, picture)} differs in ${pixels} pixels: ${box}`);
  });
});

describe("the comparison sees", () => {
  const name = "beidaihe-table.png";
  let laid: LaidDocument;
  let page: Page;

  const compareChanged = async (changed: Page): Promise<Difference> => {
    const [picture] = await renderPdf(await printPdf({ ...laid, pages: [changed] }), { dpi });
    return compare(name, picture ?? none("page to draw"));
  };

  beforeAll(() => {
    laid = layDepartment("beidaihe");
    page = laid.pages[sheetOf(laid, "table")] ?? none("page with a table");
  });

  test("no difference in the page printed alone", async () => {
    expect((await compareChanged(page)).pixels).toBeLessThanOrEqual(mostPixels);
  });

  test("the border lost between two cells", async () => {
    expect((await compareChanged(loseBorder(page))).pixels).toBeGreaterThan(3 * mostPixels);
  });

  test("a character that stands half a point further right", async () => {
    expect((await compareChanged(shiftCharacter(page, 0.5))).pixels).toBeGreaterThan(3 * mostPixels);
  });
});

test("the pictures are those that are compared, and small", () => {
  const names = Object.entries(reports).flatMap(([department, shown]) =>
    shown.map((kind) => `${department}-${kind}.png`),
  );
  if (accept) for (const name of readdirSync(folder)) if (!names.includes(name)) rmSync(join(folder, name));
  expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(bytes).toBeLessThan(400_000);
});

async function compare(name: string, picture: Picture): Promise<Difference> {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`no picture ${path}: run npm run accept, and look at it`);
  return differenceOf(await decodePng(readFileSync(path)), picture, tolerance);
}

/** What was drawn, for a person to look at beside the picture that it should have been. */
function keep(name: string, picture: Picture): string {
  const kept = join(import.meta.dirname, "..", "..", "build", "pictures");
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, name), encodePng(picture));
  return join(kept, name);
}

function sheetOf({ pages }: LaidDocument, kind: keyof typeof kinds): number {
  const sheet = pages.findIndex(kinds[kind]);
  return sheet < 0 ? none(`page with ${kind}`) : sheet;
}

function tableCells(item: PageItem) {
  return item.kind === "table" && item.headerRows > 0 ? item.cells : [];
}

function none(what: string): never {
  throw new Error(`the report has no ${what}`);
}
