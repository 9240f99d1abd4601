import { expect, test } from "vitest";
import { formatPlace } from "../../diagnostics/index.ts";
import { runSources } from "../../testing/run-case.ts";
import { readShippedForms } from "../../testing/shipped-forms.ts";

const forms = readShippedForms();

function sourceOf(files: Readonly<Record<string, string>>) {
  const sources = Object.entries(files).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  const source = runSources(sources, { folder: "甲局", forms }).normalised?.department.source;
  const blanks = source?.blanks.map(({ field, at }) => `${field} ${formatPlace(at)}`) ?? [];
  return { at: source && formatPlace(source.at), blanks };
}

const table = "项目名称,三级指标,指标值\n网络租赁,线路数,\n";

test("what the department itself lacks belongs into department.json, else into the folder", () => {
  expect(sourceOf({ "p.csv": table }).at).toBe("甲局");
  expect(sourceOf({ "p.csv": table, "department.json": '{"部门名称": "甲局"}' }).at).toBe("department.json");
});

test("a column without a single value is known by its header", () => {
  expect(sourceOf({ "p.csv": table }).blanks).toContain("indicator.value p.csv:1:C「指标值」");
});

test("a JSON key without a value is known by its own place, of a project and of an indicator", () => {
  const json = `{"项目": [{"项目名称": "甲", "单位": null,
 "资金": {"资金总额": ""},
 "指标": [{"三级指标": "线路数",
  "指标值": " "}]}]}`;
  expect(sourceOf({ "p.json": json }).blanks.toSorted()).toEqual([
    "budget.total p.json:2:17 /项目/0/资金/资金总额",
    "indicator.value p.json:4:10 /项目/0/指标/0/指标值",
    "project.unit p.json:1:29 /项目/0/单位",
  ]);
});
