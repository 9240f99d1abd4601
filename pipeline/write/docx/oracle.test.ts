/** The body that we emit is, byte for byte, the one that docx's own objects make of the same pages. */
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { LaidDocument, LaidTable, PageItem } from "../../layout/index.ts";
import type { Inline } from "../../model/index.ts";
import { documentXmlByObjects } from "../../testing/docx-oracle/document-xml.ts";
import { laidSpecimen } from "../../testing/laid-specimen.ts";
import { layDepartment } from "../../testing/print-department.ts";
import { writeDocx } from "./index.ts";

async function documentXml(laid: LaidDocument): Promise<string> {
  const bytes = await writeDocx(laid, { createdAt: new Date(0) });
  return strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
}

async function check(laid: LaidDocument): Promise<void> {
  const [emitted, expected] = [await documentXml(laid), await documentXmlByObjects(laid)];
  expect(expected).toContain("<w:p>");
  // A difference is shown by its surroundings: the whole would be megabytes.
  const at = firstDifference(emitted, expected);
  expect(emitted.slice(at, at + 300)).toBe(expected.slice(at, at + 300));
}

test("the specimen", () => check(laidSpecimen()));

test.each(["beidaihe", "korla", "suzhou"])("the sample department %s", (folder) =>
  check(layDepartment(folder)),
);

test("sections without blocks: each ends in a spacer", () => {
  const laid = laidSpecimen();
  return check({ ...laid, pages: laid.pages.map((page) => ({ ...page, items: [] })) });
});

describe("the specimen with", () => {
  test("narrowed cells", () =>
    check(withTables((table) => ({ ...table, style: { ...table.style, paddingX: 1.25, paddingY: 0.5 } }))));

  test("a caption to escape, or none", async () => {
    for (const caption of ["", `A&B <"演示"> 'x'\u0007`])
      await check(withTables((table) => ({ ...table, source: { ...table.source, caption } })));
  });

  test("paragraphs that go on from the page before", () =>
    check(withCellContent((content) => content, { first: false })));

  test("any text", async () => {
    const unit = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(..."\t\n\r{}&<>\"' —≥×“㎡项目A1%\u0000\u0085\u00a0\uFFFE\uD840"),
      },
      { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
    );
    const text = fc.array(unit, { maxLength: 8 }).map((units) => units.join(""));
    const inline = fc.oneof(
      { weight: 5, arbitrary: fc.record({ kind: fc.constant("text"), text, bold: fc.boolean() }) },
      { weight: 1, arbitrary: fc.constant({ kind: "break" }) },
    ) as fc.Arbitrary<Inline>;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(inline, { maxLength: 4 }), { minLength: 60, maxLength: 60 }),
        (all) => {
          let next = 0;
          return check(withCellContent(() => all[next++ % all.length] ?? []));
        },
      ),
      { numRuns: 20 },
    );
  });
});

function withTables(change: (table: LaidTable) => LaidTable): LaidDocument {
  const laid = laidSpecimen();
  const changed = (item: PageItem) => (item.kind === "table" ? change(item) : item);
  return { ...laid, pages: laid.pages.map((page) => ({ ...page, items: page.items.map(changed) })) };
}

function withCellContent(change: (content: readonly Inline[]) => readonly Inline[], also = {}): LaidDocument {
  return withTables((table) => ({
    ...table,
    cells: table.cells.map((cell) => ({
      ...cell,
      paragraphs: cell.paragraphs.map((laid) => ({ ...laid, ...also, content: change(laid.content) })),
    })),
  }));
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}
