/** What stands below a project and says of what its money consists is no project; the next project is. */
import { expect, test } from "vitest";
import { runSources } from "../../testing/run-case.ts";
import { readShippedForms } from "../../testing/shipped-forms.ts";

const forms = readShippedForms();
const header = "项目名称,预算数（万元）,财政拨款（万元）,其他资金（万元）";

test.each<[string, readonly string[], readonly string[]]>([
  ["further parts", ["道路维护,10,6,4", "其中：上级补助,6,6,", "本级安排,4,,4"], []],
  [
    "a project, if 其中 divides another column than its money is in",
    ["道路维护,10,,", "其中：上级补助,,5,", "绿化养护,10,,"],
    ["绿化养护"],
  ],
  [
    "a project, if the parts are the whole already",
    ["道路维护,10,6,4", "其中：上级补助,10,6,4", "绿化养护,0,,"],
    ["绿化养护"],
  ],
])("rows behind 其中 are %s", (_name, rows, projects) => {
  const csv = [header, ...rows, "路灯照明,7,7,0"].join("\n");
  const files = {
    "department.json": JSON.stringify({ 部门名称: "甲局", 年度: 2026, 表式: "hebei" }),
    "a.csv": csv,
  };
  const sources = Object.entries(files).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  const { normalised } = runSources(sources, { folder: "甲局", forms });
  const names = normalised?.department.projects.map(({ name }) => name?.text);
  expect(names).toEqual(["道路维护", ...projects, "路灯照明"]);
});
