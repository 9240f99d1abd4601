import { expect, test } from "vitest";
import type { Text } from "../../records/index.ts";
import { fillLevels } from "./read-indicators.ts";

const text = (value: string): Text => ({ text: value, at: { kind: "file", file: "export.csv" } });

function check(
  own: readonly [string, string],
  above: readonly [string, string],
  expected: readonly [string, string],
) {
  const levels = ([level1, level2]: readonly [string, string]) => ({
    ...(level1 === "" ? {} : { level1: text(level1) }),
    ...(level2 === "" ? {} : { level2: text(level2) }),
  });
  expect(fillLevels(levels(own), levels(above))).toEqual(levels(expected));
}

test("blank labels are those above, as long as level 1 is the same", () => {
  check(["", ""], ["产出", "数量"], ["产出", "数量"]);
  check(["", "质量"], ["产出", "数量"], ["产出", "质量"]);
  check(["产出", ""], ["产出", "数量"], ["产出", "数量"]);
  check(["效益", ""], ["产出", "数量"], ["效益", ""]);
  check(["", ""], ["", "数量"], ["", "数量"]);
});
