/** What a page break repeats is taken away, and nothing else is. */
import { expect, test } from "vitest";
import { joinParts, type PartCell } from "./join-parts.ts";

/** A blank is a square that a merge from above covers. */
function part(...rows: readonly (readonly string[])[]): PartCell[] {
  return rows.flatMap((row, index) =>
    row.flatMap((text, column) => (text === "" ? [] : [{ row: index, column, text }])),
  );
}

const check = (parts: readonly PartCell[][], rows: readonly (readonly string[])[]) =>
  expect(joinParts(parts, { headerLabel: "值" })).toEqual(rows);

test("one part stays as it is", () => {
  check([part(["级", "值"], ["甲", "1"], ["", "2"])], [["级", "值"], ["甲", "1"], ["2"]]);
});

test("the header and the labels of a page that goes on are taken away", () => {
  check(
    [part(["级", "值"], ["甲", "1"]), part(["级", "值"], ["甲（续）", "2"], ["乙", "3"])],
    [["级", "值"], ["甲", "1"], ["2"], ["乙", "3"]],
  );
});

test("so is a header beside which a label began that goes on", () => {
  check(
    [part(["全", "级", "值"], ["", "甲", "1"]), part(["全（续）", "级", "值"], ["", "甲（续）", "2"])],
    [["全", "级", "值"], ["甲", "1"], ["2"]],
  );
});

test("a label that goes on from nowhere is kept, as is one that is repeated without saying so", () => {
  check(
    [part(["甲", "1"]), part(["丙（续）", "2"])],
    [
      ["甲", "1"],
      ["丙（续）", "2"],
    ],
  );
  check(
    [part(["甲", "1"]), part(["甲", "2"])],
    [
      ["甲", "1"],
      ["甲", "2"],
    ],
  );
});

test("a header that stands there for the first time is kept, and only the first row of a part can carry on", () => {
  check(
    [part(["名称", "甲"]), part(["级", "值"], ["乙", "1"], ["甲（续）", "2"])],
    [
      ["名称", "甲"],
      ["级", "值"],
      ["乙", "1"],
      ["甲（续）", "2"],
    ],
  );
});
