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

test("a key without a value is itself the place, on its own line", () => {
  const pointer = "/项目/0/项目属性";
  const at = { kind: "json", file: "projects.json", line: 12, column: 15, pointer } as const;
  const source = {
    at: { kind: "file", file: "department.json" },
    blanks: [{ field: "project.attribute", at }],
  } as const;
  const blankAt = placeBlanks({ ...jsonDepartment(), source });
  expect(blankAt(json("/项目/0"), "project.attribute")).toEqual(at);
  expect(blankAt(json("/项目/1"), "project.attribute")).toEqual(json("/项目/1/项目属性"));
});

test("a column that is blank in every row is the place, of two the one beside the row's texts", () => {
  const column = (number: number) => ({
    field: "project.lead" as const,
    at: { kind: "cell" as const, file: "projects.csv", row: 1, column: number, header: "项目负责人" },
  });
  const source = { at: { kind: "file" as const, file: "甲" }, blanks: [column(3), column(9)] };
  const blankAt = placeBlanks({ ...buildDepartment({}), source });
  const near: Place = { kind: "cell", file: "projects.csv", row: 7, column: 8 };
  expect(blankAt(near, "project.lead")).toEqual({ ...near, column: 9, header: "项目负责人" });
});
