import { expect, test } from "vitest";
import type { Place } from "../diagnostics/index.ts";
import { buildDepartment } from "../testing/build-project.ts";
import { placeBlanks } from "./place-blanks.ts";

const json = (pointer: string): Place => ({
  kind: "json",
  file: "projects.json",
  line: 9,
  column: 3,
  pointer,
});
const text = (pointer: string) => ({ text: "…", at: json(pointer) });

/** Two projects as nested JSON gives them; only the second says its attribute. */
function jsonDepartment() {
  const department = buildDepartment({});
  const [sound] = department.projects;
  if (sound === undefined) throw new Error("a built department has a project");
  const { code: _, ...project } = { ...sound, indicators: [] };
  const first = { ...project, at: json("/项目/0"), name: text("/项目/0/项目名称") };
  const second = { ...project, at: json("/项目/1"), attribute: text("/项目/1/项目属性") };
  return { ...department, projects: [first, second] };
}

test("a blank JSON value is the record's key, as another record spells it", () => {
  const blankAt = placeBlanks(jsonDepartment());
  expect(blankAt(json("/项目/0"), "project.attribute")).toEqual(json("/项目/0/项目属性"));
  expect(blankAt(json("/项目/0/项目名称"), "project.attribute")).toEqual(json("/项目/0/项目属性"));
});

test("without an example it is the record", () => {
  const blankAt = placeBlanks(jsonDepartment());
  expect(blankAt(json("/项目/0"), "project.lead")).toEqual(json("/项目/0"));
  expect(blankAt(json("/项目/0/年度资金/资金总额"), "project.attribute")).toEqual(json("/项目/0/年度资金"));
});

test("a blank cell of a table has the row of its neighbour and the column of its field", () => {
  const blankAt = placeBlanks(buildDepartment({}));
  const near: Place = { kind: "cell", file: "projects.csv", row: 7, column: 2 };
  expect(blankAt(near, "project.code")).toMatchObject({ row: 7, column: 1, header: "project.code" });
  expect(blankAt(near, "project.lead")).toEqual({ kind: "cell", file: "projects.csv", row: 7 });
});
