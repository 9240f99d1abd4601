/** Indicators below named goals: a form that says so prints one table a goal, or a merged cell beside the levels. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { expect, test } from "vitest";
import { ownTemplates } from "../files/index.ts";
import { readDocx } from "./read-docx.ts";
import { reportIn } from "./report-in.ts";
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

/** A folder with the form and one department. */
function written(csv: string, form: object = spec): string {
  const folder = temporaryFolder();
  const write = (parts: readonly string[], text: string) => {
    mkdirSync(join(folder, ...parts.slice(0, -1)), { recursive: true });
    writeFileSync(join(folder, ...parts), text);
  };
  write(["templates", "yuntai", "form.json"], JSON.stringify(form));
  write(["templates", "yuntai", "project.hbs"], template);
  write(
    ["data", "wenwu", "department.json"],
    JSON.stringify({ 部门名称: "云台县文物局", 年度: 2026, 表式: "yuntai" }),
  );
  write(["data", "wenwu", "a.csv"], csv);
  return folder;
}

test("below each goal the levels begin again, even where all cells above them are merged", async () => {
  const merged = exported.replaceAll(/(?<=\n)古建筑修缮,90,保护文物,(?!目标一)/gu, ",,,");
  const folder = written(merged);
  const words = ["--templates", join(folder, "templates"), "--reporter", "json"];
  const { stdout } = await runHere("check", join(folder, "data"), ...words);
  const [{ findings }] = JSON.parse(stdout).departments;
  expect(merged).toContain("\n,,,目标三,产出指标");
  expect(findings.map(({ code }: { code: string }) => code)).not.toContain("levels-come-back");
});

test("one table a goal, and a merged cell for each goal", async () => {
  const folder = written(exported);
  const words = ["--templates", join(folder, "templates"), "--out", join(folder, "out"), "--format", "docx"];
  const { exitCode, stdout, stderr } = await runHere("build", join(folder, "data"), ...words);
  expect(exitCode, stdout + stderr).toBe(0);
  expect(stdout).not.toContain("level3-repeated");
  const out = join(folder, "out", "wenwu");
  const { blocks } = readDocx(readFileSync(reportIn(out, "docx")));
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

const hubei = join(ownTemplates, "..", "data", "forms", "hubei");

/** What a department in the form of Hubei prints, with its indicators as a file of this name and text. */
async function printed(name: string, text: string): Promise<readonly (readonly string[])[]> {
  const folder = join(temporaryFolder(), "hubei");
  cpSync(hubei, folder, { recursive: true });
  rmSync(join(folder, "指标.csv"));
  writeFileSync(join(folder, name), text);
  return printedIn(folder);
}

async function printedIn(folder: string): Promise<readonly (readonly string[])[]> {
  const out = temporaryFolder();
  const { exitCode, stdout } = await runHere("build", folder, "--out", out, "--format", "docx");
  expect(exitCode, stdout).toBe(0);
  expect(stdout).toMatch(/ 0\/0\/0\//u);
  const { blocks } = readDocx(readFileSync(reportIn(join(out, "hubei"), "docx")));
  return blocks.map((block) => (block.kind === "table" ? block.cells.map(({ text }) => text) : [block.text]));
}

type Row = Readonly<Record<string, string>>;

/** The sample's indicators, with the names of goals in every row. */
function sampleRows(): readonly Row[] {
  const rows: readonly Row[] = parseCsv(readFileSync(join(hubei, "指标.csv")), { bom: true, columns: true });
  let goal = "";
  return rows.map((row) => {
    goal = row.目标名称 || goal;
    return { ...row, 目标名称: goal };
  });
}

function csvOf(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns.join(), ...rows.map((row) => columns.map((column) => row[column]).join())].join("\n");
}

test("the name of a goal is the same in a column of its own, in that of the horizon, and as a key in JSON", async () => {
  const right = await printedIn(hubei);
  const rows = sampleRows();
  expect(rows.map(({ 目标名称: goal }) => goal)).toContain("长期目标2");
  const withoutHorizon = rows.map(({ 目标类型: _, ...row }) => row);
  expect(await printed("指标.csv", csvOf(withoutHorizon))).toEqual(right);
  const horizonOnce = rows.map((row, index) => (index === 0 ? row : { ...row, 目标类型: "" }));
  expect(await printed("指标.csv", csvOf(horizonOnce))).toEqual(right);
  const inHorizon = rows.map(({ 目标名称: goal = "", ...row }) => ({ ...row, 目标类型: goal }));
  expect(await printed("指标.csv", csvOf(inHorizon))).toEqual(right);
  // Merged cells leave all but the first of a goal blank.
  const merged = inHorizon.map((row, index) =>
    row.目标类型 === inHorizon[index - 1]?.目标类型 ? { ...row, 目标类型: "" } : row,
  );
  expect(await printed("指标.csv", csvOf(merged))).toEqual(right);
});

test("keys of JSON name goals, and a form gives their order", async () => {
  const root = temporaryFolder();
  const form = join(root, "templates", "yuntai");
  mkdirSync(form, { recursive: true });
  const order = ["年度目标1", "长期目标2", "长期目标1"];
  const both = { ...spec, horizons: ["midTerm", "annual"], groupOrder: order };
  writeFileSync(join(form, "form.json"), JSON.stringify(both));
  const rowsOf = (horizon: string) =>
    `{{#each indicators.${horizon}.groups}}<p>${horizon} {{text}}{{#each rows}} {{indicator.level3}}{{/each}}</p>{{/each}}`;
  writeFileSync(join(form, "project.hbs"), `{{> project-heading}}${rowsOf("midTerm")}${rowsOf("annual")}`);
  const folder = join(root, "data", "wenwu");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "department.json"),
    JSON.stringify({ 部门名称: "云台县文物局", 年度: 2026, 表式: "yuntai" }),
  );
  const one = (name: string) => ({
    一级指标: "产出指标",
    二级指标: "数量指标",
    三级指标: name,
    指标值: "≥3处",
  });
  const goals = {
    长期目标1: [one("修缮"), one("开放")],
    "中期目标（2026—2028年）": [one("建档")],
    长期目标2: [one("展示")],
    年度目标1: [one("维护")],
  };
  writeFileSync(
    join(folder, "a.json"),
    JSON.stringify({
      项目: [{ 项目名称: "古建筑修缮", 预算数: "90万元", 绩效目标: "保护文物", 绩效指标: goals }],
    }),
  );
  const words = ["--templates", join(root, "templates"), "--out", join(root, "out"), "--format", "docx"];
  const { exitCode, stdout, stderr } = await runHere("build", folder, ...words);
  expect(exitCode, stdout + stderr).toBe(0);
  expect(stdout).not.toMatch(/horizon-unknown|group-unknown|交错/u);
  const out = join(root, "out", "wenwu");
  const { blocks } = readDocx(readFileSync(reportIn(out, "docx")));
  const lines = blocks.flatMap((block) =>
    block.kind === "paragraph" && /^(?:midTerm|annual) /u.test(block.text) ? [block.text] : [],
  );
  expect(lines).toEqual([
    "midTerm 长期目标2 展示",
    "midTerm 长期目标1 修缮 开放",
    "midTerm 中期目标（2026—2028年） 建档",
    "annual 年度目标1 维护",
  ]);
});

test("three terms beside each other need no horizon of the program's: goals, money, order, merged cells and checks", async () => {
  const root = temporaryFolder();
  const write = (parts: readonly string[], text: string) => {
    mkdirSync(join(root, ...parts.slice(0, -1)), { recursive: true });
    writeFileSync(join(root, ...parts), text);
  };
  const terms = {
    ...{ ...spec, groupBy: "indicator.own.term" },
    groupOrder: [
      { name: "三年目标", aliases: ["规划期"] },
      "年度目标",
      { name: "季度目标", aliases: ["一季度"] },
    ],
    fields: {
      "project.name": { label: "项目名称", required: true },
      "budget.total": { label: "年度资金" },
      "budget.own.threeYears": { label: "三年资金", source: false },
      "budget.own.quarter": { label: "一季度资金", source: false },
      "goals.own.threeYears": { label: "三年总体目标", required: true },
      "goals.annual": { label: "年度总体目标" },
      "indicator.own.term": { label: "期限", required: true },
      "indicator.level3": { label: "三级指标" },
      "indicator.value": { label: "指标值" },
      "indicator.weight": { label: "权重" },
    },
    checks: {
      "terms-whole": { that: "distinct(indicator.own.term) = 3", says: "期限有 {left} 个", todo: "请补齐。" },
      "quarter-within": {
        that: "budget.own.quarter <= budget.total",
        says: "一季度 {left}",
        todo: "请核对。",
      },
      "quarter-weight": {
        that: 'where indicator.own.term = "季度目标" then indicator.weight <= 10',
        says: "季度指标权重 {left}",
        todo: "请核对。",
      },
    },
  };
  write(["templates", "guihua", "form.json"], JSON.stringify(terms));
  const columns = "<colgroup><col><col><col></colgroup>";
  write(
    ["templates", "guihua", "project.hbs"],
    `{{> project-heading}}<p>{{#each goals.own.threeYears}}{{this}}{{/each}}|{{#each goals.annual}}{{this}}{{/each}}</p>
     <table data-caption="资金">${columns}<tbody><tr>
       <td>{{budget.own.threeYears}}</td><td>{{budget.total}}</td><td>{{budget.own.quarter}}</td>
     </tr></tbody></table>
     <table data-caption="指标">${columns}<tbody>{{#each indicators.annual.rows}}
       <tr>{{#with group}}<td rowspan="{{span}}" data-repeats>{{text}}</td>{{/with}}
       <td>{{indicator.level3}}</td><td>{{indicator.printedValue}}</td></tr>
     {{/each}}</tbody></table>`,
  );
  const department = { 部门名称: "云台县交通局", 年度: 2026, 表式: "guihua" };
  write(["data", "jiaotong", "department.json"], JSON.stringify(department));
  const rows = [
    "项目名称,年度资金（万元）,三年资金（万元）,一季度资金（万元）,三年总体目标,年度总体目标,期限,三级指标,指标值,权重",
    "农村公路,90,300,100,路网成型,开工三段,一季度,开工,1段,12",
    ",,,,,,年度目标,修路,3公里,40",
    ",,,,,,,通车,1段,20",
    ",,,,,,规划期,修路,12公里,28",
  ];
  write(["data", "jiaotong", "a.csv"], rows.join("\n"));
  const words = ["--templates", join(root, "templates"), "--out", join(root, "out"), "--format", "docx"];
  const { exitCode, stdout, stderr } = await runHere("build", join(root, "data"), ...words);
  expect(exitCode, stdout + stderr).toBe(0);
  expect(stdout).not.toMatch(/horizon|terms-whole/u);
  expect(stdout).toMatch(/a\.csv:2:D.*quarter-within[\s\S]*一季度 100万元/u);
  expect(stdout).toMatch(/a\.csv:2:J.*quarter-weight[\s\S]*季度指标权重 12/u);
  const { blocks } = readDocx(readFileSync(reportIn(join(root, "out", "jiaotong"), "docx")));
  const tables = blocks.flatMap((block) =>
    block.kind === "table"
      ? [block.cells.map(({ text, rowSpan }) => `${solid(text)}×${rowSpan}`).join(" ")]
      : [],
  );
  expect(blocks.flatMap((one) => (one.kind === "paragraph" ? one.text : []))).toContain("路网成型|开工三段");
  expect(tables.slice(-2)).toEqual([
    "300×1 90×1 100×1",
    "规划期×1 修路×1 12公里×1 年度目标×2 修路×1 3公里×1 通车×1 1段×1 一季度×1 开工×1 1段×1",
  ]);
});

test("a form that requires the goal's name and does not group by it is told how to", async () => {
  const { groupBy: _, ...rest } = spec;
  const fields = { ...spec.fields, "indicator.own.goal": { label: "目标名称", required: true } };
  const folder = written(exported, { ...rest, fields });
  const words = ["--templates", join(folder, "templates")];
  const { stdout } = await runHere("check", join(folder, "data"), ...words);
  expect(stdout).toContain('请在 form.json 里写 "groupBy": "indicator.own.goal"');
  // It is required, and the template prints it by the groups alone: no report could be published.
  const listed = await runHere("forms", "yuntai", ...words);
  expect([listed.exitCode, listed.stdout]).toEqual([1, expect.stringContaining("form-required-unprinted")]);
});
