/** Names and patterns → the departments that are meant. */
import { expect, test } from "vitest";
import type { DepartmentFolder } from "./find-departments.ts";
import { selectDepartments } from "./select-departments.ts";

const departments = ["河北/北戴河", "河北/海港", "新疆/库尔勒", "安徽/宿州(草稿)", "湖南/葛\u{E0100}城"].map(
  (output): DepartmentFolder => ({
    folder: `data/${output}`,
    output,
    realPath: `/data/${output}`,
    files: [],
    unread: [],
    unreadable: [],
  }),
);

function select(only: readonly string[], exclude: readonly string[] = []): readonly string[] {
  const { isSelected } = selectDepartments(departments, { only, exclude });
  return departments.filter(isSelected).map(({ output }) => output.slice(output.indexOf("/") + 1));
}

function refuse(...only: readonly string[]) {
  return selectDepartments(departments, { only, exclude: [] }).refusals.map(({ args }) => args);
}

test.each([
  [["北戴河"], ["北戴河"]],
  [
    ["河北/北戴河", "库尔勒"],
    ["北戴河", "库尔勒"],
  ],
  [["./data/新疆/库尔勒/"], ["库尔勒"]],
  [["河北/*"], ["北戴河", "海港"]],
  [["data/**"], ["北戴河", "海港", "库尔勒", "宿州(草稿)", "葛\u{E0100}城"]],
  [["葛城"], ["葛\u{E0100}城"]],
  [["*戴*"], ["北戴河"]],
  [["{北戴河,库尔勒}"], ["北戴河", "库尔勒"]],
  // As it stands, though a glob would read the brackets as a group.
  [["宿州(草稿)"], ["宿州(草稿)"]],
])("--only %j", (only, meant) => {
  expect(select(only)).toEqual(meant);
});

test("without --only all are meant but those excluded", () => {
  expect(select([], ["河北/*"])).toEqual(["库尔勒", "宿州(草稿)", "葛\u{E0100}城"]);
});

test("names are compared as they read, however their letters are composed", () => {
  const cafe = [{ ...departments[0], output: "cafe\u0301", folder: "data/cafe\u0301", realPath: "/c" }];
  const folders = cafe.map((one): DepartmentFolder => ({ files: [], unread: [], unreadable: [], ...one }));
  expect(selectDepartments(folders, { only: ["caf\u00E9"], exclude: [] }).refusals).toEqual([]);
});

test("one that means nothing is told with what is near, by what it contains and by its spelling", () => {
  expect(refuse("戴河")).toEqual([{ pattern: "戴河", nearest: ["河北/北戴河"] }]);
  expect(refuse("库尔了")).toEqual([{ pattern: "库尔了", nearest: ["新疆/库尔勒"] }]);
  expect(refuse("")).toMatchObject([{ pattern: "" }]);
  expect(refuse("北戴河", "某某局某某科")).toEqual([{ pattern: "某某局某某科", nearest: [] }]);
});
