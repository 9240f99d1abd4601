/** A heading in a larger document: its id gets a prefix, its level moves down, and never below the third. */
import { expect, test } from "vitest";
import { documentOf, heading, section } from "../testing/build-document.ts";
import { type Nesting, openResolver } from "./index.ts";

function headingIn(nesting: Nesting | undefined, level: 1 | 2 | 3) {
  const { sections, ...about } = documentOf(section([]));
  const heads = sections.map(({ blocks: _, ...head }) => ({ ...head, mostCells: 0 }));
  const { frame, resolveBlocks } = openResolver({ ...about, sections: heads, nesting });
  const place = { section: frame.sections[0] ?? expect.fail(), entries: [], report: () => expect.fail() };
  const [block] = resolveBlocks([heading("part-1", "标题", { level })], place) ?? [];
  return block?.kind === "paragraph" ? block : undefined;
}

test.each([
  [1, 2],
  [2, 3],
  [3, 3],
] as const)("level %i becomes level %i", (level, nested) => {
  const block = headingIn({ styles: "anhui.", ids: "甲/", depth: 1 }, level);
  expect(block?.heading).toEqual({ level: nested, id: "甲/part-1" });
  expect(block?.style.name).toBe("anhui.heading-1");
});

test("a document of its own keeps its headings", () => {
  expect(headingIn(undefined, 3)?.heading).toEqual({ level: 3, id: "part-1" });
});
