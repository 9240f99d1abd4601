/** Whose report it is, if department.json does not say so: of several units' tables one may be headed by its unit. */
import { expect, test } from "vitest";
import { runSources } from "../../testing/run-case.ts";
import { readShippedForms } from "../../testing/shipped-forms.ts";

const forms = readShippedForms();

function nameOf(tables: Readonly<Record<string, readonly string[]>>, folder = "各单位报来") {
  const sources = Object.entries(tables).map(([name, lines]) => ({
    name,
    bytes: new TextEncoder().encode(lines.join("\n")),
  }));
  const { normalised, diagnostics } = runSources(sources, { folder, forms });
  const about = diagnostics.filter(({ code }) => /^department-name|^title-differs/u.test(code));
  return [normalised?.department.name.text, ...about.map(({ code }) => code)];
}

const seeds = ["填报单位：青禾市种子站,,,", "项目名称,预算数（元）,三级指标,指标值", "良种补助,35,面积,≥5亩"];
const listOf = (column: string, name: string) => [
  `项目名称,${column},预算数（元）,三级指标,指标值`,
  `农田建设,${name},36,面积,≥2亩`,
];

test.each([
  [
    "the department that other tables name",
    listOf("主管部门", "青禾市农业局"),
    "青禾市农业局",
    "department-name-taken",
  ],
  [
    "none, if they name units",
    listOf("预算单位", "青禾市农田中心"),
    "青禾市种子站",
    "department-name-missing",
  ],
  ["the title's, if they name the same", listOf("主管部门", "青禾市种子站"), "青禾市种子站", undefined],
])("a unit's title beside other tables: %s", (_, other, name, code) => {
  const [named, ...codes] = nameOf({ "a.csv": seeds, "b.csv": other });
  expect(codes).toEqual(code === undefined ? [] : [code]);
  if (code !== "department-name-missing") expect(named).toBe(name);
});

test("a title is the department's if the folder is called so, or its own projects name other units", () => {
  const other = { "b.csv": listOf("预算单位", "青禾市农田中心") };
  expect(nameOf({ "a.csv": seeds, ...other }, "数据/种子站")).toEqual(["青禾市种子站"]);
  const [title = "", ...rest] = seeds;
  const withUnits = [title, ...rest.map((line, index) => `${line},${["预算单位", "青禾市育苗场"][index]}`)];
  expect(nameOf({ "a.csv": withUnits, ...other })).toEqual(["青禾市种子站"]);
});

test.each(["NULL", "\\N", "无", "—"])("a unit called %s is nobody", (unit) => {
  expect(nameOf({ "a.csv": listOf("预算单位", unit) }, "青禾市农业局")).toEqual([
    "青禾市农业局",
    "department-name-taken",
  ]);
  const both = [...listOf("预算单位", unit), "种子补助,青禾市种子站,5,份数,≥2份"];
  expect(nameOf({ "a.csv": both })[0]).toBe("青禾市种子站");
});
