/** A province nobody here has heard of: a folder of templates, and no other change, prints its exports. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { docxProject } from "./docx-report.ts";
import { readPdfReport } from "./pdf-report.ts";
import { readDocx } from "./read-docx.ts";
import { runHere } from "./run-here.ts";
import type { Outcome } from "./run-program.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const spec = {
  name: { zh: "云梦：任务绩效表", en: "Yunmeng: task goals" },
  title: "{department}{year}年任务绩效表",
  horizons: ["annual"],
  money: { print: "fixed", unit: "元", places: 0, zero: "—" },
  fields: {
    "project.year": { label: "年度" },
    "project.name": { label: "任务名称", aliases: ["任务名称"], required: true },
    "project.own.region": { label: "实施区域", aliases: ["实施区域"] },
    "budget.total": { label: "任务经费", aliases: ["任务经费"] },
    "budget.own.bond": { label: "专项债券", aliases: ["专项债券"] },
    "indicator.level1": { label: "一级指标" },
    "indicator.level2": { label: "二级指标" },
    "indicator.level3": { label: "三级指标" },
    "indicator.value": { label: "指标值" },
    "indicator.own.source": { label: "数据来源", aliases: ["数据来源"] },
  },
};

const template = `{{> project-heading}}
<table data-caption="{{project.name}}">
  <colgroup><col data-width="2"><col data-width="2"><col data-width="4"><col data-width="2"><col data-width="2"></colgroup>
  <tbody>
    <tr>
      <th>{{label "project.own.region"}}</th><td>{{project.own.region}}</td>
      <td>{{label "budget.total"}}{{budget.total}}{{moneyUnit}}</td>
      <th>{{label "budget.own.bond"}}</th><td>{{budget.own.bond}}</td>
    </tr>
    <tr>
      <th>{{label "indicator.level1"}}</th><th>{{label "indicator.level2"}}</th><th>{{label "indicator.level3"}}</th>
      <th>{{label "indicator.value"}}</th><th>{{label "indicator.own.source"}}</th>
    </tr>
    {{#each indicators.annual.rows}}
      <tr>
        {{#with level1}}<td rowspan="{{span}}" data-repeats>{{text}}</td>{{/with}}
        {{#with level2}}<td rowspan="{{span}}" data-repeats>{{text}}</td>{{/with}}
        <td>{{indicator.level3}}</td><td>{{indicator.printedValue}}</td><td>{{indicator.own.source}}</td>
      </tr>
    {{/each}}
  </tbody>
</table>
`;

const exported = `年度,任务名称,实施区域,任务经费（万元）,专项债券（万元）,一级指标,二级指标,三级指标,指标值,数据来源
2031,道路养护,东湖片区,12.5,0,产出指标,数量指标,养护里程,≥100公里,台账
2031,道路养护,东湖片区,12.5,0,产出指标,数量指标,修补坑槽,≥30处,台账
2031,道路养护,东湖片区,12.5,0,效益指标,社会效益指标,群众出行,更便利,问卷
`;

const project = {
  heading: "1.道路养护绩效目标表",
  above: [],
  rows: [
    ["实施区域", "东湖片区", "任务经费125000元", "专项债券", "—"],
    ["一级指标", "二级指标", "三级指标", "指标值", "数据来源"],
    ["产出指标", "数量指标", "养护里程", "≥100公里", "台账"],
    ["修补坑槽", "≥30处", "台账"],
    ["效益指标", "社会效益指标", "群众出行", "更便利", "问卷"],
  ],
};

let templates: string;
let data: string;
let out: string;
let built: Outcome;

beforeAll(async () => {
  const folder = temporaryFolder();
  templates = join(folder, "templates-of-ours");
  data = join(folder, "data");
  write(join(templates, "yunmeng", "form.json"), JSON.stringify(spec));
  write(join(templates, "yunmeng", "project.hbs"), template);
  write(join(data, "roads", "department.json"), JSON.stringify({ 部门名称: "示范局", 年度: "2031" }));
  write(join(data, "roads", "tasks.csv"), exported);
  out = join(folder, "out");
  built = await runHere("build", data, "--out", out, "--templates", templates);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

test("the form is listed with ours", async () => {
  const { exitCode, stdout } = await runHere("forms", "--templates", templates);
  expect(exitCode).toBe(0);
  for (const form of ["anhui", "hebei", "xinjiang", "yunmeng"]) expect(stdout).toContain(form);
});

test("it is chosen by its columns, and prints every cell in both formats", async () => {
  expect(built.exitCode, built.stdout + built.stderr).toBe(0);
  const read = (format: string) => readFileSync(join(out, "roads", `示范局2031年任务绩效表.${format}`));
  expect(docxProject(readDocx(read("docx")), project).rows).toEqual(project.rows);
  expect((await readPdfReport(read("pdf"))).project(project).rows).toEqual(project.rows);
});

test("a mistake in it is shown with its line", async () => {
  const misspelt = template.replace("{{project.own.region}}", "{{project.own.rejion}}");
  write(join(templates, "yunmeng", "project.hbs"), misspelt);
  const { exitCode, stdout, stderr } = await runHere("build", data, "--out", out, "--templates", templates);
  expect(exitCode).toBe(1);
  expect(stdout + stderr).toMatch(/yunmeng\/project\.hbs:6:/u);
});
