/** Indicators below named goals: a form that says so prints one table a goal, or a merged cell beside the levels. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDocx } from "./read-docx.ts";
import { runHere } from "./run-here.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const spec = {
  name: { zh: "云台：分目标绩效表", en: "Yuntai: goal by goal" },
  title: "{department}{year}年分目标绩效表",
  horizons: ["annual"],
  groupBy: "indicator.own.goal",
  money: { print: "as-given", unit: "万元" },
  fields: {
    "project.name": { label: "项目名称" },
    "budget.total": { label: "预算数" },
    "goals.annual": { label: "绩效目标" },
    "indicator.own.goal": { label: "目标名称" },
    "indicator.level1": { label: "一级指标" },
    "indicator.level2": { label: "二级指标" },
    "indicator.level3": { label: "三级指标" },
    "indicator.value": { label: "指标值" },
  },
};

const levels = `{{#with level1}}<td rowspan="{{span}}">{{text}}</td>{{/with}}
  {{#with level2}}<td rowspan="{{span}}">{{text}}</td>{{/with}}<td>{{indicator.level3}}</td>`;
const four = `<colgroup><col><col><col><col></colgroup>`;

const template = `{{> project-heading}}
{{#each indicators.annual.groups}}
  <p class="table-note" data-keep="next">{{text}}（{{span}}条）</p>
  <table data-caption="{{text}}">${four}<tbody>
    {{#each rows}}<tr>${levels}<td>{{indicator.printedValue}}</td></tr>{{/each}}
  </tbody></table>
{{/each}}
<table data-caption="全部">${four}<tbody>
  {{#each indicators.annual.rows}}
    <tr>{{#with group}}<td rowspan="{{span}}">{{text}}</td>{{/with}}${levels}</tr>
  {{/each}}
</tbody></table>
`;

// 目标二 comes back behind 目标三, and each has 产出指标 of its own, one of them of the same name.
const exported = `项目名称,预算数（万元）,绩效目标,目标名称,一级指标,二级指标,三级指标,指标值
古建筑修缮,90,保护文物,目标一,产出指标,数量指标,修缮文物数量,≥6处
古建筑修缮,90,保护文物,,效益指标,社会效益指标,险情解除率,≥95%
古建筑修缮,90,保护文物,目标二,产出指标,数量指标,修缮文物数量,≥3处
古建筑修缮,90,保护文物,目标三,产出指标,数量指标,开放展示点,≥9处
古建筑修缮,90,保护文物,目标二,满意度指标,服务对象满意度指标,游客满意度,≥91%
`;

test("one table a goal, and a merged cell for each goal", async () => {
  const folder = temporaryFolder();
  const write = (parts: readonly string[], text: string) => {
    mkdirSync(join(folder, ...parts.slice(0, -1)), { recursive: true });
    writeFileSync(join(folder, ...parts), text);
  };
  write(["templates", "yuntai", "form.json"], JSON.stringify(spec));
  write(["templates", "yuntai", "project.hbs"], template);
  write(
    ["data", "wenwu", "department.json"],
    JSON.stringify({ 部门名称: "云台县文物局", 年度: 2026, 表式: "yuntai" }),
  );
  write(["data", "wenwu", "a.csv"], exported);
  const words = ["--templates", join(folder, "templates"), "--out", join(folder, "out"), "--format", "docx"];
  const { exitCode, stdout, stderr } = await runHere("build", join(folder, "data"), ...words);
  expect(exitCode, stdout + stderr).toBe(0);
  expect(stdout).not.toContain("level3-repeated");
  const out = join(folder, "out", "wenwu");
  const file = readdirSync(out).find((name) => name.endsWith(".docx")) ?? "";
  const { blocks } = readDocx(readFileSync(join(out, file)));
  const tables = blocks.flatMap((block) =>
    block.kind === "table" ? [block.cells.map(({ text }) => solid(text)).join(" ")] : [],
  );
  expect(tables).toEqual([
    "产出指标 数量指标 修缮文物数量 ≥6处 效益指标 社会效益指标 险情解除率 ≥95%",
    "产出指标 数量指标 修缮文物数量 ≥3处 满意度指标 服务对象满意度指标 游客满意度 ≥91%",
    "产出指标 数量指标 开放展示点 ≥9处",
    [
      "目标一 产出指标 数量指标 修缮文物数量 效益指标 社会效益指标 险情解除率",
      "目标二 产出指标 数量指标 修缮文物数量 满意度指标 服务对象满意度指标 游客满意度",
      "目标三 产出指标 数量指标 开放展示点",
    ].join(" "),
  ]);
  const notes = blocks.flatMap((block) => (block.kind === "paragraph" ? block.text : []));
  expect(notes).toEqual(expect.arrayContaining(["目标一（2条）", "目标二（2条）", "目标三（1条）"]));
});
