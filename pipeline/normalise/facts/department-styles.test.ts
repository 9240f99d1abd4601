import { expect, test } from "vitest";
import { runSources } from "../../testing/run-case.ts";
import { readShippedForms } from "../../testing/shipped-forms.ts";

const forms = readShippedForms();
const table = "项目名称,三级指标,指标值\n网络租赁,线路数,3\n";

function stylesOf(settings: string) {
  const files = { "p.csv": table, "department.json": `{"部门名称": "甲局", ${settings}}` };
  const sources = Object.entries(files).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  const { normalised, diagnostics } = runSources(sources, { folder: "甲局", forms });
  const wrong = diagnostics.filter(({ code }) => code === "department-value-wrong");
  return { styles: normalised?.department.styles, wrong: wrong.map(({ found }) => found) };
}

test.each([
  ['"双面": "否"', false],
  ['"双面": false', false],
  ['"twoSided": "是"', true],
  ['"twoSided": true', true],
])("%s sets the page for one side or both", (settings, twoSided) => {
  expect(stylesOf(settings)).toEqual({ styles: { page: { twoSided } }, wrong: [] });
});

test("双面 goes beside other styles, and null says nothing", () => {
  const margin = '"样式": {"page": {"marginTop": 30}}';
  expect(stylesOf(`"双面": "否", ${margin}`).styles).toEqual({ page: { marginTop: 30, twoSided: false } });
  expect(stylesOf(`"双面": null, ${margin}`).styles).toEqual({ page: { marginTop: 30 } });
});

test("the fonts of the DOCX are called what the department says, by one name each", () => {
  const fonts = (name: string) => stylesOf(`"样式": {"fonts": {"fangsong": ${JSON.stringify(name)}}}`);
  expect(fonts("仿宋_GB2312")).toEqual({ styles: { fonts: { fangsong: "仿宋_GB2312" } }, wrong: [] });
  for (const wrong of ["", "仿宋_GB2312;仿宋", "仿宋_GB2312,仿宋", "仿\u0001宋", "仿\n宋", "仿\ufdd0宋"])
    expect(fonts(wrong).wrong).toHaveLength(1);
});

test("any other value is a failure that says what was found", () => {
  expect(stylesOf('"双面": "单"').wrong).toEqual(["单"]);
});
