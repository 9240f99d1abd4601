import { expect, test } from "vitest";
import { compareNames } from "./compare-names.ts";

test("numbered files stand in the order of their numbers", () => {
  const names = ["10.csv", "项目2.csv", "2.csv", "1.csv", "项目10.csv", "a.csv", "02.csv", "项目.csv"];
  expect(names.toSorted(compareNames)).toEqual([
    "1.csv",
    "02.csv",
    "2.csv",
    "10.csv",
    "a.csv",
    "项目.csv",
    "项目2.csv",
    "项目10.csv",
  ]);
});
