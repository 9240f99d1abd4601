import { expect, test } from "vitest";
import { excerptLines } from "./excerpt-lines.ts";

const plain = { paint: (_: string, text: string) => text, colour: "red" } as const;

/** `before[meant]after`, in line 12. */
function show(marked: string): readonly string[] {
  const from = marked.indexOf("[");
  const to = marked.indexOf("]") - 1;
  return excerptLines({ line: 12, column: 1, text: marked.replace(/[[\]]/gu, ""), from, to }, plain);
}

test("the mark stands below what is meant, two columns for a Han character", () => {
  expect(show("产出指标,[百分比],90")).toEqual(["12 │ 产出指标,百分比,90", "   │          ^^^^^^"]);
});

test("a blank cell is marked where it should begin", () => {
  expect(show("1,[],3")).toEqual(["12 │ 1,,3", "   │   ^"]);
});

test("a long line is cut on both sides, and what a terminal would obey is only shown", () => {
  const [line, mark] = show(`${"甲".repeat(40)}[乙\u001B]${"丙".repeat(60)}`);
  expect(line).toMatch(/^12 │ …甲{11}乙\\u001b丙+…$/u);
  expect(mark).toBe(`   │ ${" ".repeat(23)}${"^".repeat(8)}`);
});
